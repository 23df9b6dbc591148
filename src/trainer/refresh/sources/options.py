"""Options to choose from: the right one among others that are wrong here."""

from collections.abc import Collection
from random import Random

from trainer.model.exercise import Option
from trainer.model.standard import Catalogue, Standard

# Together with the right one four, so that a key each is under one hand.
OTHERS = 3


def standards_around(
    right: Standard, not_these: Collection[str], catalogue: Catalogue, chance: Random
) -> tuple[Option, ...]:
    """Return a standard among others of its kind, one of them of its own quality where there is one."""
    others = [
        one
        for one in catalogue.standards.values()
        if one.kind is right.kind
        and one.id != right.id
        and one.id not in not_these
        and one.pack in ("", right.pack)
    ]
    near = [one for one in others if one.quality == right.quality]
    far = [one for one in others if one.quality != right.quality]
    chosen = chance.sample(near, min(1, len(near)))
    chosen += chance.sample(far, min(OTHERS - len(chosen), len(far)))
    return shuffled([Option(one.id, one.title) for one in (right, *chosen)], chance)


def shuffled(options: list[Option], chance: Random) -> tuple[Option, ...]:
    """Return options in the order of chance."""
    return tuple(chance.sample(options, len(options)))
