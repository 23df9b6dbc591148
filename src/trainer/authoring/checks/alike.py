"""Texts that nobody could tell apart: two endings, a hint and the answer."""

from collections.abc import Iterator
from itertools import combinations

from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Ending, Scenario, Turn
from trainer.text.similarity import likeness

# Texts of which nine letters in ten agree read as one.
_SAME = 0.9
# A hint may begin the answer; one that holds this much of it leaves nothing to find.
_GIVEN_AWAY = 0.8


def alike(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for each pair of endings, and for each hint, that say the same."""
    for one, other in combinations(scenario.endings.values(), 2):
        if what := _same(one, other):
            yield found(other.place, "W230", id=other.id, other=one.id, line=one.place.line, what=what)
    for turn in scenario.turns.values():
        yield from _hints(turn)


def _same(one: Ending, other: Ending) -> str:
    if likeness(one.text, other.text) >= _SAME:
        return "text"
    return "title" if likeness(one.title, other.title) >= _SAME else ""


def _hints(turn: Turn) -> Iterator[Problem]:
    for number, hint in enumerate(turn.hints):
        if any(_holds(hint, answer) for answer in turn.model_answers):
            yield found(turn.at(f"hints/{number}"), "W231", id=turn.id)


def _holds(hint: str, answer: str) -> bool:
    """Tell whether a hint is the answer, with or without «Начните так» before it."""
    return max(likeness(hint, answer), likeness(hint.partition(":")[2], answer)) >= _GIVEN_AWAY
