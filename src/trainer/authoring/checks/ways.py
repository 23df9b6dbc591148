"""Ways on that can never be taken."""

from collections.abc import Iterator

from trainer.authoring.graph import Dead, dead_ways
from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario


def ways(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for every way that cannot fire."""
    for turn in scenario.turns.values():
        for dead in dead_ways(turn):
            yield found(dead.way.place, dead.code, to=dead.way.to, turn=turn.id, **_values(dead))


def _values(dead: Dead) -> dict[str, object]:
    line = dead.by.place.line if dead.by else 0
    return {"line": line, "key": dead.detail, "standard": dead.detail}
