"""Cuts a stretch of days into whole months and the days at its ends."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Months:
    """Months «2026-11» from ``first`` to ``last``, both included; None for ``last`` means without end."""

    first: str
    last: str | None


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` until before ``end``, in ISO form."""

    first: str
    end: str


def cut_months(since: date | None, until: date | None) -> tuple[Months | None, tuple[Days, ...]]:
    """Return the whole months from ``since`` to ``until`` (both included) and what is left at the ends.

    Without ``since`` the months begin with «», which holds what has no time.
    """
    if since and until and since > until:
        return None, ()
    end = until + timedelta(days=1) if until else None
    first = since if since is None or since.day == 1 else _next(since)
    last = end.replace(day=1) if end else None  # the first day that belongs to no whole month
    if first and last and since and end and first > last:
        return None, (Days(since.isoformat(), end.isoformat()),)
    parts = []
    if since and first and since < first:
        parts.append(Days(since.isoformat(), first.isoformat()))
    if last and end and last < end:
        parts.append(Days(last.isoformat(), end.isoformat()))
    if first and last and first >= last:
        return None, tuple(parts)
    name = f"{last - timedelta(days=1):%Y-%m}" if last else None
    return Months(f"{first:%Y-%m}" if first else "", name), tuple(parts)


def _next(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
