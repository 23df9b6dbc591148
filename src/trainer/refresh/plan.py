"""Which cards a day brings, and in what order: what is weakest and most forgotten first, and one new thing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from trainer.refresh.cards import Card
from trainer.refresh.memory import UNKNOWN, Memory, gain
from trainer.refresh.rating import Rating

# About ten minutes; a pile that has grown over missed days is not worked off at once.
BUDGET = 600  # seconds


class Reason(StrEnum):
    """Why a card is put: it went wrong last time, it is fading, it is new, or it is one of the very first."""

    MISSED = "missed"
    FADING = "fading"
    NEW = "new"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Planned:
    """A card to put and why; ``gain`` 0-1 is how weak it is times how far it is forgotten."""

    card: Card
    reason: Reason
    gain: float = 0.0


def is_due(memory: Memory, day: date) -> bool:
    """Tell whether a card wants to be asked for on a day."""
    return memory.due <= day


def due(memories: Mapping[Card, Memory], cards: Collection[Card], day: date) -> list[Planned]:
    """Return the cards that are due, those with the greatest gain first."""
    found = [
        Planned(card, _why(memory), gain(memory, day))
        for card, memory in memories.items()
        if card in cards and is_due(memory, day)
    ]
    return sorted(found, key=lambda one: (-one.gain, one.card))


def new(
    memories: Mapping[Card, Memory], cards: Collection[Card], person: str, day: date
) -> Iterator[Planned]:
    """Yield what is new, the best choice first: standards never met, then weak ones in another situation."""
    met = {card.standard for card in memories}
    weakest: dict[str, float] = {}
    for card, memory in memories.items():
        weakest[card.standard] = max(weakest.get(card.standard, 0.0), memory.weakness)
    chance = Random(f"{person}/{day.isoformat()}/new")
    unmet = sorted(card for card in cards if card not in memories)
    lot = {card: chance.random() for card in unmet}
    order = sorted(
        unmet, key=lambda card: (card.standard in met, -weakest.get(card.standard, UNKNOWN), lot[card])
    )
    yield from (Planned(card, Reason.NEW) for card in order)


def first(qualities: Mapping[str, Sequence[Card]], person: str, day: date) -> list[Planned]:
    """Return the cards of a first day, when nothing is known of a person: one of each quality in turn.

    ``qualities`` are the cards of each quality.
    """
    chance = Random(f"{person}/{day.isoformat()}/first")
    lots = [chance.sample(sorted(cards), len(cards)) for cards in qualities.values() if cards]
    rounds = max((len(lot) for lot in lots), default=0)
    found = [lot[number] for number in range(rounds) for lot in lots if number < len(lot)]
    # A standard is met once on such a day, in whatever situation.
    once = {card.standard: card for card in reversed(found)}
    return [Planned(card, Reason.FIRST) for card in found if once[card.standard] == card]


def _why(memory: Memory) -> Reason:
    return Reason.MISSED if memory.rating is Rating.AGAIN else Reason.FADING
