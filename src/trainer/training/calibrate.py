"""Chooses, standard by standard, from which probability a finding counts.

A bar is picked where precision-weighted F is best on labelled texts that the network has not seen, pulled towards one half
where there is little to go by: six positives must not decide alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from trainer.scoring.detect import Bars, Evidence

GRID = (0.08, 0.12, 0.18, 0.25, 0.32, 0.4, 0.5, 0.6, 0.68, 0.75, 0.82, 0.88, 0.93)
# Precision counts more than recall: an unjust deduction costs more trust than a missed one.
BETA = {"prohibition": 0.5, "obligation": 1.0}
# Each step away from the starting bar has to earn this much F, shared among the positives seen.
INERTIA = 0.06
START = Bars(alone=0.5, beside=0.25, floor=0.0)
FLOORS = (0.0, 0.02, 0.05, 0.12)


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
    bars = START
    for _ in range(2):
        bars = _best(cases, beta, (Bars(a, min(bars.beside, a), bars.floor) for a in GRID))
        bars = _best(cases, beta, (Bars(bars.alone, b, bars.floor) for b in GRID if b <= bars.alone))
        bars = _best(cases, beta, (Bars(bars.alone, bars.beside, f) for f in FLOORS))
    return bars


def _best(cases: Sequence[Case], beta: float, options: Iterable[Bars]) -> Bars:
    return max(options, key=lambda bars: (_value(cases, bars, beta), -abs(bars.alone - START.alone)))


def _value(cases: Sequence[Case], bars: Bars, beta: float) -> float:
    hit = false = missed = 0.0
    for case in cases:
        found = case.evidence.found(bars)
        hit += case.weight * (found and case.label)
        false += case.weight * (found and not case.label)
        missed += case.weight * (case.label and not found)
    positives = hit + missed
    square = beta * beta
    f = (1 + square) * hit / ((1 + square) * hit + square * missed + false) if hit else 0.0
    return f - INERTIA * _distance(bars) / (1 + positives / 8)


def _distance(bars: Bars) -> float:
    return abs(bars.alone - START.alone) + abs(bars.beside - START.beside) + 2 * bars.floor
