"""Turns of talks: to be answered, and the answers beside them that broke something or left something open."""

from collections.abc import Iterator

from trainer.dialogue.engine import begin_at, setting
from trainer.model.example import ExampleAnswer
from trainer.model.exercise import AnswerItem, Form, Item, RewriteItem, WhichItem
from trainer.model.scenario import Scenario, Turn
from trainer.model.standard import Catalogue, Kind
from trainer.refresh.cards import Card, situation_of
from trainer.refresh.sources.next_asked import ANTICIPATING, NextAsked, may_ask
from trainer.refresh.sources.options import standards_around
from trainer.refresh.sources.source import Making, Source


def from_talk(scenario: Scenario, catalogue: Catalogue) -> Iterator[Source]:
    """Yield what the turns of a talk make."""
    situation = situation_of(scenario.client.mood)
    for turn in scenario.turns.values():
        key = f"{scenario.id}/{turn.id}"
        for name in turn.expected:
            if _judged(name, catalogue):
                line = _Line(scenario, turn, name)
                yield Source(Card(name, situation), Form.ANSWER, key, line, turn.expected)
        if may_ask(turn):
            for name in (one for one in turn.expected if one in ANTICIPATING):
                yield Source(Card(name, situation), Form.NEXT, key, NextAsked(scenario, turn, name))
        for example in turn.examples:
            yield from _broken(scenario, turn, example, catalogue)


def _broken(scenario: Scenario, turn: Turn, example: ExampleAnswer, catalogue: Catalogue) -> Iterator[Source]:
    """Yield what an answer makes that breaks one prohibition: others would be broken beside it."""
    if len(example.violates) != 1 or example.known:
        return
    name = example.violates[0]
    if name in _OF_THE_TURN or not _judged(name, catalogue):
        return
    card, key = Card(name, situation_of(scenario.client.mood)), f"{scenario.id}/{turn.id}/{example.name}"
    yield Source(card, Form.WHICH, key, _Slip(turn, example, catalogue))
    yield Source(card, Form.REWRITE, key, _Mended(turn, example))
    line = _Line(scenario, turn, name)
    yield Source(card, Form.ANSWER, f"{scenario.id}/{turn.id}", line, turn.expected)


# What they mean is known at the turn alone, by its card and facts: a line on its own cannot be judged by them.
_OF_THE_TURN = frozenset({"wrong-fact", "reask"})


def _judged(standard: str, catalogue: Catalogue) -> bool:
    found = catalogue.standards.get(standard)
    return found is not None and found.kind is not Kind.PROCESS


class _Line:
    """Makes a turn to be answered."""

    def __init__(self, scenario: Scenario, turn: Turn, standard: str) -> None:
        self._scenario, self._turn, self._standard = scenario, turn, standard

    def __call__(self, making: Making) -> Item | None:
        scenario, turn = self._scenario, self._turn
        around = setting(scenario, begin_at(scenario, turn.id, making.number))
        assert around.turn
        return AnswerItem(
            id=str(making),
            context=around.turn.client,
            place=turn.place,
            client=scenario.client.name,
            company=scenario.company,
            briefing=scenario.briefing,
            standard=self._standard,
            setting=around,
            model_answers=turn.model_answers,
            known=turn.known,
        )


class _Slip:
    """Makes the question which standard an answer broke."""

    def __init__(self, turn: Turn, example: ExampleAnswer, catalogue: Catalogue) -> None:
        self._turn, self._example, self._catalogue = turn, example, catalogue

    def __call__(self, making: Making) -> Item | None:
        right = self._catalogue.standards[self._example.violates[0]]
        return WhichItem(
            id=str(making),
            context=self._turn.client,
            place=self._example.place,
            text=self._example.text,
            options=standards_around(right, (), self._catalogue, making.chance()),
            right=right.id,
            why=right.matters,
            kind=right.kind,
        )


class _Mended:
    """Makes an answer that broke something to be said better, with all the facts it gave."""

    def __init__(self, turn: Turn, example: ExampleAnswer) -> None:
        self._turn, self._example = turn, example

    def __call__(self, making: Making) -> Item | None:
        # Loaded only here: it reads Russian.
        from trainer.practice.exercises.text_checks import facts_in

        turn, text = self._turn, self._example.text
        given = facts_in(text, turn.facts, turn.client).given
        return RewriteItem(
            id=str(making),
            context=turn.client,
            place=self._example.place,
            standard=self._example.violates[0],
            line=text,
            good=turn.model_answers,
            keep=tuple(fact for fact in turn.facts if fact.id in given),
        )
