"""Turns and endings that no talk can come to."""

from collections.abc import Iterator

from trainer.authoring.graph import reached
from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario


def reachable(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for every turn and ending that is out of reach."""
    seen = reached(scenario)
    for turn in scenario.turns.values():
        if turn.id not in seen:
            yield found(turn.place, "E101", id=turn.id)
    for ending in scenario.endings.values():
        if ending.id not in seen:
            yield found(ending.place, "E102", id=ending.id)
