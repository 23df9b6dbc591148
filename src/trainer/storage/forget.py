"""Erases a person from the store and from the files beside it."""

import contextlib
import json
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from trainer.storage.side import BY_NAME, FOLDER, LOCAL, base
from trainer.team.names import key
from trainer.team.people import Person

if TYPE_CHECKING:
    from trainer.storage.db.engine import Database

_KEPT = (".jsonl", ".draft", ".taking")
_OLD = "sessions"  # where versions without a store kept the sessions of the only person
_TAKEN = "taken"
_PIECE = 2**20  # bytes
_LONGEST = 1000  # bytes that a name may take in some form


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What came of it: how many sessions were erased, and whether the log of the store was emptied as well.

    It is not while another program holds the store: then the last to close it does so. ``copies`` are those known
    ones that the person is out of as well, ``left`` those that could not be opened. ``named`` are files of the data
    folder where the name still stands, written there by somebody: settings, a pack with a promoted answer.
    """

    sessions: int
    clean: bool
    copies: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    named: tuple[Path, ...] = ()


def forget(database: "Database", home: Path, who: Person) -> Forgotten:
    """Erase everything about somebody, from the store, from beside it and from the copies known here.

    Of the person that plays when nobody is named only the records go. Copies made elsewhere are out of reach. Raises
    StoreError, OSError.
    """
    from trainer.storage.db.known_copies import erase_from_copies
    from trainer.storage.db.owned import erase, sessions_of

    with database.write() as connection:
        known = sessions_of(connection, who.id)
        erase(connection, who.id, keep_person=who.id == LOCAL)
    for path in files_of(home, who, known):
        _wipe(path)
    _tidy(home)
    clean = squeeze(database)
    copies, left = erase_from_copies(home, who.id, database.address.file)
    return Forgotten(len(known), clean, copies, left, tuple(named_in(home, who)))


def named_in(home: Path, who: Person) -> Iterator[Path]:
    """Yield the files of the data folder where a name or an id still stands, in whatever form a program reads."""
    if who.id == LOCAL:
        return
    words = [re.escape(word) for word in (who.name, quote(who.name), json.dumps(who.name)[1:-1], who.id)]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        with contextlib.suppress(OSError):
            if pattern.search(path.name) or any(pattern.search(text) for text in _texts(path)):
                yield path


def _texts(path: Path) -> Iterator[str]:
    """Yield a file in pieces that overlap, so that no name is torn; what is no text does no harm."""
    with path.open("rb") as file:
        before = b""
        while piece := file.read(_PIECE):
            yield (before + piece).decode("utf-8", "replace")
            before = piece[-_LONGEST:]


def files_of(home: Path, who: Person, known: Collection[str]) -> list[Path]:
    """Return the files beside the store that are about somebody whose sessions have these ids."""
    folders = [home / FOLDER, home / _TAKEN / FOLDER]
    found = {path for folder in folders for path in _in_folders(folder, who)}
    if who.id == LOCAL:
        found |= {path for folder in (home / _OLD, home / _TAKEN / _OLD) for path in _files(folder)}
    found |= {path for path in _files(home) if _session(path) in known}
    return sorted(found)


def _in_folders(folder: Path, who: Person) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for inner in folder.iterdir():
        name = unquote(inner.name)
        by_name = name.startswith(BY_NAME) and key(name.removeprefix(BY_NAME)) in (key(who.name), who.id)
        if name == who.id or by_name:
            yield from _files(inner)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in folder.rglob("*") if path.is_file() and path.suffix in _KEPT)


def _session(path: Path) -> str:
    name = path.name
    for suffix in reversed(_KEPT):
        name = name.removesuffix(suffix)
    stem, _, number = name.rpartition(".")
    return base(stem if stem and number.isdecimal() else name)


def _wipe(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def _tidy(home: Path) -> None:
    """Remove folders that are empty now: their names are names of people."""
    for folder in (home / FOLDER, home / _TAKEN / FOLDER):
        for inner in folder.iterdir() if folder.is_dir() else ():
            with contextlib.suppress(OSError):
                inner.rmdir()


def squeeze(database: "Database") -> bool:
    """Leave nothing of what was erased in free pages and in the log of the store; False when somebody holds it."""
    if database.on_server:
        return True  # the server cleans up by itself
    import sqlite3

    raw = database.engine.raw_connection()
    try:
        driver = raw.driver_connection
        assert driver is not None
        driver.execute("VACUUM")
        busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    finally:
        raw.close()
    return not busy
