"""Reads from the store what statements are made of, in pages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, literal, select

from trainer.practice.records import Mode
from trainer.storage.db.disagreement_tables import decisions, objections
from trainer.storage.db.tables import answers, assignments, deductions, outbox, sessions
from trainer.team.xapi import Attempt, Given, Named

ANSWERED, COMPLETED, JUDGED = "answered", "completed", "judged"
WHOLE = -1  # the number of what is said of a session as a whole
_PAGE = 500

Titles = Mapping[str, str]


def given(
    connection: Connection, titles: Titles, target: str | None = None, after: int = 0
) -> list[tuple[int, Given]]:
    """Return a page of answers with their row ids, of those above ``after``, with a target of those it was not told.

    Told otherwise is not told: a mentor may have changed the score since.
    """
    columns = [column for column in answers.c if column.name != "looked"]
    revision = _decided(objections.c.answer_id == answers.c.id)
    wanted: Select[Any] = select(*columns, sessions.c.mode, revision.label("revision")).join(
        sessions, sessions.c.id == answers.c.session_id
    )
    wanted = wanted.where(answers.c.id > after).order_by(answers.c.id).limit(_PAGE)
    if target is not None:
        wanted = wanted.where(~_told(target, ANSWERED, answers.c.session_id, answers.c.number, revision))
    rows = connection.execute(wanted).all()
    points = _points(connection, [row.id for row in rows])
    return [(row.id, _given(row, titles, points.get(row.id, {}))) for row in rows]


def attempts(
    connection: Connection,
    titles: Titles,
    pass_mark: int,
    verb: str,
    target: str | None = None,
    after: str = "",
) -> list[Attempt]:
    """Return a page of finished sessions in the order of their ids, above ``after``; see ``given``.

    ``verb`` says what for: all are completed, but only exams and tasks are judged. A task has a mark of its own,
    ``pass_mark`` is for the rest.
    """
    wanted = _finished().where(sessions.c.id > after).order_by(sessions.c.id).limit(_PAGE)
    if verb == JUDGED:
        is_exam = (sessions.c.mode == str(Mode.EXAM)) | sessions.c.assignment_id.is_not(None)
        wanted = wanted.where(is_exam, sessions.c.score.is_not(None))
    if target is not None:
        wanted = wanted.where(~_told(target, verb, sessions.c.id, literal(WHOLE), _of_session()))
    rows = connection.execute(wanted).all()
    return [_attempt(row, titles, pass_mark) for row in rows]


def every(connection: Connection, titles: Titles, pass_mark: int) -> Iterator[Given | tuple[str, Attempt]]:
    """Yield all there is to say: the answers, and the finished sessions with the verb."""
    last = 0
    while page := given(connection, titles, after=last):
        yield from (fact for _, fact in page)
        last = page[-1][0]
    for verb in (COMPLETED, JUDGED):
        at = ""
        while found := attempts(connection, titles, pass_mark, verb, after=at):
            yield from ((verb, fact) for fact in found)
            at = found[-1].session


def _finished() -> Select[Any]:
    spent = select(func.sum(answers.c.seconds)).where(answers.c.session_id == sessions.c.id).scalar_subquery()
    marked = sessions.outerjoin(assignments, assignments.c.id == sessions.c.assignment_id)
    columns = (sessions, spent.label("spent"), assignments.c.pass_mark, _of_session().label("revision"))
    wanted = select(*columns).select_from(marked)
    return wanted.where(sessions.c.finished_at.is_not(None))


def _told(target: str, verb: str, session: Any, number: Any, revision: Any) -> Any:
    same = (outbox.c.target == target) & (outbox.c.session_id == session) & (outbox.c.number == number)
    return select(outbox.c.id).where(same, outbox.c.verb == verb, outbox.c.revision >= revision).exists()


def _decided(where: Any) -> Any:
    """Return how many decisions have changed a score."""
    made = decisions.join(objections, objections.c.id == decisions.c.objection_id)
    changed = decisions.c.score_before != decisions.c.score_after
    counted = select(func.count()).select_from(made).where(changed, where)
    return counted.correlate(answers, sessions).scalar_subquery()


def _of_session() -> Any:
    own = answers.alias()
    return _decided(objections.c.answer_id.in_(select(own.c.id).where(own.c.session_id == sessions.c.id)))


def _points(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, int]]:
    wanted = select(deductions.c.answer_id, deductions.c.standard, deductions.c.points)
    found: dict[int, dict[str, int]] = {}
    if ids:
        within = deductions.c.answer_id.in_(ids)
        for row in connection.execute(
            wanted.where(within).order_by(deductions.c.answer_id, deductions.c.number)
        ):
            points = found.setdefault(row.answer_id, {})
            points[row.standard] = points.get(row.standard, 0) + row.points
    return found


def _given(row: Row[Any], titles: Titles, points: Mapping[str, int]) -> Given:
    about = Named(row.pack, row.scenario, row.mode, titles.get(row.scenario, ""))
    return Given(
        row.person_id,
        row.session_id,
        row.number,
        about,
        row.turn,
        row.at,
        row.text,
        row.score,
        row.seconds,
        tuple(points.items()),
        row.revision,
    )


def _attempt(row: Row[Any], titles: Titles, pass_mark: int) -> Attempt:
    about = Named(row.pack, row.scenario, row.mode, titles.get(row.scenario, ""))
    spent = _between(row.started_at, row.finished_at) if row.spent is None else int(row.spent)
    mark = pass_mark if row.pass_mark is None else int(row.pass_mark)
    return Attempt(row.person_id, row.id, about, row.finished_at, row.score, spent, mark, row.revision)


def _between(start: str, end: str) -> int | None:
    try:
        spent = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    except ValueError:
        return None
    return max(0, round(spent.total_seconds()))
