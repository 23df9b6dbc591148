"""What is to be practised, by whom and until when; how it stands is a function of the attempts and the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trainer.practice.records import Mode


class Counts(StrEnum):
    """Which of several attempts at one thing counts."""

    FIRST = "first"
    BEST = "best"
    LAST = "last"


class Status(StrEnum):
    """How an assignment stands for one person."""

    NOT_OPEN = "not-open"
    OPEN = "open"
    STARTED = "started"
    PASSED = "passed"
    FAILED = "failed"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task: the ``items`` (ids of scenarios and exercises) to be done by ``targets`` (ids of people).

    Open from ``start`` (None: at once) until ``due`` (None: no end), both with a time zone. Passed when each item's
    counting attempt has ``pass_mark`` points of 100 or more. ``attempts`` bounds the tries at each item, None does not.
    """

    id: str
    title: str
    items: tuple[str, ...]
    targets: frozenset[str]
    mode: Mode = Mode.TRAINING
    start: datetime | None = None
    due: datetime | None = None
    pass_mark: int = 70
    attempts: int | None = None
    counts: Counts = Counts.BEST


@dataclass(frozen=True, slots=True)
class Try:
    """One finished or unfinished attempt at an item; ``score`` 0-100 is None until it is finished."""

    item: str
    mode: Mode
    at: datetime
    score: int | None = None


def status(assignment: Assignment, tries: Sequence[Try], now: datetime) -> Status:
    """Return how the assignment stands after ``tries``, in their order, at the time ``now``."""
    if assignment.start and now < assignment.start:
        return Status.NOT_OPEN
    own = [one for one in tries if _belongs(one, assignment)]
    marks = [mark(assignment, item, own) for item in assignment.items]
    if all(m is not None and m >= assignment.pass_mark for m in marks):
        return Status.PASSED
    if any(_lost(assignment, item, own) for item in assignment.items):
        return Status.FAILED
    if assignment.due and now > assignment.due:
        return Status.OVERDUE
    return Status.STARTED if own else Status.OPEN


def mark(assignment: Assignment, item: str, tries: Sequence[Try]) -> int | None:
    """Return the points 0-100 that count for an item; None while no attempt is finished."""
    scores = [
        one.score for one in tries if one.item == item and _belongs(one, assignment) and one.score is not None
    ]
    if assignment.attempts:
        scores = scores[: assignment.attempts]
    if not scores:
        return None
    return {Counts.FIRST: scores[0], Counts.LAST: scores[-1], Counts.BEST: max(scores)}[assignment.counts]


def left(assignment: Assignment, item: str, tries: Sequence[Try]) -> int | None:
    """Return how many attempts at an item are left; None when there is no bound."""
    if assignment.attempts is None:
        return None
    used = sum(one.item == item and _belongs(one, assignment) for one in tries)
    return max(0, assignment.attempts - used)


def going(assignment: Assignment, item: str, tries: Sequence[Try]) -> bool:
    """Tell whether an attempt at an item that may count is not finished yet."""
    return any(one.item == item and one.score is None and _belongs(one, assignment) for one in tries)


def _belongs(one: Try, assignment: Assignment) -> bool:
    """Tell whether a try counts here: of the items, in the mode that is asked, after the start and before the end."""
    early = assignment.start is not None and one.at < assignment.start
    late = assignment.due is not None and one.at > assignment.due
    # An exam may stand in for training, not the other way round.
    fitting = one.mode is Mode.EXAM or assignment.mode is Mode.TRAINING
    return one.item in assignment.items and fitting and not early and not late


def _lost(assignment: Assignment, item: str, tries: Sequence[Try]) -> bool:
    """Tell whether an item can no longer be passed: a bad first try that counts, or no tries left."""
    points = mark(assignment, item, tries)
    if points is None or points >= assignment.pass_mark:
        return False
    return assignment.counts is Counts.FIRST or left(assignment, item, tries) == 0
