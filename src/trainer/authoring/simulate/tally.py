"""Counts plays, one at a time."""

from collections import Counter

from trainer.authoring.simulate.simulation import BINS, Group
from trainer.model.points import mean
from trainer.model.scenario import Scenario
from trainer.practice.debrief import Debrief


class Tally:
    """Adds up the plays of one kind of trainee."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._plays = self._unfinished = 0
        self._reached: Counter[str] = Counter()
        self._scores = {name: [0] * BINS for name in scenario.endings}
        self._points: dict[str, list[int]] = {}
        self._lengths: Counter[int] = Counter()
        self._process: dict[str, list[bool]] = {}

    def add(self, play: Debrief) -> None:
        """Count a play."""
        self._plays += 1
        self._lengths[len(play.path)] += 1
        self._reached.update({attempt.turn for attempt in play.path})
        for attempt in play.path:
            self._points.setdefault(attempt.turn, []).append(attempt.verdict.score)
        for mark in play.process:
            self._process.setdefault(mark.standard, []).append(mark.kept)
        if play.ending is None:
            self._unfinished += 1
        else:
            self._reached[play.ending.id] += 1
            self._scores[play.ending.id][bin_of(play.score)] += 1

    def group(self) -> Group:
        """Return what was counted."""
        return Group(
            plays=self._plays,
            turns={name: self._reached[name] for name in self._scenario.turns},
            endings={name: self._reached[name] for name in self._scenario.endings},
            scores={name: tuple(bins) for name, bins in self._scores.items()},
            points={name: mean(self._points[name]) for name in self._scenario.turns if name in self._points},
            lengths=dict(sorted(self._lengths.items())),
            process={name: (sum(kept), len(kept)) for name, kept in sorted(self._process.items())},
            unfinished=self._unfinished,
        )


def bin_of(score: int) -> int:
    """Return the bin of a score 0-100."""
    return min(BINS - 1, score * BINS // 100)
