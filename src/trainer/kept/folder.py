"""Where things are kept, and files that are whole or not there at all."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

VARIABLE = "TRAINER_CACHE"


def cache_folder() -> Path | None:
    """Return the folder to keep things in; None where nothing is to be kept, or nobody knows where.

    TRAINER_CACHE names it (an empty one says «keep nothing»), else it is what the system has for caches.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named).expanduser() if named.strip() else None
    import platformdirs

    with suppress(RuntimeError):
        return platformdirs.user_cache_path("trainer", appauthor=False)
    return None


def own(path: Path) -> bool:
    """Tell whether a file was written by this person, so that what stands in it may be believed."""
    with suppress(OSError):
        found = path.lstat()
        getuid = getattr(os, "getuid", None)
        return getuid is None or (found.st_uid == getuid() and not found.st_mode & 0o022)
    return False


def put(path: Path, write: Callable[[BinaryIO], object], *, sure: bool = False) -> bool:
    """Write a file as a whole or not at all; False when that cannot be.

    ``sure`` waits until the disk has it: for files that nobody reads through to see whether they are whole.
    """
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A name of its own: two programs that write at once must not write into each other.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
                if sure:
                    file.flush()
                    os.fsync(file.fileno())
            Path(name).replace(path)
            return True
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    return False
