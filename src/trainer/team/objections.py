"""A trainee disagrees with a deduction, a mentor decides; every decision stays, the latest one counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trainer.model.span import Span
from trainer.model.verdict import Deduction, Verdict


class State(StrEnum):
    """How an objection stands: nobody has looked yet, the deduction stays, or it is taken back."""

    OPEN = "open"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a mentor said of an objection; ``before`` and ``after`` are the scores of the answer (0-100).

    ``mentor`` is an id, empty for somebody whose records are gone; ``at`` is a time in ISO form, UTC.
    """

    withdrawn: bool
    reason: str
    mentor: str
    at: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Objection:
    """A sentence against one deduction of one answer.

    ``attempt`` is the number of the answer in its session (from 1, answers taken back count), ``deduction`` the
    place of the deduction in its verdict (from 1). ``person`` and ``at`` say who objected and when;
    ``answer`` is what was written. In an exercise ``standard`` may be a title: not every loss is about a standard.
    """

    id: int
    session: str
    attempt: int
    deduction: int
    standard: str
    points: int
    text: str
    person: str
    at: str
    scenario: str = ""
    turn: str = ""
    answer: str = ""
    decisions: tuple[Decision, ...] = ()

    @property
    def last(self) -> Decision | None:
        """The decision that counts."""
        return self.decisions[-1] if self.decisions else None

    @property
    def state(self) -> State:
        """How it stands."""
        if self.last is None:
            return State.OPEN
        return State.WITHDRAWN if self.last.withdrawn else State.KEPT


def corrected(verdict: Verdict, withdrawn: Collection[int], grades: Sequence[tuple[int, int]]) -> Verdict:
    """Return a verdict without the deductions at these places (from 1); the others keep their points.

    ``grades`` are (grade, least score), the best first. What was taken for missed counts as shown.
    """
    kept = [item for place, item in enumerate(verdict.deductions, 1) if place not in withdrawn]
    if len(kept) == len(verdict.deductions):
        return verdict
    still = {item.standard for item in kept}
    gone = {item.standard for item in verdict.deductions} - still
    score = max(0, 100 - sum(item.points for item in kept))
    return replace(
        verdict,
        score=score,
        grade=next((grade for grade, least in grades if score >= least), 1),
        shown=(*verdict.shown, *(name for name in verdict.missed if name in gone)),
        missed=tuple(name for name in verdict.missed if name not in gone),
        violated=tuple(name for name in verdict.violated if name not in gone),
        qualities=_qualities(verdict, kept),
        deductions=tuple(kept),
    )


def _qualities(verdict: Verdict, kept: Sequence[Deduction]) -> Mapping[str, int]:
    """Give back to each quality the part of its loss that its withdrawn deductions had."""
    values = {}
    for quality, value in verdict.qualities.items():
        all_points = sum(item.points for item in verdict.deductions if item.quality == quality)
        left = sum(item.points for item in kept if item.quality == quality)
        values[quality] = 100 - round((100 - value) * left / all_points) if all_points else value
    return values


@dataclass(frozen=True, slots=True)
class Label:
    """What people say of one standard in one text: ``found`` tells whether it is shown (or broken) there.

    ``spans`` are its words, where they are known; ``origin`` is «decision» or «calibration» and ``origin_id``
    names which. ``writer`` and ``mentor`` are ids of people, empty for nobody known.
    """

    text: str
    scenario: str
    turn: str
    standard: str
    found: bool
    spans: tuple[Span, ...] = ()
    writer: str = ""
    mentor: str = ""
    at: str = ""
    origin: str = ""
    origin_id: str = ""


def latest(labels: Sequence[Label]) -> list[Label]:
    """Return the labels that count: of several about one standard in one text the last one."""
    found: dict[tuple[str, str, str, str], Label] = {}
    for label in labels:
        key = (label.text, label.scenario, label.turn, label.standard)
        found.pop(key, None)
        found[key] = label
    return list(found.values())
