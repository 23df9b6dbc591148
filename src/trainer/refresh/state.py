"""How much sits how firmly in memory, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trainer.refresh import texts_ru as ru
from trainer.refresh.cards import Card
from trainer.refresh.memory import Memory
from trainer.refresh.plan import is_due
from trainer.refresh.say import cards

# From so many days on the chance to remember stays above 90 % for weeks: it sits.
FIRM = 21


@dataclass(frozen=True, slots=True)
class State:
    """Counts of cards: all that were ever put, those that sit for weeks, those that are due, the others."""

    all: int
    firm: int
    due: int

    @property
    def fresh(self) -> int:
        """Those that do not sit firmly yet, and are not due."""
        return self.all - self.firm - self.due


def state(memories: Mapping[Card, Memory], day: date) -> State:
    """Return how the memory of a person stands on a day."""
    due = sum(is_due(one, day) for one in memories.values())
    firm = sum(one.stability >= FIRM and not is_due(one, day) for one in memories.values())
    return State(len(memories), firm, due)


def tell_state(found: State) -> str:
    """Return it in a sentence; empty before the first card."""
    if not found.all:
        return ""
    told = ru.STATE.format(cards=cards(found.all), firm=found.firm, fresh=found.fresh, due=found.due)
    return f"{told} {ru.STATE_KEY}"
