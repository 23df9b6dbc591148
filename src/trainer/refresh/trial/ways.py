"""Three ways to spend one's minutes: our plan, cards at random every day, everything in turn once a week.

All draw their items from the same library: an item takes as long, and asks for as many cards at once, whoever draws it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Protocol

from trainer.model.exercise import Approach, Author, CommentItem, Form, Item
from trainer.refresh.cards import Card
from trainer.refresh.draw import SECONDS, Drawing
from trainer.refresh.fill import filled_day
from trainer.refresh.memory import Memory, reviewed
from trainer.refresh.plan import due
from trainer.refresh.sources.source import Source
from trainer.refresh.trial.learner import FIRST_DAY, Learner

Cards = Mapping[Card, Sequence[Source]]


@dataclass(frozen=True, slots=True)
class Asked:
    """An item of a day: the cards that it asks for, and how long it takes, in seconds."""

    cards: frozenset[Card]
    seconds: int


class Way(Protocol):
    """A way to practise."""

    def day(self, learner: Learner, day: int, budget: int) -> Iterable[Asked]:
        """Return what is practised on a day within so many seconds."""
        ...


class Ours:
    """The plan of the program; it knows nothing but the answers."""

    def __init__(self, cards: Cards) -> None:
        self._places = _Places(cards)
        self._memories: dict[Card, Memory] = {}
        self._seen: dict[str, date] = {}
        self._forms: dict[Card, Form] = {}
        self._read = 0

    def day(self, learner: Learner, day: int, budget: int) -> Iterable[Asked]:
        """Return the set of a day."""
        for review in learner.told[self._read :]:
            self._memories[review.card] = reviewed(self._memories.get(review.card), review)
        self._read = len(learner.told)
        today, cards = FIRST_DAY + timedelta(days=day), self._places.cards
        waiting = due(self._memories, cards, today)
        wanted = frozenset(one.card for one in waiting)
        drawing = Drawing(self._places, str(learner.one.seed), today, self._seen, self._forms, wanted)
        chosen = filled_day(self._memories, waiting, cards, drawing, budget)
        for one in chosen:
            self._seen[one.item.id], self._forms[one.card] = today, one.form
        return [Asked(one.covers, one.seconds) for one in chosen]


class AtRandom:
    """Every day cards in the order of chance, in whatever form, as many as the time allows."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def day(self, learner: Learner, day: int, budget: int) -> Iterable[Asked]:
        """Return the cards of a day."""
        chance = Random(f"{learner.one.seed}/{day}")
        order = chance.sample(learner.one.cards, len(learner.one.cards))
        return [asked for _, asked in _within(order, self._cards, chance, budget)]


class Weekly:
    """Once a week one goes on with the list where one stopped, on the first day of the week that is not missed."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards
        self._week, self._at = -1, 0

    def day(self, learner: Learner, day: int, budget: int) -> Iterable[Asked]:
        """Return the review of a week on its day, nothing on the others."""
        week = (day - 1) // 7
        if week == self._week:
            return []
        self._week = week
        every, chance = learner.one.cards, Random(f"{learner.one.seed}/{day}")
        order = [*every[self._at :], *every[: self._at]]
        chosen = list(_within(order, self._cards, chance, budget))
        self._at = (self._at + len(chosen)) % len(every)
        return [asked for _, asked in chosen]


def _within(order: Iterable[Card], cards: Cards, chance: Random, budget: int) -> Iterator[tuple[Card, Asked]]:
    """Yield items for cards up to the first for which there is no time; the form and the place are by lot."""
    left = budget
    for card in order:
        form = chance.choice(sorted({source.form for source in cards[card]}))
        source = chance.choice([source for source in cards[card] if source.form is form])
        left -= SECONDS[form]
        if left < 0:
            return
        yield card, Asked(source.covers(), SECONDS[form])


@dataclass(frozen=True, slots=True)
class _Places:
    """The library without its texts: what counts here is where an item comes from, not what it says."""

    cards: Cards
    _items: dict[str, Item] = field(default_factory=dict)

    def make(self, source: Source, _number: int) -> Item:
        """Return something that stands for the item; its id is the place."""
        if source.key not in self._items:
            self._items[source.key] = CommentItem(
                id=source.key, text="", kind=Author.CRITIC, approach=Approach.ANSWER, why=""
            )
        return self._items[source.key]


WAYS: Mapping[str, type[Ours] | type[AtRandom] | type[Weekly]] = {
    "ours": Ours,
    "random": AtRandom,
    "weekly": Weekly,
}
