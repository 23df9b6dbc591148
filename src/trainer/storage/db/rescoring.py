"""Sessions to be judged anew, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from trainer.practice.ports import Event
from trainer.practice.rescore import Rejudged
from trainer.practice.stamp import Stamp
from trainer.storage.db.projection import TALK
from trainer.storage.db.tables import events, rescores, sessions
from trainer.storage.db.values import iso


@dataclass(frozen=True, slots=True)
class Held:
    """A session as it was held; ``at`` is when it began."""

    id: str
    scenario: str
    at: str
    talk: bool


def held(connection: Connection, session_id: str = "") -> list[Held]:
    """Return one session or all that have answers, in the order they were held."""
    columns = select(sessions.c.id, sessions.c.scenario, sessions.c.started_at, sessions.c.kind)
    query = (
        columns.where(sessions.c.id == session_id) if session_id else columns.where(sessions.c.answers > 0)
    )
    rows = connection.execute(query.order_by(sessions.c.started_at, sessions.c.id))
    return [Held(row.id, row.scenario, row.started_at, row.kind == TALK) for row in rows]


def story(connection: Connection, session_id: str) -> Sequence[Event]:
    """Return the events of a session, whoever held it."""
    query = select(events.c.data).where(events.c.session_id == session_id).order_by(events.c.number)
    return connection.execute(query).scalars().all()


def write_down(
    connection: Connection, session_id: str, found: Iterable[Rejudged], by: Stamp, at: datetime
) -> None:
    """Keep what is said now beside what was said then; what the same judge has said already is not said twice."""
    judged_by = {
        "hash_pack": by.hash_pack,
        "hash_catalogue": by.hash_catalogue,
        "engine_version": by.engine_version,
    }
    same = [rescores.c[name] == value for name, value in judged_by.items()]
    query = select(rescores.c.number).where(rescores.c.session_id == session_id, *same)
    known = set(connection.execute(query).scalars())
    rows = [
        {
            "session_id": session_id,
            "number": one.number,
            "at": iso(at),
            "score": one.now.score,
            "grade": one.now.grade,
            "verdict": one.now.data,
            **judged_by,
        }
        for one in found
        if one.number not in known
    ]
    if rows:
        connection.execute(insert(rescores), rows)
