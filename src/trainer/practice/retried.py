"""Answers that were given anew: what was, and what became of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.practice.records import Attempt


@dataclass(frozen=True, slots=True)
class Retried:
    """An answer that stands, and the first try at the same place; ``tries`` counts all of them."""

    first: Attempt
    last: Attempt
    tries: int


def retried(attempts: Sequence[Attempt], kept: Sequence[Attempt]) -> list[Retried]:
    """Return the answers that were given more than once, in the order of the talk.

    ``attempts`` are all that were ever made, ``kept`` those that stand.
    """
    found = []
    for last in kept:
        tries = [one for one in attempts if one.number < last.number and one.before == last.before]
        if tries:
            found.append(Retried(tries[0], last, len(tries) + 1))
    return found
