"""Get back on your feet: a short walk of pauses, breaths and questions. Nothing is scored, nothing is stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trainer.model.exercise import Step, StepKind
from trainer.practice.exercises import texts_ru as ru


@dataclass(frozen=True, slots=True)
class Moment:
    """What is shown for a while: ``text`` of the step, ``label`` of the phase of a breath («Вдох»).

    ``seconds`` is how long it lasts, 0 until the person goes on. ``round`` counts breaths from 1 of ``rounds``.
    """

    step: int
    kind: StepKind
    text: str
    label: str = ""
    seconds: int = 0
    round: int = 0
    rounds: int = 0


def moments(steps: tuple[Step, ...]) -> Iterator[Moment]:
    """Yield every moment of the walk in order; time and skipping are the caller's business."""
    for number, step in enumerate(steps):
        if step.kind is StepKind.BREATHE:
            yield from _breaths(number, step)
        else:
            yield Moment(number, step.kind, step.text, seconds=step.seconds)


def _breaths(number: int, step: Step) -> Iterator[Moment]:
    phases = ((ru.INHALE, step.inhale), (ru.HOLD, step.hold), (ru.EXHALE, step.exhale))
    for count in range(1, step.rounds + 1):
        for label, seconds in phases:
            if seconds:
                yield Moment(number, step.kind, step.text, label, seconds, count, step.rounds)


@dataclass(frozen=True, slots=True)
class Walk:
    """Where somebody is on the walk; ``since`` is the time in seconds at which this moment began."""

    moments: tuple[Moment, ...]
    at: int = 0
    since: float = 0.0

    @property
    def moment(self) -> Moment | None:
        """The present moment; None when the walk is over."""
        return self.moments[self.at] if self.at < len(self.moments) else None

    def left(self, now: float) -> float:
        """Return the seconds that are left of a moment that lasts by itself, else 0."""
        return max(0.0, self.since + self.moment.seconds - now) if self.moment else 0.0

    def tick(self, now: float) -> "Walk":
        """Return where the walk is at ``now``; a moment without seconds waits for ``go_on``."""
        walk = self
        while (moment := walk.moment) and moment.seconds and now >= walk.since + moment.seconds:
            walk = replace(walk, at=walk.at + 1, since=walk.since + moment.seconds)
        return walk

    def go_on(self, now: float) -> "Walk":
        """Return the walk at the first moment of the next step: every step may be skipped."""
        if self.moment is None:
            return self
        here = self.moment.step
        ahead = (n for n, moment in enumerate(self.moments) if n > self.at and moment.step != here)
        return replace(self, at=next(ahead, len(self.moments)), since=now)


def begin(steps: tuple[Step, ...], now: float) -> Walk:
    """Return the walk at its first moment."""
    return Walk(tuple(moments(steps)), 0, now)
