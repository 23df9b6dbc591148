"""The arithmetic of agreement: how far our labels and grades go with those of people."""

import math
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Labels found rightly, found wrongly and lost; measures are in 0..1, None where undefined."""

    right: int = 0
    extra: int = 0
    lost: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.extra + other.extra, self.lost + other.lost)

    @property
    def support(self) -> int:
        """How many labels there are to be found."""
        return self.right + self.lost

    @property
    def found(self) -> int:
        """How many labels were found, rightly or wrongly."""
        return self.right + self.extra

    @property
    def precision(self) -> float | None:
        """Which part of what was found is right."""
        return _ratio(self.right, self.found)

    @property
    def recall(self) -> float | None:
        """Which part of what is there was found."""
        return _ratio(self.right, self.support)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there was nothing to find or find wrongly."""
        return _ratio(2 * self.right, 2 * self.right + self.extra + self.lost)


def compare(labelled: AbstractSet[str], judged: AbstractSet[str]) -> dict[str, Counts]:
    """Return the counts of one answer by label; labels absent from both sides are left out."""
    return {
        name: Counts(
            right=int(name in labelled and name in judged),
            extra=int(name not in labelled),
            lost=int(name not in judged),
        )
        for name in sorted(labelled | judged)
    }


def micro(counts: Iterable[Counts]) -> Counts:
    """Return all counts as one: every label weighs the same."""
    return sum(counts, Counts())


def macro_f1(counts: Iterable[Counts]) -> float | None:
    """Return the mean F1 of the labels that occur in the labelling: every kind weighs the same."""
    return mean([item.f1 or 0.0 for item in counts if item.support])


def quadratic_kappa(left: Sequence[int], right: Sequence[int], low: int = 1, high: int = 5) -> float | None:
    """Return the quadratic weighted kappa of two gradings on ``low``..``high``.

    1 is full agreement, 0 what chance gives. None without grades, or when both sides give one and
    the same grade throughout, so that chance explains everything.
    """
    _same_length(left, right)
    grades = range(low, high + 1)
    total = len(left)
    observed = sum((a - b) ** 2 for a, b in zip(left, right, strict=True))
    chance = sum(left.count(a) * right.count(b) * (a - b) ** 2 for a in grades for b in grades)
    return 1 - observed * total / chance if chance else None


def spearman(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Return the rank correlation, ties sharing their mean rank; None when one side never varies."""
    _same_length(left, right)
    a, b = _ranks(left), _ranks(right)
    middle = (len(left) + 1) / 2
    shared = sum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True))
    spread = math.sqrt(sum((x - middle) ** 2 for x in a) * sum((y - middle) ** 2 for y in b))
    return shared / spread if spread else None


def mean_error(left: Sequence[int], right: Sequence[int]) -> float | None:
    """Return the mean absolute difference of two gradings, in grades."""
    _same_length(left, right)
    return mean([abs(a - b) for a, b in zip(left, right, strict=True)])


def within(left: Sequence[int], right: Sequence[int], distance: int = 1) -> float | None:
    """Return the part of pairs that differ by at most ``distance`` grades."""
    _same_length(left, right)
    return mean([abs(a - b) <= distance for a, b in zip(left, right, strict=True)])


def mean(values: Sequence[float]) -> float | None:
    """Return the mean, or None of nothing."""
    return sum(values) / len(values) if values else None


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(values)
    # The mean of the first and the last place that a value takes in the order, counted from 1.
    places: dict[float, tuple[int, int]] = {}
    for place, value in enumerate(order, 1):
        places[value] = (places.get(value, (place, place))[0], place)
    return [sum(places[value]) / 2 for value in values]


def _same_length(left: Sequence[object], right: Sequence[object]) -> None:
    if len(left) != len(right):
        raise ValueError(f"{len(left)} values against {len(right)}")
