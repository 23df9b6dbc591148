"""What a report is asked about and the sums it is made of, as the store hands them over."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose answers: ``people`` are ids (None: everybody), ``pack`` an id (empty: all), the days from and to included.

    Days are those of UTC.
    """

    people: tuple[str, ...] | None = None
    pack: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Somebody the report is about; ``closed_at`` (ISO, UTC) is set when they have left."""

    id: str
    name: str
    closed_at: str = ""


@dataclass(frozen=True, slots=True)
class Weekly:
    """The answers of a person in a week, by its Monday (ISO date, empty when no time is known).

    ``score``, ``hints`` and ``seconds`` are sums; ``timed`` counts the answers whose seconds are known.
    """

    person: str
    week: str
    answers: int
    score: int
    hints: int
    seconds: int
    timed: int


@dataclass(frozen=True, slots=True)
class StandardSum:
    """How often a person broke (``lost``, for ``points`` in all) and showed a standard."""

    person: str
    standard: str
    quality: str
    lost: int
    points: int
    shown: int


@dataclass(frozen=True, slots=True)
class PackSum:
    """What was done in a pack: how many people, how many answers, the sum of their scores."""

    pack: str
    people: int
    answers: int
    score: int


@dataclass(frozen=True, slots=True)
class SessionSum:
    """How many talks and series a person began and finished, and when the last began (ISO, UTC)."""

    person: str
    begun: int
    finished: int
    last: str


@dataclass(frozen=True, slots=True)
class Ends:
    """The scores (0-100) of the first and the last of ``count`` finished attempts at one thing."""

    person: str
    pack: str
    scenario: str
    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Everything that a report is made of."""

    people: tuple[About, ...] = ()
    weeks: tuple[Weekly, ...] = ()
    standards: tuple[StandardSum, ...] = ()
    packs: tuple[PackSum, ...] = ()
    sessions: tuple[SessionSum, ...] = ()
    ends: tuple[Ends, ...] = ()
