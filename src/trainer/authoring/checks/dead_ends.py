"""Turns from which a talk can never end."""

from collections.abc import Iterator

from trainer.authoring.graph import leads_to_end
from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario


def dead_ends(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for every turn without a road to an ending."""
    good = leads_to_end(scenario)
    for turn in scenario.turns.values():
        # A turn without ways at all is the reader's finding already.
        if turn.ways and turn.id not in good:
            yield found(turn.place, "E103", id=turn.id)
