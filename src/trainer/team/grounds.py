"""What a deduction rests on: the words it is about and what it says of a standard in them. Of talks and of exercises."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from trainer.model.span import Span
from trainer.model.verdict import Deduction, Verdict
from trainer.practice.exercises.assessment import Assessment, Loss


@dataclass(frozen=True, slots=True)
class Ground:
    """What one deduction says: whether its standard is in ``text``, and by which words of it.

    ``text`` is empty where nothing that somebody wrote was judged by a standard, a mark of the wrong words for one:
    there is nothing to learn from. ``title`` names for people what was charged where no standard is meant.
    """

    title: str = ""
    text: str = ""
    found: bool = True
    spans: tuple[Span, ...] = ()

    def label(self, withdrawn: bool) -> tuple[bool, tuple[Span, ...]]:
        """Return what a decision says of the standard: whether it is in the text, and its words.

        A withdrawn violation is none, a withdrawn miss was shown after all.
        """
        return self.found is not withdrawn, () if withdrawn or not self.found else self.spans


def grounds_of(verdict: Verdict) -> tuple[Ground, ...]:
    """Return what the deductions of a talk rest on, in their order."""
    return tuple(
        Ground("", verdict.text, item.standard not in verdict.missed, item.evidence)
        for item in verdict.deductions
    )


def grounds_of_item(
    assessment: Assessment, written: Collection[str], is_duty: Callable[[str], bool | None]
) -> tuple[Ground, ...]:
    """Return what the losses of an item of an exercise rest on, in their order.

    ``written`` are the texts that the trainee wrote; ``is_duty`` tells whether a standard is one to be shown rather
    than one not to be broken, None where it is not known.
    """
    return tuple(_ground(loss, written, is_duty) for loss in assessment.losses)


def _ground(loss: Loss, written: Collection[str], is_duty: Callable[[str], bool | None]) -> Ground:
    if not loss.standard or loss.text not in written:
        return Ground(loss.title)
    duty = is_duty(loss.standard)
    missed = not loss.evidence if duty is None else duty
    return Ground(loss.title, loss.text, not missed, loss.evidence)


def as_verdict(assessment: Assessment, said: str, quality_of: Callable[[str], str]) -> Verdict:
    """Return the judgement of an item in the form of a talk's, its words as places of ``said``; it has no grade."""
    lost = tuple(
        Deduction(
            loss.standard,
            quality_of(loss.standard),
            loss.points,
            _within(said, loss),
            loss.why,
            loss.fix,
            loss.source,
        )
        for loss in assessment.losses
    )
    return Verdict(said, assessment.score, 0, (), (), (), (), (), {}, lost)


def _within(said: str, loss: Loss) -> tuple[Span, ...]:
    at = said.find(loss.text) if loss.text else -1
    return tuple(Span(at + span.start, at + span.end) for span in loss.evidence) if at >= 0 else ()


def without(assessment: Assessment, withdrawn: Collection[int]) -> Assessment:
    """Return an assessment without the losses at these places (from 1); the others keep their points."""
    kept = tuple(loss for place, loss in enumerate(assessment.losses, 1) if place not in withdrawn)
    if len(kept) == len(assessment.losses):
        return assessment
    return replace(assessment, score=max(0, 100 - sum(loss.points for loss in kept)), losses=kept)
