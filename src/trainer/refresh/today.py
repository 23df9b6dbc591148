"""What a day brings: today's set, what waits behind it, and what the next two weeks will bring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.model.exercise import Exercise, Form, Item, form_of
from trainer.refresh import REFRESH
from trainer.refresh import texts_ru as ru
from trainer.refresh.cards import Card, read_id
from trainer.refresh.draw import SECONDS, Drawing
from trainer.refresh.fill import SetItem, filled, filled_day
from trainer.refresh.history import Answered, last_forms, last_seen, reviews
from trainer.refresh.library import Library
from trainer.refresh.memory import Memory, replay
from trainer.refresh.plan import BUDGET, Planned, Reason, due, first

AHEAD = 14  # days


@dataclass(frozen=True, slots=True)
class Load:
    """How many cards come due on a day."""

    day: date
    due: int


@dataclass(frozen=True, slots=True)
class Today:
    """The day as it stands.

    ``due`` counts all cards that are due, ``waiting`` those of them that are not in the set. ``set`` are the items of
    today in their order and ``done`` how many of them are answered. ``session`` is the id of the series that was
    begun, empty before that. ``finished`` says that today's set is done; what waits then may be asked for.
    ``memories`` are those of cards that can still be asked for.
    """

    day: date
    due: int
    waiting: int
    set: tuple[SetItem, ...]
    forecast: tuple[Load, ...]
    memories: Mapping[Card, Memory]
    done: int = 0
    session: str = ""
    finished: bool = False

    @property
    def left(self) -> tuple[SetItem, ...]:
        """What is still to be answered of the set."""
        return self.set[self.done :]

    @property
    def seconds(self) -> int:
        """About how long that takes."""
        return sum(one.seconds for one in self.left)


@dataclass(frozen=True, slots=True)
class Begun:
    """A set that was begun on a day: its session, the ids of its items and why each is there, how many are answered."""

    session: str
    day: date
    items: tuple[str, ...]
    reasons: tuple[Reason, ...]
    answered: int
    finished: bool


def today(
    library: Library, history: Sequence[Answered], day: date, person: str, begun: Begun | None = None
) -> Today:
    """Return the day of a person as it follows from the history; ``begun`` is the last set that was begun.

    A set of an earlier day is left as it is: nothing is owed. One of today is gone on with, if the library can still
    make its items.
    """
    memories = replay(reviews(history, library))
    waiting = due(memories, library.cards, day)
    ahead = forecast(memories, library.cards, day)
    known = {card: memory for card, memory in memories.items() if card in library.cards}
    if begun and begun.day == day and (kept := _kept(begun, library)) is not None:
        rest = _beyond(waiting, kept[begun.answered :])
        return Today(
            day, len(waiting), rest, kept, ahead, known, begun.answered, begun.session, begun.finished
        )
    chosen = _chosen(library, history, memories, waiting, day, person)
    return Today(day, len(waiting), _beyond(waiting, chosen), chosen, ahead, known)


def forecast(memories: Mapping[Card, Memory], cards: Iterable[Card], day: date) -> tuple[Load, ...]:
    """Return how many cards come due on each of the next days, if nothing is done until then."""
    known = frozenset(cards)
    dues = [memory.due for card, memory in memories.items() if card in known]
    days = [day + timedelta(days=step) for step in range(1, AHEAD + 1)]
    return tuple(Load(one, dues.count(one)) for one in days)


def as_exercise(items: Iterable[Item], library: Library) -> Exercise:
    """Return the exercise that a set is a series of."""
    found = tuple(items)
    seconds = sum(SECONDS.get(form_of(item), 0) for item in found)
    own = tuple(one for one in library.catalogue.standards.values() if one.pack)
    return Exercise(
        REFRESH, Form.REFRESH, ru.TITLE, ru.ABOUT, minutes=max(1, round(seconds / 60)), items=found, own=own
    )


def _chosen(
    library: Library,
    history: Sequence[Answered],
    memories: Mapping[Card, Memory],
    waiting: Sequence[Planned],
    day: date,
    person: str,
) -> tuple[SetItem, ...]:
    """Return the set of a day; a first one, while nothing is known of a person, meets all qualities."""
    wanted = frozenset(one.card for one in waiting)
    drawing = Drawing(library, person, day, last_seen(history), last_forms(history), wanted)
    if not memories:
        return tuple(filled(first(_by_quality(library), person, day), drawing, BUDGET))
    return filled_day(memories, waiting, library.cards, drawing)


def _beyond(waiting: Iterable[Planned], chosen: Iterable[SetItem]) -> int:
    """Return how many of the cards that are due the items do not ask for."""
    asked = frozenset[Card]().union(*(one.covers for one in chosen))
    return sum(one.card not in asked for one in waiting)


def _kept(begun: Begun, library: Library) -> tuple[SetItem, ...] | None:
    """Return the items of a set that was begun; None when one of them cannot be made any more."""
    found = []
    for item_id, reason in zip(begun.items, begun.reasons, strict=True):
        made, item = read_id(item_id), library.item(item_id)
        if made is None or item is None:
            return None
        covers = library.covers(made)
        found.append(SetItem(item, made.card, made.form, reason, SECONDS[made.form], covers))
    return tuple(found)


def _by_quality(library: Library) -> Mapping[str, list[Card]]:
    found: dict[str, list[Card]] = {name: [] for name in library.catalogue.qualities}
    for card in library.cards:
        found[library.catalogue.standards[card.standard].quality].append(card)
    return found
