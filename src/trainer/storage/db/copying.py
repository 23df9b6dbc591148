"""Copies a whole store: to a file that can be kept elsewhere, and back. A copy is always a store of SQLite."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Integer, Table, delete, insert, select, text

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import StoreError, reason
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import metadata
from trainer.storage.doctor_texts_ru import COPY_TEXTS

_AT_ONCE = 1000  # rows
_PATIENCE = 10.0  # seconds for somebody else's write to end


def save(database: Database, path: Path) -> None:
    """Write a copy of the store to ``path``, whole or not at all; raises StoreError and OSError."""
    with _whole(path) as passing:
        if database.address.file:
            _copy_file(database.address.file, passing)
        else:
            with _opened(Address(passing)) as copy, database.read() as source, copy.write() as target:
                source.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
                copy_rows(source, target)
        one_file(passing)
        check(passing)


def keep(store: Path, path: Path) -> None:
    """Write a copy of a file to ``path`` as it is, also of another version; raises StoreError and OSError."""
    with _whole(path) as passing:
        _copy_file(store, passing)
        one_file(passing)


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a file that comes to stand at ``path`` when the block ends well."""
    passing = path.with_name(f".{path.name}.new")
    passing.unlink(missing_ok=True)
    try:
        # Nobody else may read a copy either.
        os.close(os.open(passing, os.O_WRONLY | os.O_CREAT, 0o600))
        yield passing
        with passing.open("rb") as file:
            os.fsync(file.fileno())
        passing.replace(path)
    finally:
        for name in ("", "-wal", "-shm"):
            path.with_name(f"{passing.name}{name}").unlink(missing_ok=True)


def hold(connection: Connection) -> None:
    """Let nobody else write until this transaction ends; a file is held by whoever writes to it anyway."""
    if connection.dialect.name != "sqlite":
        names = ", ".join(table.name for table in metadata.sorted_tables)
        connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))


def copy_rows(source: Connection, target: Connection) -> None:
    """Put the rows of one store in place of those of another of the same version."""
    for table in reversed(metadata.sorted_tables):
        target.execute(delete(table))
    for table in metadata.sorted_tables:
        if table.info.get("derived"):
            continue  # triggers see to it that it is made anew
        for rows in _parts(source, table):
            target.execute(insert(table), rows)
    if target.dialect.name != "sqlite":
        _go_on_counting(target)


def check(path: Path) -> None:
    """Raise InputError for a file that is no store, or a damaged one."""
    with contextlib.closing(_raw(path)) as connection:
        try:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.Error:
            raise wrong_copy(path, "E210") from None
    if found != ("ok",) or broken or not version:
        raise wrong_copy(path, "E210")


def one_file(path: Path) -> None:
    """Make a store one file, without companions; raises StoreError."""
    with told_of_file(), contextlib.closing(_raw(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def wrong_copy(path: Path, code: str) -> InputError:
    """Return the error that a file cannot be taken for a copy of a store."""
    return InputError(Problem(Place(str(path)), code, COPY_TEXTS[code]))


@contextlib.contextmanager
def told_of_file() -> Iterator[None]:
    """Turn errors of SQLite itself into StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(reason(error)) from None


@contextlib.contextmanager
def _opened(address: Address) -> Iterator[Database]:
    database = open_database(address)
    try:
        yield database
    finally:
        database.close()


def _copy_file(source: Path, target: Path) -> None:
    """Copy as SQLite does it: one state of the source, and whoever has the target open sees it change at once."""
    with told_of_file(), contextlib.closing(_raw(source)) as one, contextlib.closing(_raw(target)) as other:
        deadline = time.monotonic() + _PATIENCE

        def look(status: int, _remaining: int, _total: int) -> None:
            # Left alone, this would try for ever.
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
                raise sqlite3.OperationalError("database is locked")

        one.backup(other, progress=look)


def _raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=1)


def _parts(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    rows = source.execution_options(yield_per=_AT_ONCE).execute(select(table)).mappings()
    for part in rows.partitions(_AT_ONCE):
        yield [dict(row) for row in part]


def _go_on_counting(connection: Connection) -> None:
    """Let a server number new rows after those that came with their numbers."""
    for table in metadata.sorted_tables:
        key = table.autoincrement_column
        if key is not None and isinstance(key.type, Integer):
            last = f"COALESCE((SELECT MAX({key.name}) FROM {table.name}), 0) + 1"
            serial = f"pg_get_serial_sequence('{table.name}', '{key.name}')"
            connection.execute(text(f"SELECT setval({serial}, {last}, false)"))
