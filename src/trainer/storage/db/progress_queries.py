"""The sums that «where am I» is made of: a row a day, a row a week and standard, never a row an answer."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import TIMESTAMP, ColumnElement, Select, case, cast, func, literal, null, select, union_all

from trainer.storage.db.engine import Database
from trainer.storage.db.projection import SERIES
from trainer.storage.db.tables import answers, deductions, sessions, shown
from trainer.team.progress.data import DaySum, History, StandardWeek, TriedWeek
from trainer.team.progress.recency import first_week

_Filter = ColumnElement[bool]


def history(database: Database, person: str, now: datetime, mixed: Collection[str] = ()) -> History:
    """Return the sums of a person's answers; raises StoreError.

    ``now`` has a zone: days and weeks are those of its clock. Days reach back to the first answer, standards and
    exercises half a year. The items of the exercises ``mixed`` name their form: «card:form:source».
    """
    clock = _Clock(database.on_server, int((now.utcoffset() or timedelta()).total_seconds() // 60))
    since = first_week(now.date())
    mine = (answers.c.person_id == person) & ~answers.c.taken_back
    recent = mine & (answers.c.at >= since.isoformat())
    with database.read() as connection:

        def rows(query: Select[Any]) -> list[Any]:
            return list(connection.execute(query).all())

        return History(
            days=tuple(DaySum(_date(row[0]), *map(int, row[1:])) for row in rows(_days(mine, clock))),
            standards=tuple(
                StandardWeek(_date(row[0]), row[1], row[2], *map(int, row[3:]))
                for row in rows(_standards(recent, clock))
            ),
            tried=tuple(
                TriedWeek(_date(row[0]), row[1], row[2], *map(int, row[3:]))
                for row in rows(_tried(recent, clock, mixed))
            ),
        )


class _Clock:
    """Days and weeks of a clock that is ``minutes`` ahead of UTC, in the words of the database."""

    def __init__(self, on_server: bool, minutes: int) -> None:
        self._on_server, self._minutes = on_server, minutes

    def day(self, at: ColumnElement[str]) -> ColumnElement[str]:
        if self._on_server:
            return func.to_char(self._moment(at), "YYYY-MM-DD")
        return func.date(at, f"{self._minutes:+d} minutes")

    def monday(self, at: ColumnElement[str]) -> ColumnElement[str]:
        if self._on_server:
            return func.to_char(func.date_trunc("week", self._moment(at)), "YYYY-MM-DD")
        return func.date(at, f"{self._minutes:+d} minutes", "weekday 0", "-6 days")

    def _moment(self, at: ColumnElement[str]) -> ColumnElement[datetime]:
        shift = literal(timedelta(minutes=self._minutes))
        return cast(func.nullif(func.substr(at, 1, 19), ""), TIMESTAMP) + shift


def _days(mine: _Filter, clock: _Clock) -> Select[Any]:
    day = clock.day(answers.c.at).label("day")
    timed = mine & (answers.c.at > "")  # what has no time has no day
    columns: tuple[ColumnElement[Any], ...] = (day, func.count(), func.sum(answers.c.score))
    return select(*columns).where(timed).group_by(day).order_by(day)


def _standards(recent: _Filter, clock: _Clock) -> Select[Any]:
    week = clock.monday(answers.c.at).label("week")
    lost = (deductions.c.answer_id.label("lost"), deductions.c.points, literal(0).label("shown"))
    kept = (null().label("lost"), literal(0).label("points"), literal(1).label("shown"))
    one = select(week, deductions.c.standard, deductions.c.quality, *lost)
    two = select(week, shown.c.standard, shown.c.quality, *kept)
    found = union_all(
        one.join(answers, deductions.c.answer_id == answers.c.id).where(recent),
        two.join(answers, shown.c.answer_id == answers.c.id).where(recent),
    ).subquery()
    key = [found.c[name] for name in ("week", "standard", "quality")]
    # An answer may lose points for a standard twice; it has broken it once.
    sums = (func.count(found.c.lost.distinct()), func.sum(found.c.points), func.sum(found.c.shown))
    return select(*key, *sums).group_by(*key).order_by(*key)


def _tried(recent: _Filter, clock: _Clock, mixed: Collection[str]) -> Select[Any]:
    week = clock.monday(answers.c.at).label("week")
    form = _form(mixed).label("form")
    sums = (
        func.count(),
        func.sum(answers.c.score),
        func.coalesce(func.sum(answers.c.seconds), 0),
        func.count(answers.c.seconds),
    )
    series = recent & (sessions.c.kind == SERIES)
    found = select(week, answers.c.scenario, form, *sums).join(
        sessions, answers.c.session_id == sessions.c.id
    )
    return (
        found.where(series).group_by(week, answers.c.scenario, form).order_by(week, answers.c.scenario, form)
    )


def _form(mixed: Collection[str]) -> ColumnElement[str]:
    """Return the form that the id of an item names; empty for the items of an exercise that has one form only."""
    from trainer.model.exercise import Form

    if not mixed:
        return literal("")
    named = [(answers.c.turn.like(f"%:{form.value}:%"), form.value) for form in Form]
    return case((answers.c.scenario.not_in(list(mixed)), ""), *named, else_="")


def _date(text: str) -> date:
    return date.fromisoformat(text)
