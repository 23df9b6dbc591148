"""Checks that everything a scenario names is there: standards, facts, turns, endings, card pieces."""

from collections.abc import Collection, Mapping

from trainer.model.example import ALL, STAY, ExampleAnswer
from trainer.model.place import Place
from trainer.model.scenario import Condition, Scenario, Turn, Way
from trainer.model.standard import Kind
from trainer.packs.problems import Problems, hint
from trainer.packs.texts_ru import KINDS

Kinds = Mapping[str, Kind]


class References:
    """The ids that a scenario may name, and the problems of those it names in vain."""

    def __init__(self, scenario: Scenario, kinds: Kinds, problems: Problems) -> None:
        self._scenario = scenario
        self._kinds = kinds
        self._problems = problems
        self._pieces = {piece.id for piece in scenario.card}
        self._said = {fact.id for turn in scenario.turns.values() for fact in turn.facts}

    def check(self) -> None:
        """Record every unknown id of the scenario."""
        scenario = self._scenario
        for number, name in enumerate(scenario.trains):
            self._standards([name], scenario.at(f"trains/{number}"))
        for shared in scenario.turns.keys() & scenario.endings.keys():
            self._problems.add(scenario.endings[shared].place, "E036", id=shared)
        for turn in scenario.turns.values():
            self._turn(turn)

    def _turn(self, turn: Turn) -> None:
        for number, name in enumerate(turn.expected):
            self._standards([name], turn.at(f"expected/{number}"), Kind.OBLIGATION)
        for number, name in enumerate(turn.needs):
            self._known([name], self._pieces, turn.at(f"needs/{number}"), "E044")
        for example in turn.examples:
            self._example(example, turn)
        for way in turn.ways:
            self._known([way.to], [*self._scenario.turns, *self._scenario.endings], way.place, "E043")
            if way.when:
                self._condition(way.when, way, turn)
        if not turn.ways:
            self._problems.add(turn.place, "E053", id=turn.id)
        elif turn.ways[-1].when:
            self._problems.add(turn.ways[-1].place, "E052", id=turn.id)

    def _condition(self, condition: Condition, way: Way, turn: Turn) -> None:
        here = {fact.id for fact in turn.facts}
        self._standards(condition.shown, way.place, Kind.OBLIGATION)
        self._standards(condition.violated, way.place, Kind.PROHIBITION)
        self._known([*condition.given, *condition.missing], here, way.place, "E042")
        self._known(condition.said, self._said, way.place, "E042")
        self._known(condition.looked, self._pieces, way.place, "E044")
        if condition.negated:
            self._condition(condition.negated, way, turn)

    def _example(self, example: ExampleAnswer, turn: Turn) -> None:
        place = example.place
        obligations = (*example.shows, *example.misses)
        prohibitions = (*example.violates, *(name for name in example.keeps if name != ALL))
        targets = [*self._scenario.turns, *self._scenario.endings, STAY]
        self._standards(obligations, place, Kind.OBLIGATION)
        self._standards(prohibitions, place, Kind.PROHIBITION)
        self._known([*example.given, *example.missing], {fact.id for fact in turn.facts}, place, "E042")
        self._known([example.to], targets, place, "E043")
        for name in obligations:
            if self._kinds.get(name) is Kind.OBLIGATION and name not in turn.expected:
                self._problems.add(place, "E055", id=name, turn=turn.id)

    def _standards(self, ids: Collection[str], place: Place, wanted: Kind | None = None) -> None:
        self._known(ids, self._kinds, place, "E040")
        for name in ids:
            kind = self._kinds.get(name)
            if kind and wanted and kind is not wanted:
                self._problems.add(place, "E041", id=name, wanted=KINDS[wanted], found=KINDS[kind])

    def _known(self, ids: Collection[str], options: Collection[str], place: Place, code: str) -> None:
        for name in ids:
            if name and name not in options:
                self._problems.add(place, code, id=name, hint=hint(name, options))
