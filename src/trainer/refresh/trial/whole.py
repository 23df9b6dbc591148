"""The whole trial: what is run, and what it comes to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.refresh.plan import BUDGET
from trainer.refresh.trial.run import Conditions, Outcome, minutes_for, outcome
from trainer.refresh.trial.ways import Cards

Outcomes = Mapping[str, Sequence[Outcome]]


@dataclass(frozen=True, slots=True)
class Job:
    """One of the runs: a way with a budget in seconds, of a day or, for the weekly review, of a week.

    ``alone``: as if every item asked for its own card only.
    """

    way: str
    budget: int
    alone: bool = False


# The longest first, for whoever runs them side by side.
REAL = tuple(
    Job(way, budget)
    for way, budgets in (
        ("ours", (BUDGET, 300)),
        ("random", (1500, 1200, BUDGET, 300)),
        ("weekly", (7200, 5400, 3600, 1200)),
    )
    for budget in budgets
)
ALONE = tuple(
    Job(way, budget, alone=True)
    for way, budgets in (("ours", (BUDGET,)), ("random", (1200, 900, BUDGET)), ("weekly", (7200, 5400, 3600)))
    for budget in budgets
)
# What is remembered without any practice.
UNTOUCHED = Job("random", 0)
JOBS = (*ALONE, *REAL, UNTOUCHED)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: with items as they are, and with items that ask for one card only.

    ``before`` is what is remembered at the end without any practice.
    """

    conditions: Conditions
    real: Outcomes
    alone: Outcomes
    before: float


def run(job: Job, conditions: Conditions) -> Outcome:
    """Return what one run comes to."""
    cards = one_by_one(conditions.cards) if job.alone else conditions.cards
    return outcome(job.way, job.budget, replace(conditions, cards=cards))


def gathered(conditions: Conditions, jobs: Sequence[Job], outcomes: Iterable[Outcome]) -> Trial:
    """Return the trial from the outcomes of its jobs, which come in their order."""
    found = dict(zip(jobs, outcomes, strict=True))
    real = {job: one for job, one in found.items() if job in REAL}
    alone = {job: one for job, one in found.items() if job in ALONE}
    return Trial(conditions, _by_way(real), _by_way(alone), found[UNTOUCHED].retention)


def one_by_one(cards: Cards) -> Cards:
    """Return the library as if every item asked for its own card only."""
    return {card: [replace(source, beside=()) for source in places] for card, places in cards.items()}


def ours(outcomes: Outcomes) -> Outcome:
    """Return our outcome with ten minutes a day."""
    return next(one for one in outcomes["ours"] if one.budget == BUDGET)


def share(outcomes: Outcomes, way: str) -> float | None:
    """Return which part of the minutes of another way ours takes for the same retention; None when it never gets there."""
    mine = ours(outcomes)
    wanted = minutes_for(mine.retention, outcomes[way])
    return mine.minutes / wanted if wanted else None


def _by_way(found: Mapping[Job, Outcome]) -> Outcomes:
    ways = dict.fromkeys(job.way for job in found)
    return {
        way: sorted((one for job, one in found.items() if job.way == way), key=lambda one: one.budget)
        for way in ways
    }
