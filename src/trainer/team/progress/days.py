"""Days of practice: a streak that forgives one missed day a week, and a calendar."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.team.progress.recency import last_weeks, monday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """Days of practice in a row: ``days`` counts those with practice, ``since`` is the first of them.

    ``forgiven`` are the missed days that did not end it; ``spare`` says that one more may still be missed this week,
    ``today`` that today is practised already.
    """

    days: int = 0
    since: date | None = None
    forgiven: tuple[date, ...] = ()
    spare: bool = True
    today: bool = False


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the calendar: how many answers, whether it was missed and forgiven, whether it is still to come."""

    day: date
    answers: int
    forgiven: bool = False
    ahead: bool = False


def streak(practised: Collection[date], today: date) -> Streak:
    """Return the streak that reaches to today.

    Going back from today, one missed day of each week (Monday to Sunday) is passed over; a second one in the same
    week ends the streak. Today is no missed day before it is over. A missed day counts as forgiven only with practice
    before it.
    """
    days, first = 0, None
    forgiven: list[date] = []
    pending: list[date] = []
    missed: set[date] = set()
    day = today if today in practised else today - _DAY
    earliest = min(practised, default=today)
    while day >= earliest:
        if day in practised:
            days, first = days + 1, day
            forgiven += pending
            pending = []
        elif monday(day) in missed:
            break
        else:
            missed.add(monday(day))
            pending.append(day)
        day -= _DAY
    if not days:
        return Streak()
    spare = monday(today) not in {monday(one) for one in forgiven}
    return Streak(days, first, tuple(sorted(forgiven)), spare, today in practised)


def calendar(
    answers: Mapping[date, int], forgiven: Collection[date], today: date, weeks: int
) -> tuple[tuple[CalendarDay, ...], ...]:
    """Return the last weeks, seven days each, this week last."""
    return tuple(
        tuple(_day(first + n * _DAY, answers, forgiven, today) for n in range(7))
        for first in last_weeks(today, weeks)
    )


def _day(day: date, answers: Mapping[date, int], forgiven: Collection[date], today: date) -> CalendarDay:
    return CalendarDay(day, answers.get(day, 0), day in forgiven, day > today)
