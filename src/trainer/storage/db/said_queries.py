"""Answers of a person where a standard was shown or broken. Raises StoreError."""

from typing import Any

from sqlalchemy import Select, Table, or_, select

from trainer.model.span import Span
from trainer.practice.verdict_data import from_data
from trainer.storage.db.engine import Database
from trainer.storage.db.projection import TALK
from trainer.storage.db.tables import answers, deductions, events, sessions, shown
from trainer.team.said import Said

_EXAM = "exam"


def said(database: Database, person: str, standard: str, most: int) -> list[Said]:
    """Return the latest answers in talks, at most ``most`` of each sort: where it was shown, where it was broken.

    Of an exam that still goes on nothing is told.
    """
    with database.read() as connection:
        good = connection.execute(_query(shown, person, standard, most)).all()
        bad = connection.execute(_query(deductions, person, standard, most)).all()
    return [
        *(_said(row, standard, broken=False) for row in good),
        *(_said(row, standard, broken=True) for row in bad),
    ]


def _query(table: Table, person: str, standard: str, most: int) -> Select[Any]:
    event = (events.c.session_id == answers.c.session_id) & (events.c.number == answers.c.number)
    return (
        select(answers.c.text, answers.c.scenario, answers.c.at, events.c.data)
        .join(sessions, sessions.c.id == answers.c.session_id)
        .join(events, event)
        .where(answers.c.person_id == person, sessions.c.kind == TALK)
        .where(answers.c.id.in_(select(table.c.answer_id).where(table.c.standard == standard)))
        .where(or_(sessions.c.mode != _EXAM, sessions.c.finished_at.is_not(None)))
        .order_by(answers.c.at.desc())
        .limit(most)
    )


def _said(row: Any, standard: str, *, broken: bool) -> Said:
    text, scenario, at, data = row
    spans: tuple[Span, ...] = ()
    points = 0
    try:
        verdict = from_data(data["verdict"], text)
    except (KeyError, TypeError, ValueError):  # an event from before verdicts were kept so
        return Said(text, spans, broken, points, scenario, at)
    if broken:
        lost = [item for item in verdict.deductions if item.standard == standard]
        spans = tuple(span for item in lost for span in item.evidence)
        points = sum(item.points for item in lost)
    else:
        spans = tuple(span for item in verdict.praise if item.standard == standard for span in item.spans)
    return Said(text, spans, broken, points, scenario, at)
