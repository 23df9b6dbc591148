"""What «where am I» is made of: sums of one person, as the store hands them over, and what exercises are about.

Weeks are named by their Monday. Days and weeks are those of the person's own clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class DaySum:
    """The answers of a day that stand, and the sum of their scores (each 0-100)."""

    day: date
    answers: int
    score: int


@dataclass(frozen=True, slots=True)
class StandardWeek:
    """How often a standard was broken (``lost``, for ``points`` in all) and shown in a week."""

    monday: date
    standard: str
    quality: str
    lost: int
    points: int
    shown: int


@dataclass(frozen=True, slots=True)
class TriedWeek:
    """The answers to items of exercises in a week: ``form`` is what was done, ``score`` and ``seconds`` are sums.

    ``exercise`` is the id of the exercise; ``timed`` counts the answers whose seconds are known.
    """

    monday: date
    exercise: str
    form: str
    answers: int
    score: int
    seconds: int
    timed: int


@dataclass(frozen=True, slots=True)
class History:
    """Everything that is known of a person's practice."""

    days: tuple[DaySum, ...] = ()
    standards: tuple[StandardWeek, ...] = ()
    tried: tuple[TriedWeek, ...] = ()


@dataclass(frozen=True, slots=True)
class Drill:
    """The items of one form in all packs: how many, how many fit into ten minutes, how many are about a standard."""

    form: str
    items: int
    in_ten: float
    about: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """A standard that answers are judged by; ``always`` says that every answer is, not only where it is expected."""

    id: str
    title: str
    quality: str
    always: bool
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The qualities (id, title) and the standards in the order of the catalogue."""

    qualities: tuple[tuple[str, str], ...] = ()
    standards: tuple[Measured, ...] = ()
