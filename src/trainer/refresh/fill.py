"""Fills ten minutes: an item for each card that is due, as far as the time goes, and exactly one new thing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.model.exercise import Form, Item
from trainer.refresh.cards import Card
from trainer.refresh.draw import SHORTEST, Drawing
from trainer.refresh.memory import Memory
from trainer.refresh.plan import BUDGET, Planned, Reason, new


@dataclass(frozen=True, slots=True)
class SetItem:
    """An item of today's set and why it is there; ``seconds`` is about how long it takes.

    ``covers`` are all cards that it asks for, ``card`` among them.
    """

    item: Item
    card: Card
    form: Form
    reason: Reason
    seconds: int
    covers: frozenset[Card] = frozenset()


def filled_day(
    memories: Mapping[Card, Memory],
    waiting: Sequence[Planned],
    cards: Collection[Card],
    drawing: Drawing,
    budget: int = BUDGET,
) -> tuple[SetItem, ...]:
    """Return the set of a day from the cards that are due, in their order; the new thing comes last."""
    fresh = next(filled(new(memories, cards, drawing.person, drawing.day), drawing, budget), None)
    left = budget - (fresh.seconds if fresh else 0)
    return (*filled(waiting, drawing, left), *([fresh] if fresh else []))


def filled(planned: Iterable[Planned], drawing: Drawing, budget: int) -> Iterator[SetItem]:
    """Yield an item for each card, as long as there is time; one that takes too long makes room for a shorter one.

    A card that an item before it asks for beside its own needs none; only on a first day each is met by itself.
    """
    left, asked = budget, set[Card]()
    for one in planned:
        if left < SHORTEST:
            return
        spared = one.card in asked and one.reason is not Reason.FIRST
        drawn = None if spared else drawing.draw(one.card, left, gently=one.reason is Reason.NEW)
        if drawn:
            left -= drawn.seconds
            asked |= drawn.covers
            yield SetItem(drawn.item, one.card, drawn.form, one.reason, drawn.seconds, drawn.covers)
