"""One JSON Lines file a session: an event a line, on the disk before anything is shown."""

import contextlib
import errno
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.exercises.replay import summary as series_summary
from trainer.practice.ports import Event
from trainer.practice.replay import Unfinished, summary
from trainer.storage.home import private_folder
from trainer.storage.texts_ru import DAMAGED

_EVENTS, _DRAFT = ".jsonl", ".draft"
_TAIL = 1000  # bytes; a "finish" event is shorter
# Lone surrogates come from terminals with broken encodings; they must come back as typed.
_ERRORS = "surrogatepass"


class Journal:
    """Keeps sessions in files of one folder; all methods may raise OSError.

    A last line that a dying process tore is left out when reading and cut off before writing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # How long each file was when this process last saw it.
        self._sizes: dict[str, int] = {}

    def prepare(self) -> None:
        """Make the folder and prove that it can be written; raises OSError."""
        private_folder(self._folder)
        probe = self._folder / f".probe-{os.getpid()}"
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT, 0o600))
        probe.unlink()

    def append(self, session_id: str, event: Event) -> None:
        """Add an event and wait until the disk has it; EBUSY when another window goes on with the session."""
        path = self._path(session_id, _EVENTS)
        if _size(path) != self._sizes.get(session_id, 0):
            raise OSError(errno.EBUSY, "another process writes this session")
        _mend(path)
        whole = _size(path)
        try:
            _write(path, os.O_APPEND, _line(event))
        except OSError:
            # Half a line on a full disk: what comes after it would be lost with it.
            with contextlib.suppress(OSError):
                os.truncate(path, whole)
            raise
        self._sizes[session_id] = _size(path)

    def events(self, session_id: str) -> Sequence[Event]:
        """Return the events; raises InputError with the line that is damaged."""
        path = self._path(session_id, _EVENTS)
        self._sizes[session_id] = _size(path)
        return tuple(_events(path)) if path.exists() else ()

    def read(self, path: Path) -> Sequence[Event]:
        """Return the events of a file by another name; raises InputError with the line that is damaged."""
        return tuple(_events(path))

    def last_start(self, scenario_id: str) -> Event | None:
        """Return the event that began the latest session of a scenario; damaged files are passed over."""
        starts = []
        for path in self._folder.glob(f"*{_EVENTS}"):
            with contextlib.suppress(InputError, OSError):
                first = _first(path)
                if first.get("scenario") == scenario_id:
                    starts.append((str(first.get("at", "")), path.name, first))
        return max(starts, key=lambda item: item[:2])[2] if starts else None

    def forget(self, session_id: str) -> None:
        """Take a file that somebody has carried away for one that is yet to be written."""
        self._sizes.pop(session_id, None)

    def save_draft(self, session_id: str, move: int, text: str) -> None:
        """Replace the draft in one step: the old one or the new one is there, never half of one."""
        path = self._path(session_id, _DRAFT)
        fresh = path.with_suffix(".new")
        # Without fsync: this runs while somebody types, and it outlives the process all the same.
        _write(fresh, os.O_TRUNC, _line({"move": move, "text": text}), sync=False)
        fresh.replace(path)

    def draft(self, session_id: str) -> tuple[int, str]:
        """Return the draft; a damaged one counts as none."""
        try:
            data = _parse(self._path(session_id, _DRAFT).read_bytes())
            return int(data["move"]), str(data["text"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return 0, ""

    def unfinished(self) -> list[Unfinished]:
        """Return the sessions that can be resumed, the latest first; damaged ones are left out."""
        found = []
        for path in self._folder.glob(f"*{_EVENTS}"):
            with contextlib.suppress(InputError, OSError):
                item = None if _finished(path) else summary(path.stem, tuple(_events(path)))
                # One that was only looked at has nothing to go on with.
                if item and (item.answers or self.draft(item.id)[1].strip()):
                    found.append(item)
        return sorted(found, key=lambda item: (item.started, item.id), reverse=True)

    def unfinished_series(self) -> list[UnfinishedSeries]:
        """Return the series of exercises that can be resumed, the latest first; damaged ones are left out."""
        found = []
        for path in self._folder.glob(f"*{_EVENTS}"):
            with contextlib.suppress(InputError, OSError):
                item = None if _finished(path) else series_summary(path.stem, tuple(_events(path)))
                if item and (item.answers or self.draft(item.id)[1].strip()):
                    found.append(item)
        return sorted(found, key=lambda item: (item.started, item.id), reverse=True)

    def _path(self, session_id: str, suffix: str) -> Path:
        # An id is a file name here and never a way out of the folder.
        return self._folder / (Path(session_id).name + suffix)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _line(data: Event) -> bytes:
    return json.dumps(dict(data), ensure_ascii=False).encode("utf-8", _ERRORS) + b"\n"


def _parse(line: bytes) -> dict[str, Any]:
    data = json.loads(line.decode("utf-8", _ERRORS))
    if not isinstance(data, dict):
        raise ValueError("not an event")
    return data


def _write(path: Path, flag: int, data: bytes, *, sync: bool = True) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | flag, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        if sync:
            os.fsync(file.fileno())


def _events(path: Path) -> Iterator[Event]:
    lines = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield _parse(line)
        except ValueError as error:
            if number < len(lines):
                raise InputError(Problem(Place(str(path), number, 1), "E072", DAMAGED)) from error


def _first(path: Path) -> Event:
    with path.open("rb") as file, contextlib.suppress(ValueError):
        return _parse(file.readline())
    return {}


def _mend(path: Path) -> None:
    """Make the file end with a whole line."""
    data = path.read_bytes() if path.exists() else b""
    if not data or data.endswith(b"\n"):
        return
    whole, _, torn = data.rpartition(b"\n")
    try:
        _parse(torn)
    except ValueError:
        os.truncate(path, len(whole) + 1 if whole else 0)
        return
    _write(path, os.O_APPEND, b"\n")


def _finished(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        # Inside a text the quotes would stand escaped, so this can only be the event itself.
        return b'{"kind": "finish"' in file.read()
