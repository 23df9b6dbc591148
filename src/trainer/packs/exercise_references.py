"""Checks that the standards and qualities that an exercise names are there and of the right kind."""

from collections.abc import Collection, Mapping

from trainer.model.exercise import Exercise, Item, ReviewItem, RewriteItem, SpotItem, VariantsItem
from trainer.model.place import Place
from trainer.model.standard import Kind
from trainer.packs.own_standards import shipped
from trainer.packs.problems import Problems, hint
from trainer.packs.texts_ru import KINDS


def check_names(exercise: Exercise, kinds: Mapping[str, Kind], problems: Problems) -> None:
    """Record every unknown standard and quality of an exercise."""
    names = _Names(kinds, shipped().qualities, problems)
    for number, name in enumerate(exercise.trains):
        names.standard(name, exercise.places.get(f"trains/{number}", exercise.place))
    for item in exercise.items:
        names.item(item)


class _Names:
    def __init__(
        self, kinds: Mapping[str, Kind], qualities: Collection[str], problems: Problems
    ) -> None:  # fmt: skip
        self._kinds, self._qualities, self._problems = kinds, qualities, problems

    def standard(self, name: str, place: Place, wanted: Kind | None = None) -> None:
        kind = self._kinds.get(name)
        if name and kind is None:
            self._problems.add(place, "E040", id=name, hint=hint(name, self._kinds))
        elif kind and wanted and kind is not wanted:
            self._problems.add(place, "E041", id=name, wanted=KINDS[wanted], found=KINDS[kind])

    def item(self, item: Item) -> None:
        if isinstance(item, ReviewItem):
            self._review(item)
        elif isinstance(item, RewriteItem):
            self.standard(item.standard, _at(item, "standard"), Kind.PROHIBITION)
        elif isinstance(item, SpotItem):
            for mark in item.marks:
                self.standard(mark.standard, _at(item, "text"), Kind.PROHIBITION)
        elif isinstance(item, VariantsItem):
            self._all(item, "must", item.must, Kind.OBLIGATION)

    def _review(self, item: ReviewItem) -> None:
        self._all(item, "violated", item.violated, Kind.PROHIBITION)
        for number, name in enumerate(item.lacking):
            if name not in self._qualities:
                place = _at(item, f"lacking/{number}")
                self._problems.add(place, "E068", id=name, hint=hint(name, self._qualities))
        if item.setting and item.setting.turn:
            turn = item.setting.turn
            for number, name in enumerate(turn.expected):
                self.standard(name, turn.at(f"expected/{number}"), Kind.OBLIGATION)

    def _all(self, item: Item, key: str, names: Collection[str], kind: Kind) -> None:
        for number, name in enumerate(names):
            self.standard(name, _at(item, f"{key}/{number}"), kind)


def _at(item: Item, key: str) -> Place:
    return item.places.get(key) or item.places.get(key.partition("/")[0], item.place)
