"""What a session came to, computed from its kept answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.model.points import mean
from trainer.model.scenario import Ending, Mood, Scenario
from trainer.practice.process import ProcessMark, process_marks
from trainer.practice.records import Attempt, NoteResult

_TO_TRAIN = 3


@dataclass(frozen=True, slots=True)
class Debrief:
    """The sum of a session.

    ``score`` 0-100 is the mean of the kept answers, ``qualities`` 0-100 the means over the answers
    that touch them; ``train_next`` are (standard, points lost), the costliest first; ``moods`` the
    client's mood before the first answer and after each.
    """

    scenario: Scenario
    score: int
    qualities: Mapping[str, int]
    path: tuple[Attempt, ...]
    taken_back: int
    ending: Ending | None
    train_next: tuple[tuple[str, int], ...]
    process: tuple[ProcessMark, ...]
    moods: tuple[Mood, ...]
    note: NoteResult | None = None

    def record(self) -> dict[str, Any]:
        """Return plain data: scenario, turns in order, ending, score, qualities, train_next, process."""
        return {
            "scenario": self.scenario.id,
            "turns": [_turn_record(self.scenario, attempt) for attempt in self.path],
            "ending": self.ending.id if self.ending else "",
            "score": self.score,
            "qualities": dict(self.qualities),
            "train_next": [{"standard": name, "points": points} for name, points in self.train_next],
            "process": [
                {"standard": mark.standard, "kept": mark.kept, "lacks": list(mark.lacks)}
                for mark in self.process
            ],
        }


def debrief(
    scenario: Scenario, kept: Sequence[Attempt], made: int, note: NoteResult | None = None
) -> Debrief:
    """Return the debrief; ``kept`` are the answers that stand, ``made`` counts all attempts."""
    last = kept[-1].after if kept else None
    return Debrief(
        scenario=scenario,
        score=mean([attempt.verdict.score for attempt in kept]),
        qualities=_qualities(kept),
        path=tuple(kept),
        taken_back=made - len(kept),
        ending=scenario.endings[last.at] if last and last.ended else None,
        train_next=_costliest(kept),
        process=process_marks(scenario, kept, note),
        moods=(scenario.client.mood, *(attempt.after.mood for attempt in kept)),
        note=note,
    )


def _turn_record(scenario: Scenario, attempt: Attempt) -> dict[str, Any]:
    return {
        "scenario": scenario.id,
        "turn": attempt.turn,
        "client": attempt.line,
        "mood": attempt.after.mood.name.lower(),
        "text": attempt.text,
        **attempt.verdict.record(),
        "next": attempt.step.to,
    }


def _qualities(kept: Sequence[Attempt]) -> dict[str, int]:
    values: dict[str, list[int]] = {}
    for attempt in kept:
        for quality, value in attempt.verdict.qualities.items():
            values.setdefault(quality, []).append(value)
    return {quality: mean(found) for quality, found in values.items()}


def _costliest(kept: Sequence[Attempt]) -> tuple[tuple[str, int], ...]:
    points: dict[str, int] = {}
    for attempt in kept:
        for item in attempt.verdict.deductions:
            points[item.standard] = points.get(item.standard, 0) + item.points
    costly = sorted(((name, lost) for name, lost in points.items() if lost), key=lambda x: (-x[1], x[0]))
    return tuple(costly[:_TO_TRAIN])
