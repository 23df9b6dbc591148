"""Arrays that take long to unpack, kept unpacked: programs that run at once then share one copy in memory."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import numpy as np
from numpy.typing import NDArray

from trainer.kept.folder import cache_folder, own, put

Number = TypeVar("Number", bound=np.generic)


def kept_array(
    name: str, source: Path, shape: tuple[int, ...], kind: type[Number], make: Callable[[], NDArray[Number]]
) -> NDArray[Number]:
    """Return an array of numbers of a ``kind`` that is made from a file, to be read only; it is made once a file."""
    path = _place(name, source, "npy")
    if path is None:
        return make()
    if (found := _mapped(path, shape, kind)) is not None:
        return found
    made = make()
    _put_away_others(path, name)
    put(path, lambda file: np.save(file, made, allow_pickle=False), sure=True)
    # From the file rather than from memory: the next program shares these pages.
    found = _mapped(path, shape, kind)
    return made if found is None else found


def kept_arrays(name: str, source: Path) -> Mapping[str, NDArray[np.generic]] | None:
    """Return the small arrays that were kept for a file; None when there are none to be trusted."""
    path = _place(name, source, "npz")
    if path and own(path):
        with suppress(Exception), np.load(path, allow_pickle=False) as stored:
            return {key: stored[key] for key in stored.files}
    return None


def keep_arrays(name: str, source: Path, arrays: Mapping[str, NDArray[np.generic]]) -> None:
    """Keep small arrays that were made from a file."""
    if path := _place(name, source, "npz"):
        _put_away_others(path, name)
        put(path, lambda file: _save(file, arrays))


def _save(file: BinaryIO, arrays: Mapping[str, Any]) -> None:
    np.savez(file, **arrays)


def _place(name: str, source: Path, kind: str) -> Path | None:
    """Return where it stands: another source (a new version of its package) has another name."""
    folder = cache_folder()
    with suppress(OSError):
        about = source.stat()
        told = f"{source.resolve()} {about.st_size} {about.st_mtime_ns}"
        digest = hashlib.blake2b(told.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        return folder / "arrays" / f"{name}-{digest}.{kind}" if folder else None
    return None


def _mapped(path: Path, shape: tuple[int, ...], kind: type[Number]) -> NDArray[Number] | None:
    if own(path):
        with suppress(OSError, ValueError, EOFError):
            found = np.load(path, mmap_mode="r", allow_pickle=False)
            if found.shape == shape and found.dtype == kind:
                return np.asarray(found)
    return None


def _put_away_others(path: Path, name: str) -> None:
    """Remove what was made from an earlier version of the same file, unless several are in use side by side."""
    with suppress(OSError):
        olds = sorted(path.parent.glob(f"{name}-*"), key=lambda one: one.stat().st_mtime)
        for old in olds[:-2]:
            old.unlink(missing_ok=True)
