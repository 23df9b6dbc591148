"""Brings into the store what was kept beside it: side files, and the journals of versions that had no store.

Each file holds a whole session, so taking one in twice changes nothing: what the store has already is passed over,
and two windows that went on differently become two sessions. A file that is in goes to ``taken``.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy import Connection, select

from trainer.model.place import NOWHERE
from trainer.model.problem import InputError
from trainer.practice.ports import Event
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import TakenError
from trainer.storage.db.event_store import events_of, put_draft
from trainer.storage.db.old_events import filled_in
from trainer.storage.db.persons import find_person
from trainer.storage.db.projection import Place, keep
from trainer.storage.db.tables import drafts, people, sessions
from trainer.storage.db.values import iso
from trainer.storage.home import private_folder
from trainer.storage.journal import Journal
from trainer.storage.side import BY_NAME, FOLDER, LOCAL, MARK, OLD, TAKEN, base

_MOVING = ".taking"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits to be taken in: whose it is (an id, or «@» and a name) and which session."""

    path: Path
    person: str

    @property
    def name(self) -> str:
        """Return the name of the session in the file."""
        return self.path.name.removesuffix(_MOVING).removesuffix(".jsonl")

    @property
    def draft(self) -> Path:
        """Return where the draft of the session lies, if there is one."""
        return self.path.with_name(self.name + ".draft")


def waiting(home: Path) -> list[Waiting]:
    """Return what is beside the store, the oldest first."""
    found = [Waiting(path, LOCAL) for path in _files(home / OLD)]
    folders = sorted((home / FOLDER).iterdir()) if (home / FOLDER).is_dir() else []
    found += [Waiting(path, unquote(folder.name)) for folder in folders for path in _files(folder)]
    return sorted(found, key=lambda item: (_changed(item.path), item.name))


def readable(item: Waiting) -> bool:
    """Tell whether every line of a file can be read."""
    try:
        _read(item.path)
    except (InputError, OSError):
        return False
    return True


def take_in(database: Database, home: Path) -> int:
    """Take in every file that can be read and return how many; those that cannot stay where they are.

    Raises StoreError when the store fails on the way; what is in stays in.
    """
    count = 0
    for item in waiting(home):
        # Somebody else may be doing the same: what fails for that is in, or comes in the next time.
        with contextlib.suppress(OSError, InputError, TakenError):
            count += _take(database, home, item)
    for path in _lone_drafts(home):
        with contextlib.suppress(OSError):
            _take_lone_draft(database, path)
    return count


def _take(database: Database, home: Path, item: Waiting) -> bool:
    _read(item.path)  # a damaged file is not touched
    moved = item.path
    if not moved.name.endswith(_MOVING):
        moved = item.path.with_name(item.path.name + _MOVING)
        item.path.rename(moved)
    try:
        size = -1
        while size != moved.stat().st_size:  # its owner may have been writing still
            size = moved.stat().st_size
            if not _into(database, item, _read(moved)):
                return _put_back(moved, item)
    except BaseException:
        _put_back(moved, item)
        raise
    target = home / TAKEN / item.path.parent.relative_to(home)
    private_folder(target)
    shutil.move(moved, _free(target, item.name))
    item.draft.unlink(missing_ok=True)
    return True


def _put_back(moved: Path, item: Waiting) -> bool:
    back = item.path.with_name(item.name + ".jsonl")
    # Its owner may have begun it anew meanwhile; this one is found under its passing name as well.
    if moved.exists() and not back.exists():
        moved.rename(back)
    return False


def _into(database: Database, item: Waiting, found: Sequence[Event]) -> bool:
    """Put a session where it belongs; False when nobody knows whose it is."""
    with database.write() as connection:
        person = _person(connection, item.person)
        if person is None:
            return False
        if found:
            session_id, count = _target(connection, person, item.name, found)
            events = filled_in(found)
            for number in range(count, len(found)):
                keep(connection, Place(person, session_id, number, events[0]), found[number], events[number])
            _take_draft(connection, item.draft, session_id)
    return True


def _person(connection: Connection, named: str) -> str | None:
    if named.startswith(BY_NAME):
        with contextlib.suppress(InputError):
            return find_person(connection, named.removeprefix(BY_NAME), NOWHERE)
        return None
    return connection.execute(select(people.c.id).where(people.c.id == named)).scalar()


def _target(connection: Connection, person: str, name: str, found: Sequence[Event]) -> tuple[str, int]:
    """Return the session that these events go on with, and how many of them it has already."""
    for session_id in _candidates(name, found):
        kept = events_of(connection, session_id, person)
        taken = select(sessions.c.id).where(sessions.c.id == session_id)
        if not kept and connection.execute(taken).first():
            continue  # somebody else's
        shorter = min(len(kept), len(found))
        if list(kept[:shorter]) == list(found[:shorter]):
            return session_id, len(kept)
    raise AssertionError("a digest cannot be taken by something else")


def _candidates(name: str, found: Sequence[Event]) -> Iterator[str]:
    yield base(name)
    if MARK in name:
        yield name
    digest = hashlib.sha256(repr(list(found)).encode("utf-8", "surrogatepass")).hexdigest()
    yield f"{base(name)}{MARK}{digest[:12]}"


def _take_draft(connection: Connection, path: Path, session_id: str) -> None:
    if not path.exists():
        return
    move, text = Journal(path.parent).draft(path.stem)
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    later = select(drafts.c.at).where(drafts.c.session_id == session_id, drafts.c.at > iso(at))
    if text and not connection.execute(later).first():
        put_draft(connection, session_id, move, text, at)


def _lone_drafts(home: Path) -> list[Path]:
    """Return drafts whose sessions are in the store: it was busy for a moment while somebody typed."""
    return sorted((home / FOLDER).glob(f"*/*{MARK}*.draft"))


def _take_lone_draft(database: Database, path: Path) -> None:
    if path.with_suffix(".jsonl").exists():
        return
    with database.write() as connection:
        known = select(sessions.c.id).where(sessions.c.id == base(path.stem))
        if not connection.execute(known).first():
            return
        _take_draft(connection, path, base(path.stem))
    path.unlink(missing_ok=True)


def _read(path: Path) -> Sequence[Event]:
    # The journal knows its files by the names of sessions.
    return Journal(path.parent).read(path)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for pattern in ("*.jsonl", f"*.jsonl{_MOVING}") for path in folder.glob(pattern)]


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0


def _free(folder: Path, name: str) -> Path:
    """Return a path that nothing has yet: an earlier part of the same session may be there."""
    path, number = folder / f"{name}.jsonl", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name}.{number}.jsonl"
    return path
