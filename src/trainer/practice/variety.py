"""Which wordings of the client's lines a talk shows: others than the last time."""

from random import Random

from trainer.practice.ports import Store

# Where a first talk may begin; more than any line has wordings.
_SEEDS = 1000


def next_seed(store: Store, scenario_id: str, chance: Random) -> int:
    """Return the seed for a new talk of a scenario: by chance at first, then another one each time."""
    last = store.last_start(scenario_id)
    if last is None:
        return chance.randrange(_SEEDS)
    try:
        # Neighbouring seeds choose different wordings, wherever there are two.
        return int(last.get("seed", 0)) + 1
    except (TypeError, ValueError):
        return chance.randrange(_SEEDS)
