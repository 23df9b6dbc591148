"""An answer in the store with the verdict that its event holds, and the rows that follow from its decisions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from trainer.model.standard import Kind
from trainer.model.verdict import Verdict
from trainer.packs.own_standards import shipped
from trainer.practice.exercises.answer import answer_of
from trainer.practice.exercises.assessment import assessment_of
from trainer.practice.verdict_data import from_data
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import StoreError
from trainer.storage.db.projection import TALK, sum_up
from trainer.storage.db.qualities import quality_of
from trainer.storage.db.tables import answers, deductions, events, sessions, shown
from trainer.storage.objection_texts_ru import DAMAGED_VERDICT
from trainer.team.grounds import Ground, as_verdict, grounds_of, grounds_of_item
from trainer.team.objections import corrected


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer: its id, whose it is, its number among the answers of the session, the verdict as given.

    ``grounds`` say what each deduction rests on. An item of an exercise has no grade (``graded``), and its verdict no
    more than text, score and deductions.
    """

    id: int
    session: str
    attempt: int
    person: str
    scenario: str
    turn: str
    text: str
    score: int
    verdict: Verdict
    grounds: tuple[Ground, ...] = ()
    graded: bool = True


def find_answer(connection: Connection, session: str, attempt: int) -> StoredAnswer | None:
    """Return the n-th answer of a session (from 1, those taken back count); None where there is none."""
    if attempt < 1:
        return None
    wanted = _rows().where(answers.c.session_id == session).order_by(answers.c.number)
    row = connection.execute(wanted.offset(attempt - 1).limit(1)).first()
    return _answer(connection, row, attempt) if row else None


def correct(connection: Connection, answer: StoredAnswer, withdrawn: Collection[int]) -> int:
    """Write score, deductions and what was shown without the deductions at these places; return the score.

    The event keeps the verdict as it was given.
    """
    from trainer.scoring.combine import GRADES

    verdict = corrected(answer.verdict, withdrawn, GRADES)
    score = {"score": verdict.score, "grade": verdict.grade if answer.graded else None}
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


def _answer(connection: Connection, row: Any, attempt: int) -> StoredAnswer:
    judged = _of_exercise if "assessment" in row.data else _of_talk
    try:
        verdict, grounds = judged(connection, row)
    except (KeyError, TypeError, ValueError):
        raise StoreError(DAMAGED_VERDICT) from None
    where = (row.id, row.session_id, attempt, row.person_id, row.scenario, row.turn)
    graded = judged is _of_talk
    return StoredAnswer(*where, verdict.text, row.score, verdict, grounds, graded=graded)


def _of_talk(_connection: Connection, row: Any) -> tuple[Verdict, tuple[Ground, ...]]:
    verdict = from_data(row.data["verdict"], str(row.data["text"]))
    return verdict, grounds_of(verdict)


def _of_exercise(connection: Connection, row: Any) -> tuple[Verdict, tuple[Ground, ...]]:
    said, found = answer_of(row.data["answer"]), assessment_of(row.data["assessment"])
    start = select(events.c.data).where(events.c.session_id == row.session_id, events.c.number == 0)
    own = connection.execute(start).scalar_one().get("own") or {}
    verdict = as_verdict(found, str(row.text), lambda name: quality_of(name, own))
    return verdict, grounds_of_item(found, {said.text, *said.texts} - {""}, _is_duty)


def _is_duty(standard: str) -> bool | None:
    known = shipped().standards.get(standard)
    return None if known is None else known.kind is Kind.OBLIGATION


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


def last_session(database: Database, person: str, *, talk: bool = False) -> str:
    """Return the id of the latest talk or series of a person; empty where there is none. Raises StoreError."""
    mine = (sessions.c.person_id == person) & (sessions.c.answers > 0)
    if talk:
        mine &= sessions.c.kind == TALK
    latest = select(sessions.c.id).where(mine).order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
    with database.read() as connection:
        return str(connection.execute(latest.limit(1)).scalar() or "")
