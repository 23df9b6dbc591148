"""A talk that can only end one way teaches nothing."""

from collections.abc import Iterator

from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Outcome, Scenario

_FEWEST = 3


def endings(scenario: Scenario) -> Iterator[Problem]:
    """Yield problems when there are fewer than three endings, or none of them is good."""
    if len(scenario.endings) < _FEWEST:
        yield found(scenario.place, "E105", count=len(scenario.endings))
    if scenario.endings and all(e.outcome is not Outcome.GOOD for e in scenario.endings.values()):
        yield found(scenario.place, "W205")
