"""Everything that belongs to one person, in whatever table: read out, or erased.

Found by the references between tables, so that a table that comes later is covered as well: rows that refer to
the person by ``person_id``, and rows that refer to such rows. Somebody else's record that only mentions the
person, a mentor's mark for one, stays without the mention.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, or_, select, update

from trainer.storage.db.tables import metadata, people, sessions

OWN = "person_id"
_SECRET = ("pin_hash", "secret_hash")
# Drafts refer to sessions by name only: they must never fail to be kept.
_BY_NAME = {"session_id": sessions.c.id}


def read_out(connection: Connection, person_id: str) -> Mapping[str, list[dict[str, Any]]]:
    """Return all rows of a person by table; hashes of the PIN and of links are not among them."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, rows in _owned(person_id).items():
        columns = [column for column in table.columns if column.name not in _SECRET]
        wanted = select(*columns).where(rows).order_by(*table.primary_key.columns)
        if kept := [dict(row._mapping) for row in connection.execute(wanted)]:
            found[table.name] = kept
    return found


def erase(connection: Connection, person_id: str, *, keep_person: bool = False) -> None:
    """Erase all rows of a person; ``keep_person`` leaves the person itself, with nothing but an id and a name."""
    if connection.dialect.name == "sqlite":
        # What is erased is written over, not only given free.
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
    _unmention(connection, person_id)
    for table, rows in reversed(_owned(person_id).items()):
        if table is not people:
            connection.execute(delete(table).where(rows))
    _drop_empty_assignments(connection)
    if keep_person:
        values = {"name": "я", "role": "trainee", "pin_hash": None, "pin_wrong": 0, "pin_closed_until": None}
        connection.execute(update(people).where(people.c.id == person_id).values(**values, closed_at=None))
    else:
        connection.execute(delete(people).where(people.c.id == person_id))


def _owned(person_id: str) -> dict[Table, ColumnElement[bool]]:
    """Return the tables that hold something of a person, those that are referred to first, and which rows."""
    found: dict[Table, ColumnElement[bool]] = {people: people.c.id == person_id}
    # A reference by name puts no table after another, so those come last: sessions are known by then.
    for table in sorted(metadata.sorted_tables, key=_refers_by_name):
        ways: list[ColumnElement[bool]] = []
        for column in table.columns:
            if column.name == OWN:
                ways.append(column == person_id)
                continue
            targets = [key.column for key in column.foreign_keys]
            if not targets and column.name in _BY_NAME:
                targets = [_BY_NAME[column.name]]
            ways += [
                column.in_(select(target).where(found[target.table]))
                for target in targets
                if target.table in found and target.table is not people
            ]
        if ways and table is not people:
            found[table] = or_(*ways)
    return found


def _refers_by_name(table: Table) -> bool:
    return any(column.name in _BY_NAME and not column.foreign_keys for column in table.columns)


def _unmention(connection: Connection, person_id: str) -> None:
    """Take the person out of records that are somebody else's; a record that cannot be without them goes."""
    for table in reversed(metadata.sorted_tables):
        for column in table.columns:
            if column.name == OWN or not any(key.column is people.c.id for key in column.foreign_keys):
                continue
            mentioned = column == person_id
            if column.nullable:
                connection.execute(update(table).where(mentioned).values({column.name: None}))
            else:
                connection.execute(delete(table).where(mentioned))


def _drop_empty_assignments(connection: Connection) -> None:
    """Remove assignments for nobody: they may carry the name of whom they were for."""
    tables = metadata.tables
    for_people = select(tables["assignment_people"].c.assignment_id)
    for_groups = select(tables["assignment_groups"].c.assignment_id)
    tasks = tables["assignments"]
    connection.execute(delete(tasks).where(tasks.c.id.not_in(for_people), tasks.c.id.not_in(for_groups)))


def sessions_of(connection: Connection, person_id: str) -> set[str]:
    """Return the ids of the sessions of a person."""
    return set(connection.execute(select(sessions.c.id).where(sessions.c.person_id == person_id)).scalars())
