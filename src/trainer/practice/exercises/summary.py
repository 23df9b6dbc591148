"""What a series came to: the score, how it went by standard, and what to remember."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trainer.model.exercise import (
    AnswerItem,
    Exercise,
    Item,
    NextItem,
    RewriteItem,
    SpotItem,
    VariantsItem,
    WhichItem,
)
from trainer.model.points import mean
from trainer.practice.exercises.progress import Done

_TO_REMEMBER = 3


@dataclass(frozen=True, slots=True)
class ByStandard:
    """In how many of the items that are about a standard no point was lost for it."""

    standard: str
    kept: int
    items: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The sum of a series.

    ``score`` 0-100 is the mean of the answers that stand, ``passed`` counts those that passed of ``answered``, ``items``
    are all of the series. ``remember`` are at most three answers that lost most, the weakest first.
    """

    exercise: Exercise
    score: int
    passed: int
    answered: int
    items: int
    by_standard: tuple[ByStandard, ...]
    remember: tuple[Done, ...]
    done: tuple[Done, ...]

    def record(self) -> dict[str, Any]:
        """Return plain data: exercise, form, items with answers, score, by standard, what to remember."""
        return {
            "exercise": self.exercise.id,
            "form": self.exercise.form.value,
            "score": self.score,
            "passed": self.passed,
            "answered": self.answered,
            "items": self.items,
            "results": [
                {"id": one.item.id, **one.assessment.record(), "answer": one.answer.data()}
                for one in self.done
            ],
            "by_standard": [
                {"standard": one.standard, "kept": one.kept, "items": one.items} for one in self.by_standard
            ],
            "remember": [one.item.id for one in self.remember],
        }


def summed_up(exercise: Exercise, done: Sequence[Done], items: int) -> Summary:
    """Return the summary of the answers that stand."""
    weak = sorted((one for one in done if one.assessment.score < 100), key=lambda one: one.assessment.score)
    return Summary(
        exercise=exercise,
        score=mean([one.assessment.score for one in done]),
        passed=sum(one.assessment.passed for one in done),
        answered=len(done),
        items=items,
        by_standard=_by_standard(done),
        remember=tuple(weak[:_TO_REMEMBER]),
        done=tuple(done),
    )


def standards_of(item: Item) -> tuple[str, ...]:
    """Return the standards that an item is about by itself, whatever is answered."""
    if isinstance(item, RewriteItem):
        return (item.standard,)
    if isinstance(item, SpotItem):
        return tuple(dict.fromkeys(mark.standard for mark in item.marks))
    if isinstance(item, AnswerItem | NextItem):
        return (item.standard,)
    if isinstance(item, WhichItem):
        return (item.right,)
    return item.must if isinstance(item, VariantsItem) else ()


def _by_standard(done: Sequence[Done]) -> tuple[ByStandard, ...]:
    """Count by the standards that items are about and those that points were lost for, the weakest first."""
    kept: dict[str, list[bool]] = {}
    for one in done:
        lost = [loss.standard for loss in one.assessment.losses if loss.standard]
        for name in dict.fromkeys((*standards_of(one.item), *lost)):
            kept.setdefault(name, []).append(name not in lost)
    rows = [ByStandard(name, sum(group), len(group)) for name, group in kept.items()]
    return tuple(sorted(rows, key=lambda row: (row.kept / row.items, row.standard)))
