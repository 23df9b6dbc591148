"""How far several people agree on the same answers: kappa for each standard, and the answers they differ on most."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

Marks = Mapping[str, Set[str]]
"""One rater's marks: for each answer (id) the standards found in it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two raters on one standard; ``kappa`` is None where it says nothing (nobody ever marked, or all always did)."""

    kappa: float | None
    same: int
    answers: int


def agreement(one: Marks, other: Marks, standard: str) -> Agreement:
    """Return Cohen's kappa of two raters on a standard, over the answers that both have seen.

    Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    shared = sorted(one.keys() & other.keys())
    pairs = [(standard in one[a], standard in other[a]) for a in shared]
    n, same = len(pairs), sum(a == b for a, b in pairs)
    if not n:
        return Agreement(None, 0, 0)
    p, q = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    by_chance = p * q + (1 - p) * (1 - q)
    kappa = None if by_chance == 1 else (same / n - by_chance) / (1 - by_chance)
    return Agreement(kappa, same, n)


def fleiss(raters: Sequence[Marks], standard: str) -> float | None:
    """Return Fleiss' kappa of all raters on a standard, over the answers that all have seen; None if undefined.

    Source: J. L. Fleiss, Measuring nominal scale agreement among many raters, 1971.
    """
    answers = set.intersection(*(set(r) for r in raters)) if raters else set()
    k, n = len(raters), len(answers)
    if k < 2 or not n:
        return None
    counts = [sum(standard in r[a] for r in raters) for a in answers]
    observed = sum(c * (c - 1) + (k - c) * (k - c - 1) for c in counts) / (n * k * (k - 1))
    p = sum(counts) / (n * k)
    by_chance = p * p + (1 - p) * (1 - p)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def differences(raters: Sequence[Marks]) -> list[tuple[str, int]]:
    """Return answers with how many marks divide the raters (summed over pairs), the most divided first."""
    answers = set.intersection(*(set(r) for r in raters)) if raters else set()
    divided = {a: sum(len(x[a] ^ y[a]) for x, y in combinations(raters, 2)) for a in answers}
    return sorted(((a, n) for a, n in divided.items() if n), key=lambda pair: (-pair[1], pair[0]))
