"""Chooses answers for mentors to mark: good, middling and bad ones, so that there is something to differ on."""

import itertools
from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


def spread_out(items: Sequence[tuple[int, Item]], count: int, chance: Random) -> list[Item]:
    """Return ``count`` of the (score, item) pairs' items, one from each stretch of the scores, in a random order.

    All of them when there are fewer.
    """
    ordered = sorted(items, key=lambda pair: pair[0])
    size = min(count, len(ordered))
    edges = [round(number * len(ordered) / size) for number in range(size + 1)] if size else []
    chosen = [chance.choice(ordered[a:b])[1] for a, b in itertools.pairwise(edges)]
    chance.shuffle(chosen)
    return chosen
