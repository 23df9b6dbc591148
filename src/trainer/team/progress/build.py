"""Puts «where am I» together from the sums of a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trainer.model.exercise import Form
from trainer.team.progress.data import DaySum, Drill, History, Scale, StandardWeek
from trainer.team.progress.days import CalendarDay, Streak, calendar, streak
from trainer.team.progress.gain import Gain, gains
from trainer.team.progress.lines import Answered, Line, line
from trainer.team.progress.recency import first_week, last_weeks, monday, weight

# The refreshers of a day hold about so many cards, of the standards that cost most.
CARDS = 10
# How many weeks lines and calendars reach back; screens show as many as have room.
WEEKS = 12
_COSTLIEST = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """Where somebody stands on a day; ``name`` is empty for whoever is alone here.

    ``score`` is the mean of the answers (0-100), the newer ones counting more; None without answers. ``weeks`` are the
    Mondays that lines and calendar are about, this week last; ``weekly`` the mean scores of those weeks.
    """

    name: str
    today: date
    answers: int
    score: float | None
    weeks: tuple[date, ...]
    weekly: tuple[float | None, ...]
    qualities: tuple[Line, ...]
    standards: tuple[Line, ...]
    costly: tuple[Line, ...]
    gains: tuple[Gain, ...]
    streak: Streak
    calendar: tuple[tuple[CalendarDay, ...], ...]


def progress(name: str, history: History, drills: Iterable[Drill], scale: Scale, today: date) -> Progress:
    """Return where the person of this history stands on a day, their own."""
    recent = [one for one in history.days if first_week(today) <= one.day <= today]
    answered = Answered(_answers(recent), today)
    standards = _standards(history.standards, answered, scale)
    losses = {one.id: one.each for one in standards if one.each}
    chosen = [refreshers(losses), *drills]
    practised = {one.day: one.answers for one in history.days if one.answers}
    run = streak(practised, today)
    return Progress(
        name=name,
        today=today,
        answers=sum(practised.values()),
        score=_score(recent, today),
        weeks=last_weeks(today, WEEKS),
        weekly=tuple(_week_score(recent, week) for week in last_weeks(today, WEEKS)),
        qualities=_qualities(history.standards, answered, scale),
        standards=standards,
        costly=_costliest(standards),
        gains=gains(losses, chosen, history.tried, today),
        streak=run,
        calendar=calendar(practised, run.forgiven, today, WEEKS),
    )


def refreshers(losses: Mapping[str, float]) -> Drill:
    """Return what the refreshers of a day are about: they are made for the person, each costly standard comes once."""
    costly = sorted(losses, key=lambda name: (-losses[name], name))[:CARDS]
    return Drill(Form.REFRESH.value, items=1, in_ten=1.0, about=dict.fromkeys(costly, 1))


def _answers(found: Sequence[DaySum]) -> dict[date, int]:
    counts: dict[date, int] = {}
    for one in found:
        counts[monday(one.day)] = counts.get(monday(one.day), 0) + one.answers
    return counts


def _standards(found: Sequence[StandardWeek], answered: Answered, scale: Scale) -> tuple[Line, ...]:
    """Return every standard, quality by quality, then those that no catalogue knows any more."""
    by_name: dict[str, list[StandardWeek]] = {}
    for one in found:
        by_name.setdefault(one.standard, []).append(one)
    known = [
        line(
            (one.id, one.title, one.quality),
            by_name.pop(one.id, []),
            answered,
            always=one.always,
            shown_weeks=WEEKS,
            fix=one.fix,
        )
        for quality, _ in scale.qualities
        for one in scale.standards
        if one.quality == quality
    ]
    # Losses of exercises that are about no standard (a fact, a kind) carry no name.
    unknown = [
        line((name, name, rows[0].quality), rows, answered, always=False, shown_weeks=WEEKS)
        for name, rows in sorted(by_name.items())
        if name
    ]
    return (*known, *unknown)


def _qualities(found: Sequence[StandardWeek], answered: Answered, scale: Scale) -> tuple[Line, ...]:
    always = {one.quality for one in scale.standards if one.always}
    return tuple(
        line(
            (name, title, name),
            [one for one in found if one.quality == name],
            answered,
            always=name in always,
            shown_weeks=WEEKS,
        )
        for name, title in scale.qualities
    )


def _costliest(standards: Sequence[Line]) -> tuple[Line, ...]:
    costly = sorted((one for one in standards if one.each), key=lambda one: (-(one.each or 0), one.id))
    return tuple(costly[:_COSTLIEST])


def _score(found: Sequence[DaySum], today: date) -> float | None:
    count = sum(one.answers * weight(monday(one.day), today) for one in found)
    scores = sum(one.score * weight(monday(one.day), today) for one in found)
    return scores / count if count else None


def _week_score(found: Sequence[DaySum], week: date) -> float | None:
    days = [one for one in found if monday(one.day) == week]
    count = sum(one.answers for one in days)
    return sum(one.score for one in days) / count if count else None
