"""«Where am I»: the sums of the store, the exercises of the packs and the catalogue, put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from trainer.model.exercise import Exercise, Form, Item, ReviewItem, RewriteItem, SpotItem, VariantsItem
from trainer.model.place import Place
from trainer.model.standard import Catalogue, Kind
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_catalogue, sound_exercises
from trainer.refresh import REFRESH
from trainer.storage.db.errors import StoreError
from trainer.team.people import LOCAL
from trainer.team.progress.build import Progress, progress
from trainer.team.progress.data import Drill, History, Measured, Scale, TriedWeek
from trainer.wiring import records_texts_ru as ru
from trainer.wiring.judging import SHIPPED
from trainer.wiring.keeping import SystemClock, database, person_id, store_failed

# How long an item takes where the author of its exercise does not say.
_ITEM_MINUTES = 1.5
_TEN = 10


def progress_of(person: str = "", shelf: Shelf = SHIPPED) -> Progress:
    """Return where somebody (an id or a name) stands, or whoever practises; slow. Raises InputError."""
    from trainer.storage.db.people_store import person as find
    from trainer.storage.db.progress_queries import history

    now = SystemClock().now()
    store, who = database(), person or person_id()
    try:
        with store.read() as connection:
            about = find(connection, who, Place(ru.CALL), closed=True)
        found = history(store, about.id, now, mixed=(REFRESH,))
    except StoreError as error:
        raise store_failed(error) from None
    exercises = sound_exercises(shelf)
    tried = tuple(_named(found.tried, {one.id: one.form for one in exercises}))
    told = History(found.days, found.standards, tried)
    name = "" if about.id == LOCAL else about.name
    return progress(name, told, drills(exercises), scale(sound_catalogue(shelf)), now.date())


def _named(tried: Iterable[TriedWeek], forms: Mapping[str, Form]) -> Iterator[TriedWeek]:
    """Yield what was tried with the name of its form; a card of a refresher counts for its own form and for refreshers."""
    for one in tried:
        if one.form or one.exercise in forms:
            yield replace(one, form=one.form or forms[one.exercise].value)
        if one.exercise == REFRESH:
            yield replace(one, form=Form.REFRESH.value)


def scale(catalogue: Catalogue) -> Scale:
    """Return the qualities and the standards that answers are judged by; processes take no points."""
    return Scale(
        qualities=tuple((one.id, one.title) for one in catalogue.qualities.values()),
        standards=tuple(
            Measured(one.id, one.title, one.quality, one.kind is Kind.PROHIBITION, one.fix)
            for one in catalogue.standards.values()
            if one.kind is not Kind.PROCESS
        ),
    )


def drills(exercises: Iterable[Exercise]) -> list[Drill]:
    """Return what the items of each form are about, over all exercises; recovery has no items."""
    by_form: dict[Form, list[Exercise]] = {}
    for one in exercises:
        if one.items:
            by_form.setdefault(one.form, []).append(one)
    return [_drill(form, found) for form, found in by_form.items()]


def _drill(form: Form, found: Sequence[Exercise]) -> Drill:
    about: dict[str, int] = {}
    for exercise in found:
        for item in exercise.items:
            for name in _standards(item) or exercise.trains:
                about[name] = about.get(name, 0) + 1
    items = sum(len(one.items) for one in found)
    minutes = sum(one.minutes or _ITEM_MINUTES * len(one.items) for one in found)
    return Drill(form.value, items, _TEN * items / minutes, about)


def _standards(item: Item) -> frozenset[str]:
    """Return the standards that an item itself is about; none where only its exercise says."""
    match item:
        case RewriteItem():
            return frozenset((item.standard,))
        case SpotItem():
            return frozenset(mark.standard for mark in item.marks)
        case VariantsItem():
            return frozenset(item.must)
        case ReviewItem():
            return frozenset(item.violated)
        case _:
            return frozenset()
