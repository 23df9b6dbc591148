"""Circles that a trainee who always answers poorly would never leave."""

from collections.abc import Iterator

from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario


def loops(scenario: Scenario) -> Iterator[Problem]:
    """Yield one problem a circle that is made only of ways without a condition."""
    after = {
        turn.id: way.to
        for turn in scenario.turns.values()
        if (way := next((way for way in turn.ways if way.when is None), None))
    }
    known: set[str] = set()
    for start in after:
        path: list[str] = []
        at = start
        while at in after and at not in known and at not in path:
            path.append(at)
            at = after[at]
        if at in path:
            circle = path[path.index(at) :]
            yield found(scenario.turns[at].place, "E104", loop=" → ".join([*circle, at]))
        known.update(path)
