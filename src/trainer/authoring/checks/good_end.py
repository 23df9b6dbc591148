"""A good ending that nobody can come to."""

from collections.abc import Iterator

from trainer.authoring.graph import reached
from trainer.authoring.limits import beyond
from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Outcome, Scenario
from trainer.packs.own_standards import shipped


def good_end(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem when there are good endings and no road to any of them."""
    good = [ending for ending in scenario.endings.values() if ending.outcome is Outcome.GOOD]
    closed = [id(item.way) for item in beyond(scenario, shipped().extended(scenario.own).standards)]
    seen = reached(scenario, closed=closed)
    if good and not any(ending.id in seen for ending in good):
        yield found(good[0].place, "E106", id=good[0].id)
