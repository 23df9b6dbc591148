"""What a person has been shown once and is not shown again: a small file in the data folder."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from trainer.storage.home import data_home, private_folder

FILE = "seen.json"
LESSON = "first-lesson"


def was_seen(what: str, person: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether somebody was shown this; a file that cannot be read says yes: nobody likes to be taught twice."""
    try:
        return person in _read(data_home(environment) / FILE).get(what, ())
    except (OSError, RuntimeError, ValueError):
        return True


def mark_seen(what: str, person: str, environment: Mapping[str, str] = os.environ) -> None:
    """Remember that somebody was shown this; where nothing can be written nothing is remembered."""
    with suppress(OSError, RuntimeError, ValueError):
        path = data_home(environment) / FILE
        found = _read(path)
        found[what] = sorted({*found.get(what, ()), person})
        private_folder(path.parent)
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            json.dump(found, file, ensure_ascii=False)
        Path(file.name).replace(path)


def _read(path: Path) -> dict[str, list[str]]:
    """Return who was shown what; raises OSError, and ValueError for a file that is something else."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    if not isinstance(found, dict):
        raise ValueError(FILE)
    return {str(what): [str(one) for one in people] for what, people in found.items()}
