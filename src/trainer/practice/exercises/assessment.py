"""What the judging of one item comes to: a score, and losses that add up to it exactly."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from trainer.model.span import Span

# From this score on an item is passed. Whatever matters to a form costs more than what is left to lose.
PASS = 80


@dataclass(frozen=True, slots=True)
class Loss:
    """Points taken off.

    ``evidence`` are the words it is about, as spans of ``text``; ``standard`` is the id of a standard, or empty
    where the loss is about no standard (a fact, a kind, a quality). Texts are Russian.
    """

    points: int
    title: str
    why: str = ""
    fix: str = ""
    standard: str = ""
    text: str = ""
    evidence: tuple[Span, ...] = ()
    source: str = ""

    def words(self) -> tuple[str, ...]:
        """Return the words that the loss is about."""
        return tuple(span.of(self.text) for span in self.evidence)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the steps of an item: what it got out of how much."""

    title: str
    got: int
    of: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """The judgement of one item.

    ``score`` 0-100 is 100 less the points of the ``losses``. ``why`` is the author's word on the item, ``better``
    are wordings to learn from, ``notes`` are remarks without points, ``parts`` the steps of a review, ``shown`` ids of
    standards that an answer to a client showed.
    """

    score: int
    losses: tuple[Loss, ...] = ()
    why: str = ""
    better: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    shown: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the item is passed."""
        return self.score >= PASS

    def record(self) -> dict[str, Any]:
        """Return the assessment as plain JSON data for files and pipes."""
        return {
            "score": self.score,
            "passed": self.passed,
            "losses": [_loss_record(loss) for loss in self.losses],
            "parts": [asdict(part) for part in self.parts],
            "notes": list(self.notes),
            "why": self.why,
            "better": list(self.better),
        }

    def data(self) -> dict[str, Any]:
        """Return the assessment as plain JSON data for the journal."""
        return asdict(self)


def assessed(
    losses: Iterable[Loss],
    *,
    why: str = "",
    better: Iterable[str] = (),
    notes: Iterable[str] = (),
    parts: Iterable[Part] = (),
    shown: Iterable[str] = (),
) -> Assessment:
    """Return the assessment of these losses; what goes beyond 100 points costs nothing more."""
    left, kept = 100, []
    for loss in losses:
        points = min(left, loss.points)
        left -= points
        kept.append(replace(loss, points=points))
    return Assessment(left, tuple(kept), why, tuple(better), tuple(notes), tuple(parts), tuple(shown))


def assessment_of(data: Mapping[str, Any]) -> Assessment:
    """Return the assessment from its data; raises KeyError, TypeError or ValueError for damaged data."""
    return Assessment(
        score=int(data["score"]),
        losses=tuple(_loss(item) for item in data["losses"]),
        why=str(data["why"]),
        better=tuple(data["better"]),
        notes=tuple(data["notes"]),
        parts=tuple(Part(**item) for item in data["parts"]),
        # Older series know nothing of it.
        shown=tuple(data.get("shown", ())),
    )


def _loss(data: Mapping[str, Any]) -> Loss:
    spans = tuple(Span(item["start"], item["end"]) for item in data["evidence"])
    return Loss(**{**data, "evidence": spans})


def _loss_record(loss: Loss) -> dict[str, Any]:
    return {
        "points": loss.points,
        "title": loss.title,
        "standard": loss.standard,
        "evidence": [
            {"start": span.start, "end": span.end, "text": span.of(loss.text)} for span in loss.evidence
        ],
        "why": loss.why,
        "fix": loss.fix,
        "source": loss.source,
    }


def shares(whole: int, parts: int) -> list[int]:
    """Return ``whole`` points divided into ``parts`` whole numbers that differ by one at most."""
    if not parts:
        return []
    low, more = divmod(whole, parts)
    return [low + (number < more) for number in range(parts)]
