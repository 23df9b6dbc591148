"""Objections of trainees and decisions of mentors: nothing of them is ever changed or taken out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, select, update

from trainer.storage.db.answer_rows import StoredAnswer, correct, find_answer
from trainer.storage.db.complain import wrong
from trainer.storage.db.disagreement_tables import decisions, objections
from trainer.storage.db.engine import Database
from trainer.storage.db.labelled_store import keep_labels
from trainer.storage.db.mentors import check_mentor
from trainer.storage.db.notices import tell_person
from trainer.storage.db.tables import answers
from trainer.storage.db.values import iso, plain
from trainer.team.objections import Decision, Label, Objection, State

DECIDED = "decided"
"""The kind of a notice about a decision; its data name the objection, the answer, the scores and the reason."""


class ObjectionStore:
    """Keeps objections and decisions; all methods may raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answer(self, session: str, attempt: int, person: str | None = None) -> StoredAnswer:
        """Return the n-th answer of a session; raises InputError when it is not there or of somebody else."""
        with self._database.read() as connection:
            return _answer(connection, session, attempt, person)

    def add(
        self, person: str, session: str, attempt: int, deduction: int, text: str, at: datetime
    ) -> Objection:
        """Keep an objection of ``person`` to a deduction of an answer of theirs (both from 1).

        Raises InputError where there is no such deduction, no text, or an objection already.
        """
        if not text.strip():
            raise wrong("E223")
        with self._database.write() as connection:
            answer = _answer(connection, session, attempt, person)
            lost = answer.verdict.deductions
            if not 1 <= deduction <= len(lost):
                raise wrong("E221", number=deduction, of=len(lost))
            what = lost[deduction - 1].standard or plain(answer.grounds[deduction - 1].title)
            about = {"standard": what, "points": lost[deduction - 1].points}
            row = {
                "answer_id": answer.id,
                "deduction": deduction,
                **about,
                "text": plain(text.strip()),
                "at": iso(at),
            }
            same = and_(objections.c.answer_id == answer.id, objections.c.deduction == deduction)
            if there := connection.execute(select(objections.c.id).where(same)).scalar():
                raise wrong("E222", id=there)
            found = connection.execute(insert(objections).values(row).returning(objections.c.id)).scalar_one()
            return next(iter(_read(connection, objections.c.id == found)))

    def all(self, *, person: str = "", session: str = "", open_only: bool = False) -> list[Objection]:
        """Return objections, those that wait first, each kind the oldest first; of one person or session if named."""
        conditions = []
        if person:
            conditions.append(answers.c.person_id == person)
        if session:
            conditions.append(answers.c.session_id == session)
        with self._database.read() as connection:
            found = _read(connection, *conditions)
        waiting = [item for item in found if item.state is State.OPEN]
        return waiting if open_only else [*waiting, *(item for item in found if item.state is not State.OPEN)]

    def decide(self, objection_id: int, withdrawn: bool, reason: str, mentor: str, at: datetime) -> Objection:
        """Keep a decision, correct the score, label the text and leave word for the trainee, all or nothing.

        Raises InputError for an unknown objection, an empty reason and somebody who is no mentor.
        """
        if not reason.strip():
            raise wrong("E226")
        with self._database.write() as connection:
            check_mentor(connection, mentor)
            found = _read(connection, objections.c.id == objection_id)
            if not found:
                raise wrong("E224", id=objection_id)
            answer = _answer_of(connection, found[0])
            row = {"objection_id": objection_id, "withdrawn": withdrawn, "reason": plain(reason.strip())}
            row |= {
                "mentor_id": mentor,
                "at": iso(at),
                "score_before": answer.score,
                "score_after": answer.score,
            }
            number = connection.execute(insert(decisions).values(row).returning(decisions.c.id)).scalar_one()
            after = correct(connection, answer, _withdrawn(connection, answer.id))
            change = update(decisions).where(decisions.c.id == number).values(score_after=after)
            connection.execute(change)
            keep_labels(connection, _labels(answer, found[0], withdrawn, mentor, iso(at), number))
            decided = _read(connection, objections.c.id == objection_id)[0]
            _leave_word(connection, decided, at)
            return decided


def _answer(connection: Connection, session: str, attempt: int, person: str | None) -> StoredAnswer:
    found = find_answer(connection, session, attempt)
    if found is None or (person is not None and found.person != person):
        raise wrong("E220", session=session, number=attempt)
    return found


def _answer_of(connection: Connection, objection: Objection) -> StoredAnswer:
    found = find_answer(connection, objection.session, objection.attempt)
    assert found is not None  # an objection refers to an answer
    return found


def _withdrawn(connection: Connection, answer_id: int) -> set[int]:
    found = _read(connection, objections.c.answer_id == answer_id)
    return {item.deduction for item in found if item.state is State.WITHDRAWN}


def _labels(
    answer: StoredAnswer, objection: Objection, withdrawn: bool, mentor: str, at: str, number: int
) -> list[Label]:
    """Return what a decision says of a standard in a text; nothing where no text was judged by one."""
    ground = answer.grounds[objection.deduction - 1]
    if not ground.text:
        return []
    found, spans = ground.label(withdrawn)
    # Words written in an exercise belong to no turn of a talk.
    place = (answer.scenario, answer.turn) if answer.graded else ("", "")
    about = (ground.text, *place, objection.standard, found, spans)
    return [
        Label(*about, writer=answer.person, mentor=mentor, at=at, origin="decision", origin_id=str(number))
    ]


def _leave_word(connection: Connection, objection: Objection, at: datetime) -> None:
    last = objection.last
    assert last is not None
    data = {
        "objection": objection.id,
        "session": objection.session,
        "attempt": objection.attempt,
        "standard": objection.standard,
        "withdrawn": last.withdrawn,
        "reason": last.reason,
        "before": last.before,
        "after": last.after,
    }
    tell_person(connection, objection.person, DECIDED, data, iso(at))


def _read(connection: Connection, *conditions: Any) -> list[Objection]:
    """Return objections with their decisions, the oldest first."""
    # The number of an answer among those of its session, as people count.
    same = answers.alias()
    earlier = select(func.count()).where(
        same.c.session_id == answers.c.session_id, same.c.number <= answers.c.number
    )
    columns = (answers.c.session_id, answers.c.person_id, answers.c.scenario, answers.c.turn)
    wanted = (
        select(objections, *columns, answers.c.text.label("said"), earlier.scalar_subquery().label("attempt"))
        .join(answers, answers.c.id == objections.c.answer_id)
        .where(*conditions)
        .order_by(objections.c.id)
    )
    rows = connection.execute(wanted).all()
    made = _decisions(connection, [row.id for row in rows])
    return [_objection(row, made[row.id]) for row in rows]


def _decisions(connection: Connection, ids: Sequence[int]) -> dict[int, list[Decision]]:
    found: dict[int, list[Decision]] = defaultdict(list)
    wanted = select(decisions).where(decisions.c.objection_id.in_(ids)).order_by(decisions.c.id)
    for row in connection.execute(wanted):
        scores = (row.score_before, row.score_after)
        found[row.objection_id].append(
            Decision(row.withdrawn, row.reason, row.mentor_id or "", row.at, *scores)
        )
    return found


def _objection(row: Row[Any], made: Iterable[Decision]) -> Objection:
    about = (row.id, row.session_id, row.attempt, row.deduction, row.standard, row.points, row.text)
    return Objection(*about, row.person_id, row.at, row.scenario, row.turn, row.said, tuple(made))
