"""Wordings that the matcher cannot read."""

from collections.abc import Iterator

from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Fact, Scenario
from trainer.text.pattern import PatternError
from trainer.text.wording import read_wording


def wordings(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for every wording of a fact that cannot be read."""
    turns = scenario.turns.values()
    for fact in [*(fact for turn in turns for fact in turn.facts), *scenario.note.facts]:
        for wording in _all(fact):
            try:
                read_wording(wording)
            except PatternError as error:
                yield found(fact.place, "E113", wording=wording, reason=error)


def _all(fact: Fact) -> list[str]:
    return [wording for part in fact.parts for wording in part] + list(fact.contradictions)
