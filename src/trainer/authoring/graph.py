"""The graph of a scenario: which ways can fire at all, and where they lead."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from trainer.authoring.conditions import contradicts_itself, wider
from trainer.model.scenario import Condition, Scenario, Turn, Way

# The values each bound can take; a bound beyond them is never met.
_RANGES: Mapping[str, tuple[int, int]] = {
    "score": (0, 100),
    "grade": (1, 5),
    "mood": (0, 4),
    "patience": (0, 9),
    "warnings": (0, 99),
    "visits": (1, 99),
}


@dataclass(frozen=True, slots=True)
class Dead:
    """A way that cannot fire: ``code`` says why, ``by`` is the earlier way that takes its place."""

    way: Way
    code: str
    by: Way | None = None
    detail: str = ""


def dead_ways(turn: Turn) -> list[Dead]:
    """Return the ways of a turn that can never fire, in the order of the file."""
    return [dead for way in turn.ways if (dead := _dead(way, turn))]


def live_ways(turn: Turn) -> list[Way]:
    """Return the ways of a turn that may fire."""
    dead = {id(item.way) for item in dead_ways(turn)}
    return [way for way in turn.ways if id(way) not in dead]


def reached(scenario: Scenario, start: str = "", closed: Collection[int] = ()) -> set[str]:
    """Return the ids of the turns and endings that a talk can come to, from the first turn or from ``start``.

    ``closed`` are ways (by ``id()``) that cannot be taken for some other reason.
    """
    seen: set[str] = set()
    waiting = [start or scenario.start]
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            waiting += _next(scenario, at, closed)
    return seen


def after(scenario: Scenario, turn: Turn) -> set[str]:
    """Return the ids of the turns and endings that a talk can come to once it leaves ``turn``."""
    return {place for way in live_ways(turn) for place in reached(scenario, way.to)}


def _next(scenario: Scenario, at: str, closed: Collection[int]) -> list[str]:
    turn = scenario.turns.get(at)
    return [way.to for way in live_ways(turn) if id(way) not in closed] if turn else []


def leads_to_end(scenario: Scenario) -> set[str]:
    """Return the ids of the turns from which some ending can be reached."""
    done = set(scenario.endings)
    while True:
        more = {t.id for t in scenario.turns.values() if t.id not in done and _any_to(live_ways(t), done)}
        if not more:
            return done - set(scenario.endings)
        done |= more


def tried_before(way: Way, turn: Turn) -> Iterable[Way]:
    """Return the ways that the engine tries before ``way``: urgent ones, then those above it."""
    index = next(i for i, other in enumerate(turn.ways) if other is way)
    above, below = turn.ways[:index], turn.ways[index + 1 :]
    if way.urgent:
        return [other for other in above if other.urgent]
    return [*above, *(other for other in below if other.urgent)]


def _any_to(ways: Iterable[Way], targets: set[str]) -> bool:
    return any(way.to in targets for way in ways)


def _dead(way: Way, turn: Turn) -> Dead | None:
    for other in tried_before(way, turn):
        if other.when is None:
            return Dead(way, "W201", other)
        if other.when == way.when:
            return Dead(way, "W202", other)
        if way.when and wider(other.when, way.when):
            return Dead(way, "W206", other)
    return _impossible(way, turn) if way.when else None


def _impossible(way: Way, turn: Turn) -> Dead | None:
    condition = way.when or Condition()
    for key, (low, high) in condition.bounds.items():
        least, most = _RANGES[key]
        if (low is not None and low > most) or (high is not None and high < least):
            return Dead(way, "W203", detail=key)
    for standard in condition.shown:
        if standard not in turn.expected:
            return Dead(way, "W204", detail=standard)
    return Dead(way, "W207") if contradicts_itself(condition) else None
