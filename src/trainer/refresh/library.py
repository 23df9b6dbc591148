"""Everything that refreshers are made of: which cards there are, and the places that make items for them."""

from collections.abc import Iterable, Mapping

from trainer.model.exercise import Exercise, Item
from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue, Kind
from trainer.refresh.cards import Card, ItemId, Situation, read_id, situation_of
from trainer.refresh.sources.catalogue import from_catalogue
from trainer.refresh.sources.exercises import about, from_exercise
from trainer.refresh.sources.source import Making, Source
from trainer.refresh.sources.talks import from_talk

# With fewer places to draw from, the answers would soon be known by heart.
FEWEST = 3


class Library:
    """The packs, exercises and standards that a person practises with."""

    def __init__(self, packs: Iterable[Pack], exercises: Iterable[Exercise], catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._talks = {name: one for pack in packs for name, one in pack.scenarios.items()}
        self._exercises = {one.id: one for one in exercises}
        self._sources = self._read()

    @property
    def cards(self) -> Mapping[Card, tuple[Source, ...]]:
        """The cards with the places that make items for them, each with enough of these."""
        return self._sources

    def item(self, item_id: str) -> Item | None:
        """Return an item by its id; None when the library has changed and it can no longer be made."""
        made = read_id(item_id)
        source = self._source(made) if made else None
        return source.make(Making(made)) if made and source else None

    def covers(self, made: ItemId) -> frozenset[Card]:
        """Return the cards that an item asks for; none for one that cannot be made."""
        source = self._source(made)
        return source.covers() if source else frozenset()

    def make(self, source: Source, number: int) -> Item | None:
        """Return the item that a place makes; ``number`` chooses among its wordings."""
        return source.make(Making(ItemId(source.card, source.form, source.key, number)))

    # ------------------------------------------------------------ what the history asks
    def situation(self, scenario: str) -> Situation | None:
        """Return the situation of a talk; None for one that is not there."""
        talk = self._talks.get(scenario)
        return situation_of(talk.client.mood) if talk else None

    def about(self, exercise: str, item: str) -> tuple[str, ...]:
        """Return the standards that an item of an exercise is about by itself."""
        found = self._exercises.get(exercise)
        return next((about(one, found) for one in found.items if one.id == item), ()) if found else ()

    def forbids(self, standard: str) -> bool:
        """Tell a prohibition."""
        found = self.catalogue.standards.get(standard)
        return found is not None and found.kind is Kind.PROHIBITION

    def _source(self, made: ItemId) -> Source | None:
        places = self._sources.get(made.card, ())
        return next((one for one in places if (one.form, one.key) == (made.form, made.key)), None)

    def _read(self) -> dict[Card, tuple[Source, ...]]:
        found: dict[Card, dict[tuple[str, str], Source]] = {}
        for source in self._every():
            # A turn that several examples point at is one place all the same.
            found.setdefault(source.card, {}).setdefault((source.form, source.key), source)
        return {card: tuple(places.values()) for card, places in found.items() if len(places) >= FEWEST}

    def _every(self) -> Iterable[Source]:
        for exercise in self._exercises.values():
            yield from from_exercise(exercise, self.catalogue)
        for talk in self._talks.values():
            yield from from_talk(talk, self.catalogue)
        yield from from_catalogue(self.catalogue)
