"""What a pack and the catalogue were when an answer was judged: hashes of their files."""

import hashlib
import stat
from collections.abc import Iterable
from pathlib import Path

from trainer.kept.once import once
from trainer.packs.catalogue import HOME, catalogue_files

# No file that is read as part of a pack is larger.
_MOST = 2 * 2**20
_DIGITS = 16  # enough to tell versions apart


def pack_hash(folder: Path) -> str:
    """Return the hash of what is written in a pack; what is not YAML does not count."""
    return files_hash(folder, [path for path in sorted(folder.rglob("*.yaml")) if _counts(path)])


def _counts(path: Path) -> bool:
    """Tell a file of the pack from a pipe that nobody writes to, from a device, from a link to something else."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= _MOST


@once
def catalogue_hash() -> str:
    """Return the hash of the catalogue that comes with the program, read once."""
    return files_hash(HOME, catalogue_files())


def files_hash(folder: Path, files: Iterable[Path]) -> str:
    """Return the hash of files with their names inside ``folder``; line ends do not count. Raises OSError."""
    found = hashlib.sha256()
    for path in files:
        data = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()[:_DIGITS]
