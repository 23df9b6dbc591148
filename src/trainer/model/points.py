"""Points as whole numbers: one way of rounding, so that two figures of one thing agree."""

from collections.abc import Collection
from math import floor


def whole(points: float) -> int:
    """Return the nearest whole number, a half rounded up: 64.5 is 65, not the even neighbour."""
    return floor(points + 0.5)


def mean(values: Collection[int]) -> int:
    """Return the mean as a whole number, a half rounded up; 0 for nothing."""
    return mean_of(sum(values), len(values))


def mean_of(total: int, count: int) -> int:
    """Return the mean of ``count`` numbers that sum up to ``total``, a half rounded up; 0 for none."""
    return (2 * total + count) // (2 * count) if count else 0
