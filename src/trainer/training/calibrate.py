"""Chooses, standard by standard, from which probability a finding counts.

A bar is picked where precision-weighted F is best on labelled texts that the network has not seen, pulled towards one half
where there is little to go by: six positives must not decide alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from trainer.scoring.detect import Bars, Evidence

GRID = (0.08, 0.12, 0.18, 0.25, 0.32, 0.4, 0.5, 0.6, 0.68, 0.75, 0.82, 0.88, 0.93)
# Precision counts more than recall: an unjust deduction costs more trust than a missed one.
BETA = {"prohibition": 0.5, "obligation": 1.0}
# Each step away from the starting bar has to earn this much F, shared among the positives seen.
INERTIA = 0.12
START = Bars(alone=0.5, beside=0.25, floor=0.0)
FLOORS = (0.0, 0.02, 0.05, 0.12)
# Some decisions of one centre may nudge a bar, not throw it from one end of the grid to the other.
REACH = 2


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one standard in one labelled text; ``weight`` is how much it counts."""

    label: bool
    evidence: Evidence
    weight: float = 1.0


def calibrate(cases: Mapping[str, Sequence[Case]], kinds: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Return the bars of every standard that has cases."""
    return {name: asdict(best_bars(rows, BETA[kinds[name]])) for name, rows in cases.items()}


def best_bars(cases: Sequence[Case], beta: float) -> Bars:
    """Search the grid for the bars with the best F, one bar at a time."""
    return _searched(cases, beta, START, lambda _: True)


def better_bars(cases: Sequence[Case], beta: float, now: Bars) -> Bars:
    """Search near the bars in use; they are left only for a gain, and no bar goes further than a few steps."""
    return _searched(cases, beta, now, lambda bars: _near(bars, now))


def _searched(cases: Sequence[Case], beta: float, start: Bars, fits: Callable[[Bars], bool]) -> Bars:
    bars = start
    for _ in range(2):
        for options in (_alone, _beside, _floor):
            found = [option for option in options(bars) if fits(option)]
            # What a search came in with may lie beside the grid.
            every = found if start == START else [bars, *found]
            bars = max(
                every, key=lambda item: (_value(cases, item, beta, start), -abs(item.alone - start.alone))
            )
    return bars


def _alone(bars: Bars) -> Iterable[Bars]:
    return (Bars(a, min(bars.beside, a), bars.floor) for a in GRID)


def _beside(bars: Bars) -> Iterable[Bars]:
    return (Bars(bars.alone, b, bars.floor) for b in GRID if b <= bars.alone)


def _floor(bars: Bars) -> Iterable[Bars]:
    return (Bars(bars.alone, bars.beside, f) for f in FLOORS)


def _near(bars: Bars, now: Bars) -> bool:
    return all(_steps(a, b) <= REACH for a, b in ((bars.alone, now.alone), (bars.beside, now.beside)))


def _steps(one: float, other: float) -> int:
    return sum(min(one, other) < step <= max(one, other) for step in GRID)


def _value(cases: Sequence[Case], bars: Bars, beta: float, start: Bars) -> float:
    hit = false = missed = 0.0
    for case in cases:
        found = case.evidence.found(bars)
        hit += case.weight * (found and case.label)
        false += case.weight * (found and not case.label)
        missed += case.weight * (case.label and not found)
    positives = hit + missed
    square = beta * beta
    f = (1 + square) * hit / ((1 + square) * hit + square * missed + false) if hit else 0.0
    return f - INERTIA * _distance(bars, start) / (1 + positives / 8)


def _distance(bars: Bars, start: Bars) -> float:
    floor = abs(bars.floor - start.floor)
    return abs(bars.alone - start.alone) + abs(bars.beside - start.beside) + 2 * floor
