"""What somebody is to be told at the next start; told once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from trainer.storage.db.disagreement_tables import notices
from trainer.storage.db.engine import Database
from trainer.storage.db.values import iso


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell: its ``kind`` says what stands in ``data``; ``at`` is a time in ISO form, UTC."""

    id: int
    kind: str
    at: str
    data: Mapping[str, Any]


def tell_person(connection: Connection, person: str, kind: str, data: Mapping[str, Any], at: str) -> None:
    """Leave word for a person."""
    connection.execute(insert(notices).values(person_id=person, kind=kind, data=dict(data), at=at))


def unread(database: Database, person: str) -> list[Notice]:
    """Return what a person has not been told yet, the oldest first; raises StoreError."""
    wanted = select(notices).where(notices.c.person_id == person, notices.c.read_at.is_(None))
    with database.read() as connection:
        rows = connection.execute(wanted.order_by(notices.c.id)).all()
    return [Notice(row.id, row.kind, row.at, row.data) for row in rows]


def mark_read(database: Database, person: str, kind: str, up_to: int, now: datetime) -> None:
    """Remember that a person was told everything of a kind up to this id; raises StoreError."""
    mine = (notices.c.person_id == person) & (notices.c.kind == kind) & notices.c.read_at.is_(None)
    with database.write() as connection:
        connection.execute(update(notices).where(mine, notices.c.id <= up_to).values(read_at=iso(now)))
