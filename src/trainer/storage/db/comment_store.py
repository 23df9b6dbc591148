"""The sessions of people to be looked at, and the comments at their answers. Raises StoreError."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, insert, or_, select, update

from trainer.practice.ports import Event
from trainer.storage.db.engine import Database
from trainer.storage.db.report_tables import comments
from trainer.storage.db.tables import events, people, sessions
from trainer.team.comments import Comment, Kind, News
from trainer.team.transcript import Known


def known(database: Database, session_id: str) -> Known | None:
    """Return what is known of a session; None for one that is not there."""
    with database.read() as connection:
        row = connection.execute(_sessions(sessions.c.id == session_id)).first()
    return Known(*row) if row else None


def session_list(database: Database, whose: Sequence[str] | None, most: int, pack: str = "") -> list[Known]:
    """Return the latest sessions with answers, of these people or (None) of everybody."""
    wanted = sessions.c.answers > 0
    if whose is not None:
        wanted &= sessions.c.person_id.in_(whose)
    if pack:
        wanted &= sessions.c.pack == pack
    latest = _sessions(wanted).order_by(sessions.c.started_at.desc(), sessions.c.id.desc()).limit(most)
    with database.read() as connection:
        return [Known(*row) for row in connection.execute(latest).all()]


def _sessions(wanted: ColumnElement[bool]) -> Select[Any]:
    count = select(func.count()).where(comments.c.session_id == sessions.c.id).scalar_subquery()
    columns = ("kind", "pack", "scenario", "mode", "started_at")
    return (
        select(
            sessions.c.id,
            sessions.c.person_id,
            people.c.name,
            *(sessions.c[name] for name in columns),
            func.coalesce(sessions.c.finished_at, ""),
            sessions.c.score,
            sessions.c.answers,
            count,
        )
        .join(people, people.c.id == sessions.c.person_id)
        .where(wanted)
    )


def all_events(database: Database, session_id: str) -> list[Event]:
    """Return the events of a session, whosever it is."""
    wanted = select(events.c.data).where(events.c.session_id == session_id).order_by(events.c.number)
    with database.read() as connection:
        return list(connection.execute(wanted).scalars())


def comments_of(database: Database, session_id: str) -> list[Comment]:
    """Return the comments at a session in their order."""
    columns = (comments.c.id, comments.c.session_id, comments.c.number, func.coalesce(people.c.name, ""))
    more = (comments.c.kind, comments.c.text, comments.c.at, func.coalesce(comments.c.read_at, ""))
    joined = comments.outerjoin(people, people.c.id == comments.c.author_id)
    wanted = select(*columns, *more).select_from(joined).where(comments.c.session_id == session_id)
    with database.read() as connection:
        rows = connection.execute(wanted.order_by(comments.c.id)).all()
    return [Comment(*row[:4], Kind(row[4]), *row[5:]) for row in rows]


def add_comment(
    database: Database, session_id: str, event: int, author: str, kind: Kind, text: str, at: str
) -> None:
    """Keep a comment at the answer that this event holds."""
    row = {"session_id": session_id, "number": event, "author_id": author, "kind": str(kind)}
    with database.write() as connection:
        connection.execute(insert(comments).values(**row, text=text, at=at))


def news_of(database: Database, person: str) -> list[News]:
    """Return the sessions of a person at which somebody else wrote what they have not read, the latest first."""
    author = func.max(func.coalesce(people.c.name, ""))
    joined = comments.join(sessions, sessions.c.id == comments.c.session_id)
    joined = joined.outerjoin(people, people.c.id == comments.c.author_id)
    columns = select(sessions.c.id, sessions.c.scenario, func.count(), author).select_from(joined)
    fresh = columns.where(_unread(person)).group_by(sessions.c.id, sessions.c.scenario)
    with database.read() as connection:
        rows = connection.execute(fresh.order_by(func.max(comments.c.id).desc())).all()
    return [News(*row) for row in rows]


def mark_read(database: Database, person: str, session_id: str, at: str) -> None:
    """Remember that the owner of a session has read what stands at its answers."""
    mine = select(sessions.c.id).where(sessions.c.person_id == person, sessions.c.id == session_id)
    fresh = (comments.c.session_id.in_(mine)) & comments.c.read_at.is_(None)
    with database.read() as connection:
        if not connection.execute(select(comments.c.id).where(fresh).limit(1)).first():
            return
    with database.write() as connection:
        connection.execute(update(comments).where(fresh).values(read_at=at))


def _unread(person: str) -> ColumnElement[bool]:
    not_own = or_(comments.c.author_id.is_(None), comments.c.author_id != person)
    return (sessions.c.person_id == person) & comments.c.read_at.is_(None) & not_own
