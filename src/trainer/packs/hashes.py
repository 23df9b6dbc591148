"""What a pack and the catalogue were when an answer was judged: hashes of their files."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from trainer.packs.catalogue import HOME, catalogue_files

_DIGITS = 16  # enough to tell versions apart


def pack_hash(folder: Path) -> str:
    """Return the hash of what is written in a pack; what is not YAML does not count."""
    return files_hash(folder, sorted(folder.rglob("*.yaml")))


@cache
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
