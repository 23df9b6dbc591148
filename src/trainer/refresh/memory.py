"""What is remembered how well: the history of a card replayed by FSRS.

Days, not hours: a refresher at nine in the evening and the next at eight in the morning are a day apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from trainer.refresh.cards import Card
from trainer.refresh.rating import Rating

if TYPE_CHECKING:
    from fsrs import Card as FsrsCard
    from fsrs import Scheduler

# A card is due when the chance to remember it has sunk to this.
RETENTION = 0.9
# Whatever sits so well that it would not come back for longer is looked at twice a year all the same.
LONGEST = 180  # days
# How fast old slips stop counting: each new review moves the weakness so far towards what it says.
RECENCY = 0.4
UNKNOWN = 0.5
_SAYS = {Rating.AGAIN: 1.0, Rating.HARD: 0.5, Rating.GOOD: 0.0, Rating.EASY: 0.0}


@dataclass(frozen=True, slots=True)
class Review:
    """A card was asked for on a day, and how well it was remembered."""

    card: Card
    day: date
    rating: Rating


@dataclass(frozen=True, slots=True)
class Memory:
    """How a card is remembered after its last review.

    ``stability`` is in days: after so many the chance to remember is 90 %. ``difficulty`` is 1-10, ``weakness`` 0-1:
    how often it went wrong, the latest reviews counting most.
    """

    stability: float
    difficulty: float
    last: date
    due: date
    rating: Rating
    weakness: float
    reviews: int = 1


def replay(reviews: Iterable[Review]) -> Mapping[Card, Memory]:
    """Return how every card is remembered after all these reviews, which come in their order."""
    found: dict[Card, Memory] = {}
    for review in reviews:
        found[review.card] = reviewed(found.get(review.card), review)
    return found


def reviewed(memory: Memory | None, review: Review) -> Memory:
    """Return how a card is remembered after one more review."""
    from fsrs import Rating as FsrsRating

    after, _ = _scheduler().review_card(_card(memory), FsrsRating(review.rating), _noon(review.day))
    assert after.stability is not None
    assert after.difficulty is not None
    before = memory.weakness if memory else UNKNOWN
    return Memory(
        after.stability,
        after.difficulty,
        review.day,
        after.due.date(),
        review.rating,
        before + RECENCY * (_SAYS[review.rating] - before),
        memory.reviews + 1 if memory else 1,
    )


def remembered(memory: Memory, day: date) -> float:
    """Return the chance 0-1 that a card is remembered on a day."""
    return _scheduler().get_card_retrievability(_card(memory), _noon(day))


def gain(memory: Memory, day: date) -> float:
    """Return what a review on a day is worth, 0-1: how weak a card is times how far it is forgotten."""
    return memory.weakness * (1 - remembered(memory, day))


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    # No steps of minutes: a set is one sitting a day. No fuzzing: the same history gives the same plan.
    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )


def _card(memory: Memory | None) -> "FsrsCard":
    from fsrs import Card as FsrsCard
    from fsrs import State

    # Ids and times are given: without them the library takes the clock, and a pause.
    if memory is None:
        return FsrsCard(card_id=0, due=_EPOCH)
    return FsrsCard(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due),
        last_review=_noon(memory.last),
    )


_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
