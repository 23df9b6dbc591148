"""Where a talk stands: everything that the next line of the client depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.model.points import mean
from trainer.model.scenario import Mood


@dataclass(frozen=True, slots=True)
class Visit:
    """What the answers at the current turn came to since the client arrived at it.

    ``scores`` and ``grades`` hold one value an answer; ``asked`` how often each open fact was asked.
    """

    shown: frozenset[str] = frozenset()
    violated: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    scores: tuple[int, ...] = ()
    grades: tuple[int, ...] = ()
    asked: Mapping[str, int] = field(default_factory=dict)

    @property
    def score(self) -> int:
        """The average score of the visit, 0-100, half rounded up; 0 before the first answer."""
        return mean(self.scores)

    @property
    def grade(self) -> int:
        """The average grade of the visit, 1-5, half rounded up; 0 before the first answer."""
        return mean(self.grades)


@dataclass(frozen=True, slots=True)
class State:
    """A moment of a talk.

    ``at`` is the id of a turn, or of an ending once ``ended``. ``patience`` and ``warnings`` are
    counts; ``said`` are the facts given and ``looked`` the card pieces opened in the whole talk;
    ``visits`` counts how often the talk came to a turn; ``asking`` holds the fact the client has just
    asked for; ``opening`` replaces the opening line of the turn; ``path`` are the turns so far. ``seed``
    chooses among the wordings that an author gives to a line; 0 takes the first of each.
    """

    at: str
    mood: Mood
    patience: int
    warnings: int = 0
    said: frozenset[str] = frozenset()
    looked: frozenset[str] = frozenset()
    visits: Mapping[str, int] = field(default_factory=dict)
    asking: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    opening: str = ""
    ended: bool = False
    visit: Visit = Visit()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What one answer brought about.

    ``source`` and ``to`` are ids of turns or endings (the same turn while the client asks further),
    ``asks`` the id of the fact the client asks for, or empty; ``remark`` how the client reacts.
    """

    source: str
    to: str
    mood_before: Mood
    mood_after: Mood
    asks: str = ""
    remark: str = ""
    ended: bool = False
