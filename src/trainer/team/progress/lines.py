"""How a quality or a standard stands and how it got there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trainer.team.progress.data import StandardWeek
from trainer.team.progress.recency import HALF_LIFE_WEEKS, last_weeks, weight
from trainer.team.report import Level, level_of

# Changes below half a point an answer are noise; fewer answers than this on a side compare nothing.
_CHANGE, _ENOUGH = 0.5, 5


class Trend(StrEnum):
    """How the last three weeks compare with those before."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """A quality or a standard.

    ``each`` is what an answer loses on it, in points, the newer answers counting more; None while it has never been
    judged. ``weeks`` are the points an answer lost in each of the last weeks, None where it was not judged. ``lost``,
    ``points`` and ``shown`` are plain counts over the time looked at, ``last`` the Monday of the last week in which it
    was broken or shown.
    """

    id: str
    title: str
    quality: str
    each: float | None
    weeks: tuple[float | None, ...]
    trend: Trend
    lost: int
    points: int
    shown: int
    last: date | None
    fix: str = ""

    @property
    def level(self) -> Level:
        """How it stands, in the words of reports."""
        return Level.UNSEEN if self.each is None else level_of(self.each)


@dataclass(frozen=True, slots=True)
class Answered:
    """How many answers each week (its Monday) has; ``today`` is the day from which one looks back."""

    by_week: Mapping[date, int]
    today: date

    def whole(self) -> float:
        """Return the number of answers, each weighted by its age."""
        return sum(count * weight(week, self.today) for week, count in self.by_week.items())


def line(
    about: tuple[str, str, str],
    found: Sequence[StandardWeek],
    answered: Answered,
    *,
    always: bool,
    shown_weeks: int,
    fix: str = "",
) -> Line:
    """Return how something stands: ``about`` is its id, title and quality, ``found`` its sums by week.

    ``always`` says that it is judged at every answer, so that a week without losses is a good week.
    """
    points = _points(found)
    touched = {one.monday for one in found if one.lost or one.shown}
    judged = set(answered.by_week) if always else touched
    whole = answered.whole()
    lost = sum(value * weight(week, answered.today) for week, value in points.items())
    return Line(
        *about,
        each=lost / whole if whole and judged else None,
        weeks=tuple(
            _each(week, points, answered.by_week) if week in judged else None
            for week in last_weeks(answered.today, shown_weeks)
        ),
        trend=_trend(points, answered) if judged else Trend.UNKNOWN,
        lost=sum(one.lost for one in found),
        points=sum(points.values()),
        shown=sum(one.shown for one in found),
        last=max(touched, default=None),
        fix=fix,
    )


def _trend(points: Mapping[date, int], answered: Answered) -> Trend:
    """Compare the points an answer of the last three weeks with those of the weeks before."""
    recent = set(last_weeks(answered.today, HALF_LIFE_WEEKS))
    new = [week for week in answered.by_week if week in recent]
    old = [week for week in answered.by_week if week not in recent]
    counts = [sum(answered.by_week[week] for week in weeks) for weeks in (new, old)]
    if min(counts) < _ENOUGH:
        return Trend.UNKNOWN
    now, before = (
        sum(points.get(week, 0) for week in weeks) / count
        for weeks, count in zip((new, old), counts, strict=True)
    )
    if abs(now - before) < _CHANGE:
        return Trend.SAME
    return Trend.BETTER if now < before else Trend.WORSE


def _points(found: Sequence[StandardWeek]) -> dict[date, int]:
    sums: dict[date, int] = {}
    for one in found:
        sums[one.monday] = sums.get(one.monday, 0) + one.points
    return sums


def _each(week: date, points: Mapping[date, int], answers: Mapping[date, int]) -> float | None:
    count = answers.get(week, 0)
    return points.get(week, 0) / count if count else None
