"""Erases a person from the store and from the files beside it."""

import contextlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from trainer.storage.side import BY_NAME, FOLDER, LOCAL, base
from trainer.team.names import key
from trainer.team.people import Person

if TYPE_CHECKING:
    from trainer.storage.db.engine import Database

_KEPT = (".jsonl", ".draft", ".taking")
_OLD = "sessions"  # where versions without a store kept the sessions of the only person
_TAKEN = "taken"


def forget(database: "Database", home: Path, who: Person) -> tuple[int, bool]:
    """Erase everything about somebody; return how many sessions that were, and whether the log was emptied as well.

    It is not while another program holds the store: then the last to close it does so. Of the person that plays
    when nobody is named only the records go. Copies that somebody made elsewhere are out of reach. Raises
    StoreError, OSError.
    """
    from trainer.storage.db.owned import erase, sessions_of

    with database.write() as connection:
        known = sessions_of(connection, who.id)
        erase(connection, who.id, keep_person=who.id == LOCAL)
    for path in files_of(home, who, known):
        _wipe(path)
    _tidy(home)
    return len(known), _squeeze(database)


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


def _squeeze(database: "Database") -> bool:
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
