"""The fakes beside the tests can be imported whatever the import mode is."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
