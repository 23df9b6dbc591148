"""Brings a store back from its copy, and never over anything that the copy does not have."""

import shutil
import tempfile
from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from trainer.model.problem import InputError
from trainer.storage.copies import Copied, Lost
from trainer.storage.db.address import Address
from trainer.storage.db.copying import check, copy_rows, hold
from trainer.storage.db.engine import Database
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import answers, events, metadata, sessions
from trainer.storage.home import private_folder

# Rows of these follow from events, or are no loss: an LRS that is told a statement again has it already.
_FOLLOW = {"events", "answers", "deductions", "shown", "drafts", "outbox"}


def restore(copy: Path, address: Address, *, force: bool = False) -> Copied | Lost:
    """Put a copy in the place of the store; return what came, or what would be lost and so was not touched.

    Raises InputError for a copy that is damaged or newer, StoreError when the store cannot be written.
    """
    check(copy)
    folder = Path(tempfile.mkdtemp(prefix="trainer-"))
    try:
        # Migrated apart, so that both are of one version when they are compared.
        fresh = Path(shutil.copyfile(copy, folder / "copy.db"))
        come = open_database(Address(fresh), copied=True)
        try:
            found = _into(come, address, force=force)
        finally:
            come.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return found


def _into(come: Database, address: Address, *, force: bool) -> Copied | Lost:
    _make_room(address, force=force)
    database = open_database(address)
    try:
        # Compared and replaced in one step: an answer given meanwhile waits, it is never wiped out unseen.
        with come.read() as copy, database.write() as present:
            hold(present)
            lost = _lost(present, copy)
            if lost and not force:
                return lost
            copy_rows(copy, present)
            return counted(copy)
    finally:
        database.close()


def counted(connection: Connection) -> Copied:
    """Return what is in a store."""
    counts = (select(func.count()).select_from(table) for table in (sessions, answers))
    return Copied(*(int(connection.execute(query).scalar_one()) for query in counts))


def _make_room(address: Address, *, force: bool) -> None:
    """Carry a damaged file away: there is nothing in it to be compared with. Raises StoreError without force."""
    path = address.file
    if not path or not path.exists() or not path.stat().st_size:
        return
    private_folder(path.parent)
    try:
        check(path)
    except InputError:
        if not force:
            raise
        for name in ("", "-wal", "-shm"):
            part = path.with_name(path.name + name)
            if part.exists():
                part.rename(path.with_name(f"{path.name}.damaged{name}"))


def _lost(present: Connection, copy: Connection) -> Lost:
    kept, here = _last_events(copy), _last_events(present)
    newer = [session_id for session_id, last in here.items() if last > kept.get(session_id, (0, ""))]
    counts = [sum(_answers(connection, session_id) for session_id in newer) for connection in (present, copy)]
    tables = [table for table in metadata.sorted_tables if table.name not in _FOLLOW and not table.info]
    rows = {
        table.name: count for table in tables if (count := len(_rows(present, table) - _rows(copy, table)))
    }
    return Lost(len(newer), max(0, counts[0] - counts[1]), rows)


def _last_events(connection: Connection) -> dict[str, tuple[int, str]]:
    """Return how many events each session has and when the last of them was."""
    columns = (events.c.session_id, func.count(), func.max(events.c.at))
    rows = connection.execute(select(*columns).group_by(events.c.session_id))
    return {row[0]: (row[1], row[2]) for row in rows}


def _answers(connection: Connection, session_id: str) -> int:
    count = select(func.count()).select_from(answers).where(answers.c.session_id == session_id)
    return int(connection.execute(count).scalar_one())


def _rows(connection: Connection, table: Table) -> set[str]:
    """Return the rows as text; a session by its id alone, for the rest of it follows from its events."""
    columns = [sessions.c.id] if table is sessions else list(table.columns)
    return {repr(tuple(row)) for row in connection.execute(select(*columns))}
