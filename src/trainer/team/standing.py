"""Who stands where with what was assigned, and what comes next. Pure; the clock is passed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from trainer.model.points import mean
from trainer.team.assignments import Assignment, Status, Try, going, left, mark, status

_ORDER = (Status.OVERDUE, Status.FAILED, Status.STARTED, Status.OPEN, Status.NOT_OPEN, Status.PASSED)


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """How one item stands for one person: the points 0-100 that count (None: none yet) and the tries left.

    ``going`` says that one of the tries used is not finished yet.
    """

    id: str
    mark: int | None
    left: int | None
    passed: bool
    going: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How an assignment stands for the person with this id."""

    assignment: Assignment
    person: str
    status: Status
    items: tuple[ItemStanding, ...]

    @property
    def passed(self) -> int:
        """How many items are passed."""
        return sum(item.passed for item in self.items)

    @property
    def mark(self) -> int | None:
        """The mean of the points that count, half rounded up; None while nothing is finished."""
        marks = [item.mark for item in self.items if item.mark is not None]
        return mean(marks) if marks else None

    @property
    def next(self) -> str:
        """The item to be done next, in the order of the assignment; empty when there is none."""
        return next((it.id for it in self.items if not it.passed and (it.going or it.left != 0)), "")


def standing(assignment: Assignment, person: str, tries: Sequence[Try], now: datetime) -> Standing:
    """Return how an assignment stands for a person who made these ``tries``, in their order."""
    found = []
    for item in assignment.items:
        points = mark(assignment, item, tries)
        passed = points is not None and points >= assignment.pass_mark
        found.append(
            ItemStanding(item, points, left(assignment, item, tries), passed, going(assignment, item, tries))
        )
    return Standing(assignment, person, status(assignment, tries, now), tuple(found))


def standings(
    assignments: Sequence[Assignment], tries: Mapping[str, Sequence[Try]], now: datetime
) -> list[Standing]:
    """Return how everything stands for everybody: what is overdue first, what is passed last.

    ``tries`` are those of each person by id.
    """
    found = [
        standing(one, person, tries.get(person, ()), now) for one in assignments for person in one.targets
    ]
    return sorted(found, key=urgency)


def urgency(one: Standing) -> tuple[object, ...]:
    """Return what standings are sorted by: status, then the date, then the title."""
    due = one.assignment.due
    return (_ORDER.index(one.status), due is None, due and due.timestamp(), one.assignment.title, one.person)


def reminders(
    assignments: Sequence[Assignment], person: str, tries: Sequence[Try], now: datetime
) -> list[Standing]:
    """Return what a person has to be reminded of: what is open, by its end, and then what is overdue.

    What is overdue no longer counts, so it must not stand before what can still be done in time.
    """
    found = [standing(one, person, tries, now) for one in assignments if person in one.targets]
    wanted = (Status.OVERDUE, Status.STARTED, Status.OPEN)
    left = sorted((one for one in found if one.status in wanted and one.next), key=urgency)
    return sorted(left, key=lambda one: (one.status is Status.OVERDUE, *urgency(one)[1:]))
