"""What refreshers are planned from: every answer of a person with what it lost and showed, and the last set."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from trainer.refresh import REFRESH
from trainer.refresh.history import Answered
from trainer.refresh.plan import Reason
from trainer.refresh.today import Begun
from trainer.storage.db.tables import answers, deductions, events, sessions, shown


@dataclass(frozen=True, slots=True)
class Story:
    """The answers of a person in their order, and the last set of refreshers that was begun."""

    answers: tuple[Answered, ...]
    last: Begun | None


def story(connection: Connection, person: str, zone: tzinfo | None) -> Story:
    """Return what a person has done so far; days are those of ``zone``."""
    mine = answers.c.person_id == person
    lost = _named(connection, deductions, mine, deductions.c.points > 0)
    kept = _named(connection, shown, mine)
    easy = _easy(connection, person)
    wanted = select(answers).where(mine).order_by(answers.c.at, answers.c.session_id, answers.c.number)
    found = tuple(
        Answered(
            session=row.session_id,
            scenario=row.scenario,
            turn=row.turn,
            day=day,
            score=row.score,
            hints=row.hints,
            lost=lost.get(row.id, ()),
            shown=kept.get(row.id, ()),
            easy=(row.session_id, row.turn) in easy,
        )
        for row in connection.execute(wanted)
        if (day := _day(row.at, zone))
    )
    return Story(found, _last(connection, person, zone))


def _named(connection: Connection, table: Table, *where: Any) -> dict[int, tuple[str, ...]]:
    """Return the standards of a table by answer."""
    joined = table.join(answers, answers.c.id == table.c.answer_id)
    wanted: Select[Any] = select(table.c.answer_id, table.c.standard).select_from(joined).where(*where)
    found: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(wanted.order_by(table.c.answer_id, table.c.standard)):
        found[row.answer_id] = (*found.get(row.answer_id, ()), row.standard)
    return found


def _easy(connection: Connection, person: str) -> set[tuple[str, str]]:
    """Return the items that the person called too easy, with their sessions."""
    joined = events.join(sessions, sessions.c.id == events.c.session_id)
    mine = (sessions.c.person_id == person) & (sessions.c.scenario == REFRESH) & (events.c.kind == "easy")
    rows = connection.execute(select(events.c.session_id, events.c.data).select_from(joined).where(mine))
    return {(row.session_id, str(row.data.get("item", ""))) for row in rows}


def _last(connection: Connection, person: str, zone: tzinfo | None) -> Begun | None:
    joined = sessions.join(events, (events.c.session_id == sessions.c.id) & (events.c.number == 0))
    mine = (sessions.c.person_id == person) & (sessions.c.scenario == REFRESH)
    latest = (
        select(
            sessions.c.id, sessions.c.answers, sessions.c.finished_at, sessions.c.started_at, events.c.data
        )
        .select_from(joined)
        .where(mine)
        .order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
    )
    row = connection.execute(latest.limit(1)).first()
    return _begun(row, zone) if row else None


def _begun(row: Any, zone: tzinfo | None) -> Begun | None:
    day = _day(row.started_at, zone)
    try:
        items = tuple(str(name) for name in row.data["items"])
        reasons = tuple(Reason(name) for name in row.data["reasons"])
    except (KeyError, ValueError, TypeError):
        return None
    if day is None or len(items) != len(reasons):
        return None
    return Begun(row.id, day, items, reasons, row.answers, row.finished_at is not None)


def _day(at: str, zone: tzinfo | None) -> date | None:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return zoned.astimezone(zone).date()
