"""Where the data of a person lives."""

import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "trainer"


def data_home(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the data folder: $TRAINER_HOME, else what the platform keeps for programs.

    Raises RuntimeError when not even the home folder of the person is known.
    """
    if own := environment.get("TRAINER_HOME"):
        return Path(own).expanduser()
    if platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / _NAME
    shared = environment.get("XDG_DATA_HOME", "")
    # The XDG rules say that a relative path is to be ignored.
    if shared and Path(shared).is_absolute():
        return Path(shared) / _NAME
    return Path.home() / ".local" / "share" / _NAME


def private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for nobody else to look into; raises OSError."""
    if not path.parent.exists():
        private_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
