"""A place of the library that an item can be made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from random import Random

from trainer.model.exercise import Form, Item
from trainer.refresh.cards import Card, ItemId


@dataclass(frozen=True, slots=True)
class Making:
    """What an item is made with: its id, and chance that is the same whenever the item is made again."""

    id: ItemId

    @property
    def number(self) -> int:
        """Chooses among wordings."""
        return self.id.number

    def chance(self) -> Random:
        """Return the chance of this item."""
        return Random(str(self.id))

    def __str__(self) -> str:
        return str(self.id)


@dataclass(frozen=True, slots=True)
class Source:
    """A place that makes items of a form for a card; ``make`` returns None where it turns out to make none.

    ``beside`` are further standards that an answer is judged by there.
    """

    card: Card
    form: Form
    key: str
    make: Callable[[Making], Item | None] = field(compare=False, repr=False)
    beside: tuple[str, ...] = ()

    def covers(self) -> frozenset[Card]:
        """Return the cards that an item of this place asks for, its own among them."""
        return _covers(self.card, self.beside)


@cache
def _covers(card: Card, beside: tuple[str, ...]) -> frozenset[Card]:
    return frozenset(Card(name, card.situation) for name in (card.standard, *beside))
