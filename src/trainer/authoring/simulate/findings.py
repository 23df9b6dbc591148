"""What an author should look at after a simulation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from trainer.authoring.simulate.simulation import Group, Simulation
from trainer.authoring.simulate.trainees import Kind
from trainer.model.scenario import Outcome, Scenario, Way

# Of 100 pairs of talks, a strong trainee's and a weak one's, the strong one has to end better in so many.
APART = 75
# Of 100 talks of strong trainees so many have to end well.
MOSTLY = 70


class Doubt(StrEnum):
    """What may be wrong with a scenario though every place was reached."""

    WEAK_LIKE_STRONG = "weak-like-strong"
    STRONG_SELDOM_GOOD = "strong-seldom-good"
    CIRCLES = "circles"


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt with its figure: a share of 100, or for CIRCLES a number of plays."""

    doubt: Doubt
    value: int


def findings(simulation: Simulation) -> tuple[Finding, ...]:
    """Return the doubts about a scenario."""
    weak, strong = simulation.groups[Kind.WEAK], simulation.groups[Kind.STRONG]
    found = []
    if weak.plays and strong.plays:
        if (ahead := better(strong, weak, simulation.outcomes)) < APART:
            found.append(Finding(Doubt.WEAK_LIKE_STRONG, ahead))
        if (good := _good(strong, simulation.outcomes)) < MOSTLY:
            found.append(Finding(Doubt.STRONG_SELDOM_GOOD, good))
    if circles := sum(group.unfinished for group in simulation.groups.values()):
        found.append(Finding(Doubt.CIRCLES, circles))
    return tuple(found)


def better(one: Group, other: Group, outcomes: Mapping[str, Outcome]) -> int:
    """Return in how many of 100 pairs of plays the one ends better than the other; a tie counts half.

    50 means that both end alike, 100 that every play of the one beats every play of the other. A play that
    went in circles is lost.
    """
    ours, theirs = _shares(one, outcomes), _shares(other, outcomes)
    halves = sum(
        plays * others * ((mine > yours) * 2 + (mine == yours))
        for mine, plays in ours.items()
        for yours, others in theirs.items()
    )
    return round(50 * halves / (one.plays * other.plays))


def ways_to(scenario: Scenario, place: str) -> Iterable[tuple[str, Way]]:
    """Yield the turns and ways that lead to a turn or an ending, in the order of the file."""
    return ((turn.id, way) for turn in scenario.turns.values() for way in turn.ways if way.to == place)


def _shares(group: Group, outcomes: Mapping[str, Outcome]) -> Mapping[Outcome, int]:
    counts = dict.fromkeys(Outcome, 0)
    counts[Outcome.LOST] += group.unfinished
    for ending, plays in group.endings.items():
        counts[outcomes[ending]] += plays
    return counts


def _good(group: Group, outcomes: Mapping[str, Outcome]) -> int:
    return round(100 * _shares(group, outcomes)[Outcome.GOOD] / group.plays)
