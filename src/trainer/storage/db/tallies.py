"""Brings the sums of months up to date, so that reports need not read every answer."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    text,
    union_all,
)

from trainer.storage.db.engine import Database
from trainer.storage.db.report_tables import day_tallies, stale_months, standard_tallies
from trainer.storage.db.tables import answers, deductions, shown

# How many months of people are summed in one transaction: others wait for it no longer than a moment.
_BATCH = 50
# Any number that nobody else on the server takes: «tallies» in ASCII.
_LOCK = 0x74616C6C696573
_DAY, _MONTH = (func.substr(answers.c.at, 1, size) for size in (10, 7))


def settle(database: Database, person: str | None = None) -> None:
    """Sum anew the months that have changed, of everybody or of one person; raises StoreError.

    What somebody else is summing or writing at this very moment is left for the next time.
    """
    while _settle_some(database, person) == _BATCH:
        pass


def _settle_some(database: Database, person: str | None) -> int:
    with database.read() as connection:  # nothing to do needs no lock
        if not connection.execute(_stale(person).limit(1)).first():
            return 0
    with database.write(light=True) as connection:
        if database.on_server and not _alone(connection):
            return 0
        wanted = _stale(person).order_by(stale_months.c.person_id, stale_months.c.month).limit(_BATCH)
        rows = connection.execute(wanted.with_for_update(skip_locked=True)).all()
        for owner, months in groupby(rows, key=lambda row: str(row.person_id)):
            _sum(connection, owner, [str(row.month) for row in months])
    return len(rows)


def _alone(connection: Connection) -> bool:
    return bool(connection.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _LOCK}).scalar())


def _stale(person: str | None) -> Select[tuple[str, str]]:
    found = select(stale_months.c.person_id, stale_months.c.month)
    return found if person is None else found.where(stale_months.c.person_id == person)


def _sum(connection: Connection, person: str, months: list[str]) -> None:
    """Sum the months from the first to the last of ``months``; those between come out as they were."""
    gone = delete(stale_months).where(
        stale_months.c.person_id == bindparam("whose"), stale_months.c.month == bindparam("which")
    )
    connection.execute(gone, [{"whose": person, "which": month} for month in months])
    first, end = months[0], after_month(months[-1])
    days = (day_tallies.c.day >= first) & (day_tallies.c.day < end)
    connection.execute(delete(day_tallies).where(day_tallies.c.person_id == person, days))
    whole = standard_tallies.c.month.between(months[0], months[-1])
    connection.execute(delete(standard_tallies).where(standard_tallies.c.person_id == person, whole))
    mine = (answers.c.person_id == person) & (answers.c.at >= first) & (answers.c.at < end)
    _insert(connection, day_tallies, _days().where(mine & ~answers.c.taken_back))
    _insert(connection, standard_tallies, standard_sums(mine, _MONTH))


def _insert(connection: Connection, table: Any, found: Select[Any]) -> None:
    connection.execute(insert(table).from_select([column.name for column in table.c], found))


def _days() -> Select[Any]:
    sums = (
        func.sum(answers.c.score),
        func.sum(answers.c.hints),
        func.coalesce(func.sum(answers.c.seconds), 0),
    )
    key = (answers.c.person_id, answers.c.pack, _DAY)
    return select(*key, func.count(), *sums, func.count(answers.c.seconds)).group_by(*key)


def standard_sums(wanted: ColumnElement[bool], when: ColumnElement[str]) -> Select[Any]:
    """Return person, pack, standard, quality, ``when``, lost, points, shown of the answers wanted that stand."""
    about = (answers.c.person_id, answers.c.pack, when.label("when"))
    lost = (deductions.c.answer_id.label("lost"), deductions.c.points, literal(0).label("shown"))
    kept = (null().label("lost"), literal(0).label("points"), literal(1).label("shown"))
    one = select(*about, deductions.c.standard, deductions.c.quality, *lost)
    two = select(*about, shown.c.standard, shown.c.quality, *kept)
    standing = wanted & ~answers.c.taken_back
    found = union_all(
        one.join(answers, deductions.c.answer_id == answers.c.id).where(standing),
        two.join(answers, shown.c.answer_id == answers.c.id).where(standing),
    ).subquery()
    key = [found.c[name] for name in ("person_id", "pack", "standard", "quality", "when")]
    # An answer may lose points for a standard twice; it has broken it once.
    sums: dict[str, ColumnElement[Any]] = {"lost": func.count(found.c.lost.distinct())}
    sums |= {name: func.sum(found.c[name]) for name in ("points", "shown")}
    return select(*key, *(total.label(name) for name, total in sums.items())).group_by(*key)


def after_month(month: str) -> str:
    """Return the first day after a month; what has no time at all counts for the month «»."""
    try:
        return (date.fromisoformat(f"{month}-28") + timedelta(days=4)).replace(day=1).isoformat()
    except ValueError:
        return "0"
