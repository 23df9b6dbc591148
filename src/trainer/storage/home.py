"""Where the data of a person lives."""

import os
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


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all, whatever the umask says; raises OSError."""
    private_folder(path.parent)
    fresh = path.with_name(f".{path.name}.part")
    fresh.unlink(missing_ok=True)
    with os.fdopen(
        os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
