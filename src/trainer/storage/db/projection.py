"""What the events of a session mean in rows: the session itself, its answers, what they lost and showed.

Written together with the event, in one transaction, so that no report can tell another story.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from trainer.model.points import mean_of
from trainer.practice.ports import Event
from trainer.storage.db.qualities import quality_of
from trainer.storage.db.tables import answers, deductions, events, sessions, shown
from trainer.storage.db.values import number, plain, utc

TALK, SERIES = "talk", "series"
# A start event names these; the session and each answer carry them on.
_STAMP = ("pack", "hash_pack", "hash_catalogue", "engine_version")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event belongs: whose session, its number from 0, and the event the session began with."""

    person: str
    session: str
    number: int
    start: Event


def keep(connection: Connection, place: Place, event: Event, told: Event | None = None) -> None:
    """Write an event and what follows from it; a number that is taken raises IntegrityError.

    ``told`` is the event with what an old one left unsaid: the rows are made of it, the event stays as it was.
    """
    _keep_event(connection, place, event)
    event = told or event
    kind = event.get("kind")
    if kind in ("answer", "done"):
        _keep_answer(connection, place, event)
    elif kind == "retry":
        _take_back(connection, place.session)
    elif kind == "finish":
        values = {"finished_at": utc(event.get("at")), "ending": plain(event.get("ending", "")) or None}
        connection.execute(update(sessions).where(sessions.c.id == place.session).values(values))
    if kind in ("answer", "done", "retry"):
        sum_up(connection, place.session)


def _keep_event(connection: Connection, place: Place, event: Event) -> None:
    if place.number == 0:
        connection.execute(insert(sessions).values(_session(place, event)))
    row = {"session_id": place.session, "number": place.number, "kind": plain(event.get("kind", ""))}
    connection.execute(insert(events).values(**row, at=utc(event.get("at")), data=dict(event)))


def _session(place: Place, event: Event) -> dict[str, Any]:
    return {
        "id": place.session,
        "person_id": place.person,
        "kind": SERIES if "exercise" in event else TALK,
        "scenario": plain(event.get("exercise", event.get("scenario", ""))),
        "mode": plain(event.get("mode", "")),
        "started_at": utc(event.get("at")),
        "assignment_id": event.get("assignment"),
        **_stamp(event),
    }


def _stamp(start: Event) -> dict[str, str]:
    return {name: plain(start.get(name, "")) for name in _STAMP}


def _keep_answer(connection: Connection, place: Place, event: Event) -> None:
    judged = _mapping(event.get("verdict", event.get("assessment")))
    row = {
        "session_id": place.session,
        "number": place.number,
        "person_id": place.person,
        "scenario": plain(place.start.get("exercise", place.start.get("scenario", ""))),
        "turn": plain(event.get("item", event.get("turn", ""))),
        "at": utc(event.get("at")),
        "text": plain(_said(event)),
        "score": number(judged.get("score")) or 0,
        "grade": number(judged.get("grade")),
        "seconds": number(event.get("seconds")),
        "hints": number(event.get("hints")) or 0,
        "looked": event.get("looked"),
        **_stamp(place.start),
    }
    # Not inserted_primary_key: with it mypy does not know that there is one.
    answer = connection.execute(insert(answers).values(row).returning(answers.c.id)).scalar_one()
    if lost := list(_lost(place, event, judged)):
        rows = [{"answer_id": answer, "number": at, **item} for at, item in enumerate(lost)]
        connection.execute(insert(deductions), rows)
    if names := dict.fromkeys(plain(name) for name in judged.get("shown", ())):
        own = _mapping(place.start.get("own"))
        rows = [{"answer_id": answer, "standard": name, "quality": quality_of(name, own)} for name in names]
        connection.execute(insert(shown), rows)


def _lost(place: Place, event: Event, judged: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    own = _mapping(place.start.get("own"))
    for item in judged.get("deductions", judged.get("losses", ())):
        standard = plain(item.get("standard", ""))
        quality = plain(item.get("quality", "")) or quality_of(standard, own)
        yield {"standard": standard, "quality": quality, "points": number(item.get("points")) or 0}


def _said(event: Event) -> str:
    """Return the words of an answer: its text, or the texts of an exercise one a line."""
    if "text" in event:
        return str(event["text"])
    answer = _mapping(event.get("answer"))
    marked = (item.get("words", "") for item in answer.get("marks", ()))
    chosen = (answer.get("next_question", ""), answer.get("choice", ""))
    texts = [answer.get("text", ""), *answer.get("texts", ()), *chosen, *marked]
    return "\n".join(str(text) for text in texts if text)


def _take_back(connection: Connection, session_id: str) -> None:
    standing = (answers.c.session_id == session_id) & ~answers.c.taken_back
    last = select(func.max(answers.c.number)).where(standing).scalar_subquery()
    connection.execute(update(answers).where(standing, answers.c.number == last).values(taken_back=True))


def sum_up(connection: Connection, session_id: str) -> None:
    """Write the means, half rounded up as in the debrief, and the count of the answers that stand."""
    columns = (
        func.count(),
        func.sum(answers.c.score),
        func.sum(answers.c.grade),
        func.count(answers.c.grade),
    )
    standing = (answers.c.session_id == session_id) & ~answers.c.taken_back
    count, score, grade, graded = connection.execute(select(*columns).where(standing)).one()
    values = {"answers": count, "score": _mean(score, count), "grade": _mean(grade, graded)}
    connection.execute(update(sessions).where(sessions.c.id == session_id).values(values))


def _mean(total: int | None, count: int) -> int | None:
    return mean_of(int(total or 0), count) if count else None


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
