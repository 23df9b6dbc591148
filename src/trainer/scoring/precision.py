"""Precision kept as a number: a standard that accuses unjustly too often warns without points until it is mended."""

from collections.abc import Mapping

# Of ten accusations two may be unjust, not more; fewer than this many accusations say nothing yet.
LEAST = 0.8
ENOUGH = 5


def muted(precision: Mapping[str, tuple[int, int]]) -> frozenset[str]:
    """Return the standards that take no points, from (found justly, found in all) for each."""
    return frozenset(
        name for name, (just, found) in precision.items() if found >= ENOUGH and just < LEAST * found
    )
