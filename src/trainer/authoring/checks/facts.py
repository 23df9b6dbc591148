"""Facts that nobody can give or that nobody asks for."""

from collections.abc import Iterator

from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario


def facts(scenario: Scenario) -> Iterator[Problem]:
    """Yield problems for required facts without wordings or without a question of the client."""
    for turn in scenario.turns.values():
        for fact in turn.facts:
            if fact.required and not fact.parts:
                yield found(fact.place, "E110", id=fact.id)
            if fact.required and not fact.asks:
                yield found(fact.place, "W210", id=fact.id)
    for fact in scenario.note.facts:
        if fact.required and not fact.parts:
            yield found(fact.place, "E110", id=fact.id)
    if not scenario.note.facts or not scenario.note.model_answer:
        yield found(scenario.place, "W212")
