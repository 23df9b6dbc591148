"""How well a card was remembered, told from the answers of one sitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from trainer.practice.exercises.assessment import PASS


class Rating(IntEnum):
    """The four words of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one answer says of a card.

    ``kept`` is False when points were lost for the standard; ``score`` 0-100 is that of the whole answer, ``helped``
    says that a hint or the model answer was looked at, ``easy`` that the person found it too easy.
    """

    kept: bool
    score: int
    helped: bool = False
    easy: bool = False


def rated(found: Sequence[Evidence], *, prohibition: bool) -> Rating:
    """Return the rating for the evidence of one sitting, at least one piece.

    A prohibition that was broken once is broken. What is to be shown again and again in a talk may slip once: it is
    hard, not forgotten, while it was shown more often than not. Only the person can say that it was easy.
    """
    lost = sum(not one.kept for one in found)
    if lost:
        return Rating.HARD if not prohibition and len(found) - lost > lost else Rating.AGAIN
    if any(one.easy for one in found):
        return Rating.EASY
    # What was kept in a weak answer, or with help, was not kept with ease.
    weak = sum(one.helped or one.score < PASS for one in found)
    return Rating.HARD if 2 * weak > len(found) else Rating.GOOD
