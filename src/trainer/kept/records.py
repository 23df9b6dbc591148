"""Frozen records in a file: read back without believing the file any code."""

import hashlib
import io
import pickle
from collections.abc import Collection
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import trainer
from trainer.kept.folder import cache_folder, own, put

_PACKAGE = Path(trainer.__file__).resolve().parent
# What shapes the records: when a line of it changes, whatever was kept is made anew.
_SHAPED_BY = ("model", "packs")
_RECORDS = "trainer.model."
_MOST = 64  # files of records; a person has some ten packs


def recall(name: str, key: str) -> Any | None:
    """Return what was kept under a name, if it was kept with this very key; None for everything else."""
    folder = cache_folder()
    path = folder / _file(name) if folder else None
    if path is None or not own(path):
        return None
    with suppress(Exception):  # a torn or foreign file is no file
        data = path.read_bytes()
        told, _, rest = data.partition(b"\n")
        if told.decode() == _full(key):
            return _Records(io.BytesIO(rest)).load()
    return None


def keep(name: str, key: str, value: Any) -> None:
    """Keep records (dataclasses of the model, and plain data of them) under a name."""
    if folder := cache_folder():
        with suppress(pickle.PicklingError, TypeError, RecursionError):
            data = pickle.dumps(value, protocol=5)
            put(folder / _file(name), lambda file: file.write(_full(key).encode() + b"\n" + data))
            _forget_oldest(folder / "records")


def fingerprint(files: Collection[Path], *more: str) -> str:
    """Return a key of what stands in files, under the names they have; empty when one cannot be read."""
    found = hashlib.blake2b("\0".join(more).encode(), digest_size=16)
    try:
        for path in files:
            if not path.is_file():
                return ""
            data = path.read_bytes()
            # Where a link leads is checked when a pack is read.
            real = path.resolve() if path.is_symlink() else ""
            found.update(f"\0{path}\0{real}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            found.update(data)
    except OSError:
        return ""
    return found.hexdigest()


def _file(name: str) -> str:
    return f"records/{hashlib.blake2b(name.encode('utf-8', 'surrogateescape'), digest_size=12).hexdigest()}"


def _full(key: str) -> str:
    return f"{key} {_program()}"


@cache
def _program() -> str:
    """Return a key of the code that makes records: its files with their sizes and times."""
    told = [trainer.__version__]
    for folder in _SHAPED_BY:
        for path in sorted((_PACKAGE / folder).rglob("*.py")):
            about = path.stat()
            told.append(f"{path} {about.st_size} {about.st_mtime_ns}")
    return hashlib.blake2b("\n".join(told).encode(), digest_size=16).hexdigest()


def _forget_oldest(folder: Path) -> None:
    with suppress(OSError):
        files = [path for path in folder.iterdir() if not path.name.startswith(".")]
        if len(files) > _MOST:
            for path in sorted(files, key=lambda one: one.stat().st_mtime)[:-_MOST]:
                path.unlink(missing_ok=True)


class _Records(pickle.Unpickler):
    """Makes nothing but records of the model: no other class, no function."""

    def find_class(self, module: str, name: str) -> Any:
        if not module.startswith(_RECORDS) or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name)
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
