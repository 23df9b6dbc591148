"""A simulated learner: forgets as FSRS says, with weaknesses and a memory of their own that no plan knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from math import exp
from random import Random
from typing import TYPE_CHECKING

from trainer.refresh.cards import Card
from trainer.refresh.memory import Review
from trainer.refresh.rating import Rating

if TYPE_CHECKING:
    from fsrs import Card as FsrsCard
    from fsrs import Scheduler

# How far memories differ from the average that the plan goes by: the spread of the logarithm of how long something is
# kept, between people, and between the cards of one of them.
PEOPLE, CARDS = 0.35, 0.35
# So much of what there is was met in talks before the first day.
MET = 0.7
# The share of it that went wrong then; every learner has one between these.
WEAK = (0.15, 0.5)
# What is new succeeds at the first go as often as not.
NEW = 0.5
# Any day may be missed.
MISSED = 0.15
FIRST_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Born:
    """What a learner is born with: cards, how long each is kept against the average, how it went when it was met.

    ``met`` is None for a card never met; ``away`` are the days without practice.
    """

    seed: int
    cards: tuple[Card, ...]
    keeps: tuple[float, ...]
    met: tuple[Rating | None, ...]
    away: frozenset[int]


def born(seed: int, cards: Sequence[Card], days: int) -> Born:
    """Return a learner; the same seed is the same learner."""
    chance = Random(seed)
    person, weak = chance.gauss(0, PEOPLE), chance.uniform(*WEAK)
    keeps = tuple(exp(person + chance.gauss(0, CARDS)) for _ in cards)
    met = tuple(
        (Rating.AGAIN if chance.random() < weak else Rating.GOOD) if chance.random() < MET else None
        for _ in cards
    )
    away = frozenset(day for day in range(1, days) if chance.random() < MISSED)
    return Born(seed, tuple(cards), keeps, met, away)


class Learner:
    """The hidden memory of a learner, from the day before the first one on; ``told`` is what a plan may know of it."""

    def __init__(self, one: Born) -> None:
        self.one = one
        self.told: list[Review] = []
        self._chance = Random(one.seed + 1)
        self._memory: dict[Card, FsrsCard] = {}
        self._keeps = dict(zip(one.cards, one.keeps, strict=True))
        for card, rating in zip(one.cards, one.met, strict=True):
            if rating:
                self._learn(card, 0, rating)

    def practise(self, cards: Iterable[Card], day: int) -> None:
        """Ask for cards: each is remembered as chance and forgetting have it, and then learned anew."""
        for card in sorted(cards):
            if card in self._keeps:
                known = card in self._memory
                right = self._chance.random() < (self.remembers(card, day) if known else NEW)
                self._learn(card, day, Rating.GOOD if right else Rating.AGAIN)

    def remembers(self, card: Card, day: int) -> float:
        """Return the chance 0-1 that a card is remembered on a day; what was never met is not."""
        memory = self._memory.get(card)
        return self._scheduler(card).get_card_retrievability(memory, _noon(day)) if memory else 0.0

    def retention(self, day: int) -> float:
        """Return how much of everything is remembered on a day, 0-1."""
        return sum(self.remembers(card, day) for card in self.one.cards) / len(self.one.cards)

    def _learn(self, card: Card, day: int, rating: Rating) -> None:
        from fsrs import Card as FsrsCard
        from fsrs import Rating as FsrsRating

        memory = self._memory.get(card) or FsrsCard(card_id=0, due=_noon(day))
        self._memory[card], _ = self._scheduler(card).review_card(memory, FsrsRating(rating), _noon(day))
        self.told.append(Review(card, FIRST_DAY + timedelta(days=day), rating))

    def _scheduler(self, card: Card) -> "Scheduler":
        return _scheduler(round(self._keeps[card], 2))


@cache
def _scheduler(keeps: float) -> "Scheduler":
    """Return the memory of a card that is kept so many times as long as the average."""
    from fsrs import Scheduler
    from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    bounds: Sequence[tuple[float, float]] = list(
        zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    )
    first = [
        min(high, max(low, one * keeps))
        for one, (low, high) in zip(DEFAULT_PARAMETERS, bounds[:4], strict=False)
    ]
    return Scheduler(
        (*first, *DEFAULT_PARAMETERS[4:]), learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


def _noon(day: int) -> datetime:
    return datetime.combine(FIRST_DAY + timedelta(days=day), time(12), UTC)
