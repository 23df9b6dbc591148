"""«Where am I» as plain data for programs."""

from typing import Any

from trainer.team.progress.build import Progress
from trainer.team.progress.days import CalendarDay
from trainer.team.progress.gain import Gain
from trainer.team.progress.lines import Line
from trainer.team.progress.recency import HALF_LIFE_WEEKS


def record(found: Progress) -> dict[str, Any]:
    """Return everything as JSON data; points are points an answer, days ISO dates, weeks their Mondays."""
    run = found.streak
    return {
        "name": found.name,
        "today": found.today.isoformat(),
        "half_life_weeks": HALF_LIFE_WEEKS,
        "answers": found.answers,
        "score": _round(found.score),
        "weeks": [week.isoformat() for week in found.weeks],
        "scores": [_round(score) for score in found.weekly],
        "qualities": [_line(one) for one in found.qualities],
        "standards": [_line(one) for one in found.standards],
        "costly": [one.id for one in found.costly],
        "gains": [_gain(one) for one in found.gains],
        "streak": {
            "days": run.days,
            "since": run.since.isoformat() if run.since else None,
            "forgiven": [day.isoformat() for day in run.forgiven],
            "spare": run.spare,
            "today": run.today,
        },
        "calendar": [_day(one) for week in found.calendar for one in week if not one.ahead],
    }


def _line(one: Line) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "quality": one.quality,
        "each": _round(one.each),
        "level": one.level.value,
        "trend": one.trend.value,
        "weeks": [_round(value) for value in one.weeks],
        "lost": one.lost,
        "points": one.points,
        "shown": one.shown,
        "last": one.last.isoformat() if one.last else None,
    }


def _gain(one: Gain) -> dict[str, Any]:
    return {
        "form": one.form,
        "gain": _round(one.points),
        "loss": _round(one.loss),
        "can": _round(one.can),
        "done": one.done,
        "standards": list(one.most),
    }


def _day(one: CalendarDay) -> dict[str, Any]:
    return {"day": one.day.isoformat(), "answers": one.answers, "forgiven": one.forgiven}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
