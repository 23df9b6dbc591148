"""What reports are made of, added up by the database: no query returns a row an answer."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    Text,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from trainer.storage.db.engine import Database
from trainer.storage.db.report_tables import day_tallies, standard_tallies
from trainer.storage.db.tables import answers, groups, members, people, sessions
from trainer.storage.db.tallies import settle, standard_sums
from trainer.team.months import cut_months
from trainer.team.people import LOCAL
from trainer.team.report_data import About, Ends, PackSum, Selection, SessionSum, StandardSum, Sums, Weekly

_Filter = ColumnElement[bool]


def sums(database: Database, chosen: Selection) -> Sums:
    """Return everything that a report needs; raises StoreError.

    Sums the months that have changed since the last report first.
    """
    settle(database)
    with database.read() as connection:

        def rows(query: Select[Any]) -> list[Any]:
            return list(connection.execute(query).all())

        return Sums(
            people=tuple(About(row.id, row.name, row.closed_at or "") for row in rows(_people(chosen))),
            weeks=tuple(Weekly(*row) for row in rows(_weeks(chosen, on_server=database.on_server))),
            standards=tuple(StandardSum(*row) for row in rows(_standards(chosen))),
            packs=tuple(PackSum(*row) for row in rows(_packs(chosen))),
            sessions=tuple(SessionSum(*row) for row in rows(_sessions(chosen))),
            ends=tuple(_ends(rows(_attempts(chosen)))),
        )


def _people(chosen: Selection) -> Select[Any]:
    """Return whom the report is about: those who were named, or everybody who has ever begun anything."""
    found = select(people.c.id, people.c.name, people.c.closed_at).order_by(people.c.name, people.c.id)
    if chosen.people is not None:
        return found.where(people.c.id.in_(chosen.people))
    begun = select(sessions.c.id).where(sessions.c.person_id == people.c.id).exists()
    here = people.c.closed_at.is_(None) & (people.c.role == "trainee") & (people.c.id != LOCAL)
    return found.where(or_(begun, here))


def _weeks(chosen: Selection, *, on_server: bool) -> Select[Any]:
    table = day_tallies
    week = _monday(table.c.day, on_server).label("week")
    counts = (table.c.answers, table.c.score, table.c.hints, table.c.seconds, table.c.timed)
    found = select(table.c.person_id, week, *(func.sum(column) for column in counts))
    return found.where(_of(table, chosen)).group_by(table.c.person_id, week).order_by(table.c.person_id, week)


def _standards(chosen: Selection) -> Select[Any]:
    """Return the sums of the whole months chosen, and those of single answers for months chosen in part."""
    whole, parts = cut_months(chosen.since, chosen.until)
    names = ("person_id", "standard", "quality", "lost", "points", "shown")
    found = []
    if whole:
        months = _whose(standard_tallies, chosen) & (standard_tallies.c.month >= whole.first)
        if whole.last:
            months &= standard_tallies.c.month <= whole.last
        found.append(select(*(standard_tallies.c[name] for name in names)).where(months))
    for part in parts:
        wanted = _each(chosen) & (answers.c.at >= part.first) & (answers.c.at < part.end)
        edge = standard_sums(wanted, literal("")).subquery()
        found.append(select(*(edge.c[name] for name in names)))
    every = union_all(*found).subquery()
    key = [every.c[name] for name in names[:3]]
    return select(*key, *(func.sum(every.c[name]) for name in names[3:])).group_by(*key).order_by(*key)


def _each(chosen: Selection) -> _Filter:
    """Return whose answers are meant; everybody is named too, so that the index of people and times serves."""
    if chosen.people is not None:
        return _whose(answers, chosen)
    return _whose(answers, chosen) & answers.c.person_id.in_(select(people.c.id))


def _packs(chosen: Selection) -> Select[Any]:
    table = day_tallies
    who = func.count(table.c.person_id.distinct())
    found = select(table.c.pack, who, func.sum(table.c.answers), func.sum(table.c.score))
    return found.where(_of(table, chosen)).group_by(table.c.pack).order_by(table.c.pack)


def _sessions(chosen: Selection) -> Select[Any]:
    done = func.count(sessions.c.finished_at)
    columns = (func.count(), done, func.max(sessions.c.started_at))
    return select(sessions.c.person_id, *columns).where(_begun(chosen)).group_by(sessions.c.person_id)


def _attempts(chosen: Selection) -> Select[Any]:
    """Return the first and the last finished attempt at each thing that was done more than once.

    Time and score go as one text: the least of these is the first attempt, on every database and in one pass.
    """
    both = sessions.c.started_at + "~" + cast(sessions.c.score, Text)
    key = (sessions.c.person_id, sessions.c.pack, sessions.c.scenario)
    whole = _begun(chosen) & sessions.c.finished_at.is_not(None) & sessions.c.score.is_not(None)
    found = select(
        *key, func.count().label("count"), func.min(both).label("first"), func.max(both).label("last")
    )
    return found.where(whole).group_by(*key).having(func.count() > 1).order_by(*key)


def _ends(rows: list[Any]) -> Iterator[Ends]:
    for row in rows:
        first, last = (int(str(end).rpartition("~")[2]) for end in (row.first, row.last))
        yield Ends(row.person_id, row.pack, row.scenario, row.count, first, last)


def _of(table: Table, chosen: Selection) -> _Filter:
    found = _whose(table, chosen)
    if chosen.since:
        found &= table.c.day >= chosen.since.isoformat()
    if chosen.until:
        found &= table.c.day <= chosen.until.isoformat()
    return found


def _begun(chosen: Selection) -> _Filter:
    found, day = _whose(sessions, chosen), func.substr(sessions.c.started_at, 1, 10)
    if chosen.since:
        found &= sessions.c.started_at >= chosen.since.isoformat()
    if chosen.until:
        found &= day <= chosen.until.isoformat()
    return found


def _whose(table: FromClause, chosen: Selection) -> _Filter:
    found: _Filter = true()
    if chosen.people is not None:
        found &= table.c.person_id.in_(chosen.people)
    if chosen.pack:
        found &= table.c.pack == chosen.pack
    return found


def _monday(day: ColumnElement[str], on_server: bool) -> ColumnElement[str]:
    """Return the Monday of the week of a day; empty for an answer that has no time."""
    if on_server:
        real = func.date_trunc("week", func.to_date(func.nullif(day, ""), "YYYY-MM-DD"))
        return func.coalesce(func.to_char(real, "YYYY-MM-DD"), "")
    return case((day == "", ""), else_=func.date(day, "weekday 0", "-6 days"))


def group_members(database: Database, named: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Return id, name and members of a group, by its id or name; None for one that is not there."""
    with database.read() as connection:
        rows = connection.execute(select(groups.c.id, groups.c.name)).all()
        wanted = named.strip().casefold()
        found = [row for row in rows if row.id == named] or [
            row for row in rows if row.name.strip().casefold() == wanted
        ]
        if len(found) != 1:
            return None
        mine = select(members.c.person_id).where(members.c.group_id == found[0].id)
        return (
            found[0].id,
            found[0].name,
            tuple(connection.execute(mine.order_by(members.c.person_id)).scalars()),
        )


def group_names(database: Database) -> list[str]:
    """Return what the groups are called."""
    with database.read() as connection:
        return list(connection.execute(select(groups.c.name).order_by(groups.c.name)).scalars())
