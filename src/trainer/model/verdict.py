"""What the judge said of one answer, with the words it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from trainer.model.scenario import Fact, Turn
from trainer.model.span import Span
from trainer.model.standard import Standard


@dataclass(frozen=True, slots=True)
class Setting:
    """The situation an answer is judged in.

    ``turn`` is None when a reply is checked without a scenario. ``asking`` holds the fact ids the
    client has just asked for again; then only these and the prohibitions are judged.
    ``names`` are the client's name forms, ``card`` the texts of the card, ``company`` its name.
    ``own`` are the standards of the company, which count here beside those of the catalogue.
    ``contradictions`` are wordings that contradict the card at any turn.
    """

    scenario: str = ""
    turn: Turn | None = None
    company: str = ""
    names: tuple[str, ...] = ()
    card: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    own: tuple[Standard, ...] = ()
    contradictions: tuple[str, ...] = ()

    def facts(self) -> tuple[Fact, ...]:
        """Return the facts that this answer is judged by (all of the turn's)."""
        return self.turn.facts if self.turn else ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A standard found in an answer: shown or violated, where, and on what ground.

    ``by`` names the rule kind ("pattern", "meaning", …); ``example`` is the nearest example
    of the catalogue when the finding rests on meaning.
    """

    standard: str
    spans: tuple[Span, ...]
    by: str = ""
    why: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points taken off: the standard, the words, why, how to mend it, and where it is taught."""

    standard: str
    quality: str
    points: int
    evidence: tuple[Span, ...]
    why: str
    fix: str
    source: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer; the points of the deductions explain the score exactly.

    ``score`` is max(0, 100 - sum of points), ``grade`` 1-5, ``qualities`` 0-100 by quality id,
    ``praise`` the findings of obligations that were met, with their words. ``severity`` is the factor that is
    already in the points of the deductions; ``warnings`` are findings that take no points.
    """

    text: str
    score: int
    grade: int
    shown: tuple[str, ...]
    missed: tuple[str, ...]
    violated: tuple[str, ...]
    given: tuple[str, ...]
    missing: tuple[str, ...]
    qualities: Mapping[str, int]
    deductions: tuple[Deduction, ...]
    praise: tuple[Finding, ...] = ()
    severity: float = 1.0
    warnings: tuple[Deduction, ...] = ()

    def record(self) -> dict[str, Any]:
        """Return the fields of the command-line contract (without id, scenario, turn, next)."""
        return {
            "score": self.score,
            "grade": self.grade,
            "shown": list(self.shown),
            "missed": list(self.missed),
            "violated": list(self.violated),
            "facts": {"given": list(self.given), "missing": list(self.missing)},
            "qualities": dict(self.qualities),
            "severity": self.severity,
            "deductions": [self._deduction(item) for item in self.deductions],
            **({"warnings": [self._deduction(item) for item in self.warnings]} if self.warnings else {}),
        }

    def _deduction(self, item: Deduction) -> dict[str, Any]:
        return {
            "standard": item.standard,
            "quality": item.quality,
            "points": item.points,
            "evidence": [
                {"start": span.start, "end": span.end, "text": span.of(self.text)} for span in item.evidence
            ],
            "why": item.why,
            "fix": item.fix,
            "source": item.source,
            **({"example": item.example} if item.example else {}),
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reply shows and breaks when no scenario is known (``trainer check``)."""

    text: str
    shown: tuple[Finding, ...] = ()
    violated: tuple[Finding, ...] = field(default_factory=tuple)
