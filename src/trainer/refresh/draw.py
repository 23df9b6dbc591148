"""Which item is put for a card today: another form and another text than the last time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Protocol

from trainer.model.exercise import Form, Item
from trainer.refresh.cards import Card
from trainer.refresh.sources.source import Source

# How long an item takes, in seconds: reading, thinking, typing, and the verdict.
SECONDS: Mapping[Form, int] = {
    Form.ANSWER: 100,
    Form.REWRITE: 60,
    Form.SPOT: 45,
    Form.VARIANTS: 120,
    Form.SHORTEN: 90,
    Form.WHICH: 20,
    Form.NEXT: 30,
}
SHORTEST = min(SECONDS.values())
# What was put so lately is still in memory as a text.
FRESH = timedelta(days=30)
# More wordings than any line has.
_NUMBERS = 1000


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item with its form and how long it takes, in seconds; ``covers`` are all cards that it asks for."""

    item: Item
    form: Form
    seconds: int
    covers: frozenset[Card]


class Places(Protocol):
    """The places that items are made from, by card."""

    @property
    def cards(self) -> Mapping[Card, Sequence[Source]]:
        """Return the places of each card."""
        ...

    def make(self, source: Source, number: int) -> Item | None:
        """Return the item that a place makes; None where it makes none."""
        ...


@dataclass(slots=True)
class Drawing:
    """Draws the items of one day for one person; the same day draws the same.

    ``seen`` tells when each place of the library was last put, ``forms`` in which form each card was. ``wanted`` are the
    cards that are due: a turn that asks for several of them at once spares the others.
    """

    library: Places
    person: str
    day: date
    seen: Mapping[str, date]
    forms: Mapping[Card, Form]
    wanted: frozenset[Card] = frozenset()
    _used: Counter[Form] = field(default_factory=Counter)
    _keys: set[str] = field(default_factory=set)

    def draw(self, card: Card, within: int, *, gently: bool = False) -> Drawn | None:
        """Return an item that takes at most ``within`` seconds; ``gently`` asks to recognise before to write.

        None when there is none. What was drawn counts: the next card gets another form where it can.
        """
        chance = Random(f"{self.person}/{self.day.isoformat()}/{card.id}")
        for form in self._forms(card, chance, gently=gently):
            if SECONDS[form] > within:
                continue
            for source in self._places(card, form, chance):
                if item := self.library.make(source, chance.randrange(_NUMBERS)):
                    self._used[form] += 1
                    self._keys.add(source.key)
                    return Drawn(item, form, SECONDS[form], source.covers())
        return None

    def _forms(self, card: Card, chance: Random, *, gently: bool) -> Sequence[Form]:
        """Return the forms of a card in the order in which they are tried."""
        forms = sorted({source.form for source in self.library.cards[card]})
        lot = {form: chance.random() for form in forms}
        return sorted(
            forms,
            key=lambda form: (
                gently and form not in _TO_RECOGNISE,
                form == self.forms.get(card),
                self._used[form],
                lot[form],
            ),
        )

    def _places(self, card: Card, form: Form, chance: Random) -> Sequence[Source]:
        """Return the places of a form: by lot those that were not put lately, then the rest, the oldest first."""
        found = [source for source in self.library.cards[card] if source.form is form]
        found = chance.sample(found, len(found))
        return sorted(
            found,
            key=lambda source: (
                source.key in self._keys,
                self._staleness(source),
                -len(source.covers() & self.wanted),
            ),
        )

    def _staleness(self, source: Source) -> date:
        last = self.seen.get(source.key, date.min)
        return last if last > self.day - FRESH else date.min


_TO_RECOGNISE = frozenset({Form.WHICH, Form.SPOT, Form.NEXT})
