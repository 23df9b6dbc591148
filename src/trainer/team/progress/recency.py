"""How much an answer counts for today: less the older it is.

An answer counts half of one that was given three weeks later. Why three weeks: a habit of answering changes within
weeks of practice, not within days, so one bad evening must not paint everything red; and what somebody did at the
beginning of a probation of three months counts one sixteenth at its end, so nobody is held to it. All answers of a
week count the same, so the figures can be checked with a pencil.
"""

from datetime import date, timedelta

HALF_LIFE_WEEKS = 3
# An answer of half a year ago counts one four hundredth: what is older changes no figure that anybody sees.
WEEKS_BACK = 26


def monday(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def weight(week: date, today: date) -> float:
    """Return how much an answer of the week (its Monday) counts today: 1 this week, 1/2 three weeks ago."""
    ago = max(0, (monday(today) - week).days // 7)
    return float(0.5 ** (ago / HALF_LIFE_WEEKS))


def first_week(today: date) -> date:
    """Return the Monday of the first week that is looked at."""
    return monday(today) - timedelta(weeks=WEEKS_BACK)


def last_weeks(today: date, count: int) -> tuple[date, ...]:
    """Return the Mondays of the last weeks, this week last."""
    this = monday(today)
    return tuple(this - timedelta(weeks=ago) for ago in reversed(range(count)))
