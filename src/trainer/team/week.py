"""Puts the days of a plan on working days."""

from datetime import date, timedelta

_SATURDAY = 5


def working_days(first: date, count: int) -> list[date]:
    """Return ``count`` days from Monday to Friday, the first of them ``first`` or the Monday after it."""
    found: list[date] = []
    day = first
    while len(found) < count:
        if day.weekday() < _SATURDAY:
            found.append(day)
        day += timedelta(days=1)
    return found
