"""Side files: where sessions go while the store is out of reach. Each file holds a whole session.

They lie in ``side/<person>`` of the data folder as ``<session>~<token>.jsonl``; the token tells two windows apart.
"""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from trainer.model.problem import InputError
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.ports import Event
from trainer.practice.replay import Unfinished
from trainer.storage.journal import Journal

FOLDER, OLD, TAKEN = "side", "sessions", "taken"
"""Folders of the data folder: side files, journals of versions that had no store, both after they were taken in."""
MARK = "~"
LOCAL = "local"  # the person who practises when nobody was named
BY_NAME = "@"  # begins the folder of a person whose id was not known: the store was out of reach
_RESERVE = ".reserve"
# Room for a long session, for the day when the disk is full: given back when it is needed.
_RESERVED = 256 * 1024  # bytes


class Side:
    """The side files of one person, as this process writes them. All methods may raise OSError."""

    def __init__(self, home: Path, person: str) -> None:
        """``person`` is an id, or «@» and a name where the id is not known yet."""
        self._root = home / FOLDER
        self.folder = self._root
        self._token = secrets.token_hex(3)
        self.belongs_to(person)

    def belongs_to(self, person: str) -> None:
        """Go on in the folder of this person."""
        folder = self._root / quote(person, safe="@").replace(".", "%2E")
        if folder == self.folder:
            return
        self.folder = folder
        self._journal = Journal(self.folder)
        self._kept: dict[str, int] = {}

    def prepare(self) -> None:
        """Make the folder and put something by for the day when the disk is full."""
        self._journal.prepare()
        reserve = self._root / _RESERVE
        if not reserve.exists():
            with os.fdopen(os.open(reserve, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                # Noise, so that no file system squeezes it to nothing.
                file.write(os.urandom(_RESERVED))

    def keep(self, session_id: str, events: Sequence[Event]) -> None:
        """Bring the side file of a session up to these events, which are all it has so far."""
        try:
            self._keep(session_id, events)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT) or not self._give_back():
                raise
            self._keep(session_id, events)

    def save_draft(self, session_id: str, move: int, text: str) -> None:
        """Keep a draft beside the store."""
        self._journal.prepare()
        self._journal.save_draft(self._name(session_id), move, text)

    def drop_draft(self, session_id: str) -> None:
        """Forget the draft of this process: the store has a later one."""
        (self.folder / f"{self._name(session_id)}.draft").unlink(missing_ok=True)

    def events(self, session_id: str) -> Sequence[Event]:
        """Return the longest session that side files have under this id."""
        found: Sequence[Event] = ()
        for name in self._names(session_id):
            with contextlib.suppress(InputError):
                found = max(found, Journal(self.folder).events(name), key=len)
        return found

    def draft(self, session_id: str) -> tuple[int, str]:
        """Return the latest draft that side files have for a session."""
        drafts = sorted(self.folder.glob(f"{_globbed(session_id)}{MARK}*.draft"), key=_changed)
        return self._journal.draft(drafts[-1].stem) if drafts else (0, "")

    def unfinished(self) -> list[Unfinished]:
        """Return the talks that side files hold and that can be resumed, the latest first."""
        found = {base(item.id): replace(item, id=base(item.id)) for item in self._journal.unfinished()}
        return list(found.values())

    def unfinished_series(self) -> list[UnfinishedSeries]:
        """Return the series of exercises that side files hold and that can be resumed, the latest first."""
        found = {base(item.id): replace(item, id=base(item.id)) for item in self._journal.unfinished_series()}
        return list(found.values())

    def _names(self, session_id: str) -> Iterator[str]:
        for path in sorted(self.folder.glob(f"{_globbed(session_id)}{MARK}*.jsonl")):
            yield path.stem

    def _keep(self, session_id: str, events: Sequence[Event]) -> None:
        name = self._name(session_id)
        self._journal.prepare()
        try:
            for event in events[self._kept.get(session_id, 0) :]:
                self._journal.append(name, event)
                self._kept[session_id] = self._kept.get(session_id, 0) + 1
        except OSError as error:
            # Another process has taken the file in: what comes now needs its beginning again.
            if error.errno != errno.EBUSY or session_id not in self._kept:
                raise
            self._kept.pop(session_id)
            self._journal.forget(name)
            self._keep(session_id, events)

    def _give_back(self) -> bool:
        reserve = self._root / _RESERVE
        try:
            reserve.unlink()
        except OSError:
            return False
        return True

    def _name(self, session_id: str) -> str:
        return f"{session_id}{MARK}{self._token}"


def base(name: str) -> str:
    """Return the id of the session that a side file is about."""
    return name.rpartition(MARK)[0] or name


def _globbed(session_id: str) -> str:
    import glob

    return glob.escape(Path(session_id).name)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0
