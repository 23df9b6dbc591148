"""An answer in the store with the verdict that its event holds, and the rows that follow from its decisions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from trainer.model.verdict import Verdict
from trainer.practice.verdict_data import from_data
from trainer.storage.db.complain import wrong
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import StoreError
from trainer.storage.db.projection import TALK, sum_up
from trainer.storage.db.tables import answers, deductions, events, sessions, shown
from trainer.storage.objection_texts_ru import DAMAGED_VERDICT
from trainer.team.objections import corrected


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer of a talk: its id, whose it is, its number among the answers of the session, the verdict as given."""

    id: int
    session: str
    attempt: int
    person: str
    scenario: str
    turn: str
    text: str
    score: int
    verdict: Verdict


def find_answer(connection: Connection, session: str, attempt: int) -> StoredAnswer | None:
    """Return the n-th answer of a session (from 1, those taken back count); None where there is none."""
    if attempt < 1:
        return None
    wanted = _rows().where(answers.c.session_id == session).order_by(answers.c.number)
    row = connection.execute(wanted.offset(attempt - 1).limit(1)).first()
    return _answer(row, attempt) if row else None


def correct(connection: Connection, answer: StoredAnswer, withdrawn: Collection[int]) -> int:
    """Write score, deductions and what was shown without the deductions at these places; return the score.

    The event keeps the verdict as it was given.
    """
    from trainer.scoring.combine import GRADES

    verdict = corrected(answer.verdict, withdrawn, GRADES)
    score = {"score": verdict.score, "grade": verdict.grade}
    connection.execute(update(answers).where(answers.c.id == answer.id).values(score))
    connection.execute(delete(deductions).where(deductions.c.answer_id == answer.id))
    missed = shown.c.standard.in_(answer.verdict.missed)
    connection.execute(delete(shown).where(shown.c.answer_id == answer.id, missed))
    if rows := list(_deductions(answer, withdrawn)):
        connection.execute(insert(deductions), rows)
    if names := list(_shown(answer, verdict)):
        connection.execute(insert(shown), names)
    sum_up(connection, answer.session)
    return verdict.score


def _rows() -> Any:
    same = and_(events.c.session_id == answers.c.session_id, events.c.number == answers.c.number)
    return select(answers, events.c.data).join(events, same)


def _answer(row: Any, attempt: int) -> StoredAnswer:
    data = row.data
    if "verdict" not in data:
        raise wrong("E227")
    try:
        text = str(data["text"])
        verdict = from_data(data["verdict"], text)
    except (KeyError, TypeError, ValueError):
        raise StoreError(DAMAGED_VERDICT) from None
    where = (row.id, row.session_id, attempt, row.person_id, row.scenario, row.turn)
    return StoredAnswer(*where, text=text, score=row.score, verdict=verdict)


def _deductions(answer: StoredAnswer, withdrawn: Collection[int]) -> Iterator[dict[str, Any]]:
    for place, item in enumerate(answer.verdict.deductions, 1):
        if place not in withdrawn:
            about = {"standard": item.standard, "quality": item.quality, "points": item.points}
            yield {"answer_id": answer.id, "number": place - 1, **about}


def _shown(answer: StoredAnswer, verdict: Verdict) -> Iterator[dict[str, Any]]:
    """Yield the rows of what was shown after all."""
    for item in answer.verdict.deductions:
        if item.standard in answer.verdict.missed and item.standard in verdict.shown:
            yield {"answer_id": answer.id, "standard": item.standard, "quality": item.quality}


def last_session(database: Database, person: str) -> str:
    """Return the id of the latest talk of a person; empty where there is none. Raises StoreError."""
    mine = (sessions.c.person_id == person) & (sessions.c.kind == TALK) & (sessions.c.answers > 0)
    latest = select(sessions.c.id).where(mine).order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
    with database.read() as connection:
        return str(connection.execute(latest.limit(1)).scalar() or "")
