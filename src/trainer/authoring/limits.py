"""How far a talk can go at all: the moods, the points and the counts that a way on can ask for in vain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.authoring.graph import after, live_ways, reached
from trainer.model.points import mean_of
from trainer.model.scenario import Condition, Mood, Scenario, Turn, Way
from trainer.model.standard import Standard

# An answer moves the mood by no more than this, see dialogue.mood.
_RISE, _FALL = 1, 3
# A client asks for one fact no more than twice, see dialogue.engine.
_MOST_ASKED = 2
_LOW, _HIGH = int(min(Mood)), int(max(Mood))


@dataclass(frozen=True, slots=True)
class Beyond:
    """A way that asks for what cannot be: ``code`` says what, ``detail`` names it."""

    way: Way
    code: str
    detail: str = ""


def most_answers(scenario: Scenario, turn: Turn) -> int:
    """Return how many answers a trainee can give at a turn before the talk goes on."""
    return 1 + min(scenario.patience, _MOST_ASKED * len(turn.required()))


def moods(scenario: Scenario) -> Mapping[str, frozenset[int]]:
    """Return the moods in which the client can come to each turn; too many rather than too few."""
    come: dict[str, frozenset[int]] = {scenario.start: frozenset({int(scenario.client.mood)})}
    waiting = [scenario.start]
    while waiting:
        turn = scenario.turns[waiting.pop()]
        for way in live_ways(turn):
            left = moods_at(way, turn, scenario, come[turn.id])
            gone = come.get(way.to, frozenset()) | {_shifted(mood, way.mood) for mood in left}
            if way.to in scenario.turns and gone != come.get(way.to):
                come[way.to] = gone
                waiting.append(way.to)
    return come


def moods_at(way: Way, turn: Turn, scenario: Scenario, come: frozenset[int]) -> frozenset[int]:
    """Return the moods in which a way can be taken by a client who came in one of the moods ``come``."""
    answers = most_answers(scenario, turn)
    low, high = (way.when or Condition()).bounds.get("mood", (None, None))
    after_answers = {
        mood
        for start in come
        for mood in range(max(_LOW, start - _FALL * answers), min(_HIGH, start + _RISE * answers) + 1)
    }
    return frozenset(m for m in after_answers if (low is None or m >= low) and (high is None or m <= high))


def changes_mood(way: Way, moods: frozenset[int]) -> bool:
    """Tell whether the step of mood of a way changes any of these moods."""
    return any(_shifted(mood, way.mood) != mood for mood in moods)


def beyond(scenario: Scenario, standards: Mapping[str, Standard]) -> Iterator[Beyond]:
    """Yield the ways whose condition asks for more than the scenario can come to."""
    come = moods(scenario)
    for turn in scenario.turns.values():
        for way in live_ways(turn):
            if way.when and (found := _beyond(way, way.when, turn, scenario, standards, come)):
                yield found


def _beyond(
    way: Way,
    when: Condition,
    turn: Turn,
    scenario: Scenario,
    standards: Mapping[str, Standard],
    come: Mapping[str, frozenset[int]],
) -> Beyond | None:
    least = {key: low or 0 for key, (low, _) in when.bounds.items()}
    if least.get("warnings") and not any("set-boundary" in t.expected for t in scenario.turns.values()):
        return Beyond(way, "W208")
    if least.get("patience", 0) > scenario.patience:
        return Beyond(way, "W209", str(scenario.patience))
    if least.get("visits", 1) > 1 and turn.id not in after(scenario, turn):
        return Beyond(way, "W214")
    if turn.id in come and not moods_at(way, turn, scenario, come[turn.id]):
        return Beyond(way, "W215")
    if (most := _most_points(when, turn, scenario, standards)) < least.get("score", 0):
        return Beyond(way, "W216", str(most))
    unsaid = [name for name in when.said if not _can_be_said(name, turn, scenario)]
    return Beyond(way, "W217", unsaid[0]) if unsaid else None


def _most_points(when: Condition, turn: Turn, scenario: Scenario, standards: Mapping[str, Standard]) -> int:
    """Return the best average of a visit in which one of ``violated`` was charged."""
    costs = [standards[name].points for name in when.violated if name in standards]
    answers = most_answers(scenario, turn)
    return mean_of(100 * answers - min(costs, default=0), answers)


def _can_be_said(fact: str, turn: Turn, scenario: Scenario) -> bool:
    homes = [t for t in scenario.turns.values() if any(f.id == fact for f in t.facts)]
    # An unknown fact is the reader's finding already.
    return not homes or any(turn.id in reached(scenario, home.id) for home in homes)


def _shifted(mood: int, steps: int) -> int:
    return max(_LOW, min(_HIGH, mood + steps))
