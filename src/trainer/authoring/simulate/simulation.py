"""What many plays of a scenario came to: plain counts, the same whoever counts them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median_low

from trainer.authoring.simulate.trainees import Kind
from trainer.model.scenario import Outcome

BINS = 10
"""Scores 0-100 fall into this many bins; 100 belongs to the last one."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the middle and the greatest of some numbers; the middle is one of them."""

    least: int
    median: int
    most: int


def spread(counts: Mapping[int, int]) -> Spread | None:
    """Return the spread of numbers of which there are so many each; None when there are none."""
    numbers = sorted(Counter(counts).elements())
    return Spread(numbers[0], median_low(numbers), numbers[-1]) if numbers else None


@dataclass(frozen=True, slots=True)
class Group:
    """The plays of one kind of trainee.

    ``turns`` and ``endings`` say how many plays came there at least once, every turn and ending of the
    scenario in the order of its file; ``scores`` hold for each ending how many plays ended there with a score
    in each of the BINS; ``points`` the mean score 0-100 of the answers at each turn that was answered;
    ``lengths`` how many plays took so many answers; ``process`` (kept, told) for each process standard;
    ``unfinished`` are plays that went in circles.
    """

    plays: int
    turns: Mapping[str, int]
    endings: Mapping[str, int]
    scores: Mapping[str, tuple[int, ...]]
    points: Mapping[str, int]
    lengths: Mapping[int, int]
    process: Mapping[str, tuple[int, int]]
    unfinished: int = 0

    def spread(self) -> Spread | None:
        """Return how long the plays were; None without plays."""
        return spread(self.lengths)


@dataclass(frozen=True, slots=True)
class Simulation:
    """All plays of a scenario.

    ``taken`` counts how often the talk went from a turn to a turn or ending (not the questions about what an
    answer left open: these are ``asked``, by turn and fact); ``judged`` is how many answers had to be judged.
    """

    scenario: str
    runs: int
    seed: int
    groups: Mapping[Kind, Group]
    outcomes: Mapping[str, Outcome]
    taken: Mapping[tuple[str, str], int]
    asked: Mapping[tuple[str, str], int]
    judged: int = 0

    def reached(self, place: str) -> int:
        """Return how many plays came to a turn or an ending."""
        return sum(g.turns.get(place, 0) + g.endings.get(place, 0) for g in self.groups.values())

    def never(self) -> tuple[str, ...]:
        """Return the turns and endings that no play came to, in the order of the file."""
        first = next(iter(self.groups.values()))
        return tuple(place for place in (*first.turns, *first.endings) if not self.reached(place))

    def lengths(self) -> Mapping[int, int]:
        """Return how many plays of all kinds took so many answers, by their number."""
        numbers = sorted({length for group in self.groups.values() for length in group.lengths})
        return {n: sum(group.lengths.get(n, 0) for group in self.groups.values()) for n in numbers}
