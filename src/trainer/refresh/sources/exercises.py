"""Items that authors have written, and the question which standard the words in them break."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from trainer.model.exercise import (
    Exercise,
    Form,
    Item,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
    WhichItem,
)
from trainer.model.standard import Catalogue, Standard
from trainer.refresh.cards import Card, Situation
from trainer.refresh.sources.options import standards_around
from trainer.refresh.sources.source import Making, Source

_Make = Callable[[Making], Item | None]


def from_exercise(exercise: Exercise, catalogue: Catalogue) -> Iterator[Source]:
    """Yield what the items of an exercise make."""
    for item in exercise.items:
        key = f"{exercise.id}/{item.id}"
        for name in about(item, exercise):
            card = Card(name, Situation.WRITING)
            yield Source(card, exercise.form, key, _again(item))
            standard = catalogue.standards.get(name)
            if standard and isinstance(item, RewriteItem | SpotItem):
                yield Source(card, Form.WHICH, key, _which(item, standard, catalogue))


def about(item: Item, exercise: Exercise) -> tuple[str, ...]:
    """Return the standards that an item is about by itself."""
    if isinstance(item, RewriteItem):
        return (item.standard,)
    if isinstance(item, SpotItem):
        return tuple(dict.fromkeys(mark.standard for mark in item.marks))
    if isinstance(item, VariantsItem):
        return item.must
    return exercise.trains if isinstance(item, ShortenItem) else ()


def _again(item: Item) -> _Make:
    return lambda making: replace(item, id=str(making))


def _which(item: RewriteItem | SpotItem, right: Standard, catalogue: Catalogue) -> _Make:
    def make(making: Making) -> WhichItem:
        chance = making.chance()
        spans = (
            [mark.span for mark in item.marks if mark.standard == right.id]
            if isinstance(item, SpotItem)
            else []
        )
        also = [mark.standard for mark in item.marks] if isinstance(item, SpotItem) else []
        return WhichItem(
            id=str(making),
            context=item.context,
            place=item.place,
            text=item.text if isinstance(item, SpotItem) else item.line,
            span=chance.choice(spans) if spans else None,
            options=standards_around(right, also, catalogue, chance),
            right=right.id,
            why=right.matters,
            kind=right.kind,
        )

    return make
