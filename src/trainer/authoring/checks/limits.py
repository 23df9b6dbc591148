"""Ways that ask for moods, points or counts that no talk comes to; steps of mood that change nothing."""

from collections.abc import Iterator

from trainer.authoring.graph import live_ways
from trainer.authoring.limits import beyond, changes_mood, moods, moods_at
from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Condition, Scenario
from trainer.packs.own_standards import shipped


def limits(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for every way out of reach, and for moods that can never change or never matter."""
    for item in beyond(scenario, shipped().extended(scenario.own).standards):
        yield found(item.way.place, item.code, to=item.way.to, detail=item.detail)
    yield from _idle_moods(scenario)
    if len(scenario.turns) > 1 and not any(
        _asks_mood(way.when) for turn in scenario.turns.values() for way in turn.ways
    ):
        yield found(scenario.at("client.mood"), "I301")


def _idle_moods(scenario: Scenario) -> Iterator[Problem]:
    come = moods(scenario)
    for turn in scenario.turns.values():
        for way in live_ways(turn) if turn.id in come else ():
            left = moods_at(way, turn, scenario, come[turn.id])
            if way.mood and left and not changes_mood(way, left):
                yield found(way.place, "W213", to=way.to, mood=f"{way.mood:+d}")


def _asks_mood(when: Condition | None) -> bool:
    return when is not None and ("mood" in when.bounds or _asks_mood(when.negated))
