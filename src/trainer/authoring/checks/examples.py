"""What a turn has to show the trainee: a model answer, a bad one, two hints."""

from collections.abc import Iterator

from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario

_HINTS = 2


def examples(scenario: Scenario) -> Iterator[Problem]:
    """Yield problems for turns without their examples and hints."""
    for turn in scenario.turns.values():
        if not turn.model_answer:
            yield found(turn.place, "E111", id=turn.id)
        if not turn.bad_answer:
            yield found(turn.place, "E112", id=turn.id)
        if len(turn.hints) != _HINTS:
            yield found(turn.at("hints"), "W211", id=turn.id, count=len(turn.hints))
