"""Runs the ways on the same learners and compares them: retention at the end, and the minutes that it took."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from trainer.refresh.trial.learner import Born, Learner, born
from trainer.refresh.trial.ways import WAYS, Cards


@dataclass(frozen=True, slots=True)
class Conditions:
    """What all ways have in common; the seeds of the learners are ``seed``, ``seed`` + 1 and so on."""

    cards: Cards
    learners: int = 200
    days: int = 60
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a way came to with so many seconds a time, as the mean of all learners.

    ``budget`` is for a day, or for a week in the weekly way. ``minutes`` were spent on all days together, ``retention``
    0-1 is what is remembered on the last day.
    """

    way: str
    budget: int
    minutes: float
    retention: float


def outcome(way: str, budget: int, conditions: Conditions) -> Outcome:
    """Return what a way comes to with a budget in seconds."""
    cards = sorted(conditions.cards)
    ends = [
        _lived(born(conditions.seed + number, cards, conditions.days), way, budget, conditions)
        for number in range(conditions.learners)
    ]
    seconds, retention = (sum(values) / len(ends) for values in zip(*ends, strict=True))
    return Outcome(way, budget, seconds / 60, retention)


def minutes_for(retention: float, outcomes: Sequence[Outcome]) -> float | None:
    """Return the minutes in which a way reaches a retention, told from between its budgets; None when none does."""
    along = sorted(outcomes, key=lambda one: one.minutes)
    for low, high in pairwise(along):
        if low.retention <= retention <= high.retention:
            part = (retention - low.retention) / ((high.retention - low.retention) or 1)
            return low.minutes + part * (high.minutes - low.minutes)
    return None


def _lived(one: Born, way: str, budget: int, conditions: Conditions) -> tuple[int, float]:
    """Return the seconds that a learner spent and what is remembered on the last day."""
    learner, plan, spent = Learner(one), WAYS[way](conditions.cards), 0
    for day in range(1, conditions.days):
        if day in one.away:
            continue
        for asked in plan.day(learner, day, budget):
            spent += asked.seconds
            learner.practise(asked.cards, day)
    return spent, learner.retention(conditions.days)
