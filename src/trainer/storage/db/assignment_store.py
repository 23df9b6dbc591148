"""Assignments in the store, and the attempts that count for them, out of the stored sessions."""

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from trainer.model.place import NOWHERE, Place
from trainer.packs.problems import hint
from trainer.practice.records import Mode
from trainer.practice.replay import is_part
from trainer.storage.db.people_store import wrong
from trainer.storage.db.projection import SERIES
from trainer.storage.db.tables import (
    assignment_groups,
    assignment_items,
    assignment_people,
    assignments,
    events,
    members,
    people,
    sessions,
)
from trainer.storage.db.values import iso
from trainer.team.assignments import Assignment, Counts, Try


def add_assignment(
    connection: Connection,
    task: Assignment,
    persons: Iterable[str],
    groups: Iterable[str],
    now: datetime,
) -> Assignment:
    """Keep an assignment for these people and groups (ids) and return it with its new id.

    Who joins a group later has it as well; ``task.targets`` is not looked at.
    """
    made = replace(task, id="a" + secrets.token_hex(3))
    row = {
        "id": made.id,
        "title": made.title,
        "mode": made.mode.value,
        "counts": made.counts.value,
        "created_at": iso(now),
        "start": iso(made.start) if made.start else None,
        "due": iso(made.due) if made.due else None,
        "pass_mark": made.pass_mark,
        "attempts": made.attempts,
    }
    connection.execute(insert(assignments).values(row))
    for number, item in enumerate(made.items):
        connection.execute(insert(assignment_items).values(assignment_id=made.id, number=number, item=item))
    for name in dict.fromkeys(persons):
        connection.execute(insert(assignment_people).values(assignment_id=made.id, person_id=name))
    for name in dict.fromkeys(groups):
        connection.execute(insert(assignment_groups).values(assignment_id=made.id, group_id=name))
    return made


def all_assignments(connection: Connection) -> list[Assignment]:
    """Return the assignments, the oldest first; their targets are the people who work here, groups taken apart."""
    rows = connection.execute(select(assignments).order_by(assignments.c.created_at, assignments.c.id)).all()
    items, targets = _items(connection), _targets(connection)
    return [_assignment(row, items.get(row.id, ()), targets.get(row.id, ())) for row in rows]


def assignments_of(connection: Connection, person_id: str) -> list[Assignment]:
    """Return the assignments of one person."""
    return [one for one in all_assignments(connection) if person_id in one.targets]


def one_assignment(connection: Connection, assignment_id: str, said: Place = NOWHERE) -> Assignment:
    """Return an assignment by its id; InputError when there is none."""
    found = {one.id: one for one in all_assignments(connection)}
    if assignment_id not in found:
        raise wrong(said, "E217", id=assignment_id, hint=hint(assignment_id, found))
    return found[assignment_id]


def remove_assignment(connection: Connection, assignment_id: str) -> None:
    """Take an assignment back; what was done for it stays."""
    connection.execute(delete(assignments).where(assignments.c.id == assignment_id))


def move_due(connection: Connection, assignment_id: str, due: datetime | None) -> None:
    """Give an assignment another end, None for no end."""
    values = {"due": iso(due) if due else None}
    connection.execute(update(assignments).where(assignments.c.id == assignment_id).values(values))


def tries_of(
    connection: Connection, persons: Collection[str], items: Collection[str]
) -> Mapping[str, Sequence[Try]]:
    """Return the attempts of these people (ids) at these items, by person, in the order in which they began.

    One that was only looked at, without an answer, is none; nor is a series of only some items of its exercise.
    """
    columns = (sessions.c.person_id, sessions.c.scenario, sessions.c.mode, sessions.c.started_at)
    # Only a series may be a part: the beginnings of talks need not be read.
    first = (events.c.session_id == sessions.c.id) & (events.c.number == 0) & (sessions.c.kind == SERIES)
    wanted = select(*columns, sessions.c.finished_at, sessions.c.score, events.c.data).select_from(
        sessions.outerjoin(events, first)
    )
    wanted = wanted.where(
        sessions.c.person_id.in_(persons),
        sessions.c.scenario.in_(items),
        or_(sessions.c.answers > 0, sessions.c.finished_at.is_not(None)),
    )
    found: dict[str, list[Try]] = {}
    for row in connection.execute(wanted.order_by(sessions.c.started_at, sessions.c.id)).all():
        if (one := _try(row)) and not is_part(row.data or {}):
            found.setdefault(row.person_id, []).append(one)
    return found


def _items(connection: Connection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in connection.execute(select(assignment_items).order_by(assignment_items.c.number)).all():
        found.setdefault(row.assignment_id, []).append(row.item)
    return found


def _targets(connection: Connection) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    own = select(assignment_people.c.assignment_id, assignment_people.c.person_id)
    joined = assignment_groups.join(members, members.c.group_id == assignment_groups.c.group_id)
    together = select(assignment_groups.c.assignment_id, members.c.person_id).select_from(joined)
    here = set(connection.execute(select(people.c.id).where(people.c.closed_at.is_(None))).scalars())
    for row in [*connection.execute(own).all(), *connection.execute(together).all()]:
        if row.person_id in here:
            found.setdefault(row.assignment_id, set()).add(row.person_id)
    return found


def _assignment(row: Row[Any], items: Iterable[str], targets: Iterable[str]) -> Assignment:
    return Assignment(
        row.id,
        row.title,
        tuple(items),
        frozenset(targets),
        Mode(row.mode),
        datetime.fromisoformat(row.start) if row.start else None,
        datetime.fromisoformat(row.due) if row.due else None,
        row.pass_mark,
        row.attempts,
        Counts(row.counts),
    )


def _try(row: Any) -> Try | None:
    """Return an attempt: it counts by when it was finished, or while it goes on by when it began."""
    try:
        mode = Mode(row.mode) if row.mode else Mode.TRAINING
        at = datetime.fromisoformat(row.finished_at or row.started_at)
    except ValueError:  # an old journal may lack either
        return None
    return Try(row.scenario, mode, at, row.score if row.finished_at else None)
