"""Spot it: mark the words that break a standard, and name the standard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.model.exercise import Mark, SpotItem
from trainer.model.span import Span
from trainer.model.verdict import Finding
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed, shares
from trainer.practice.exercises.places import locate, overlap
from trainer.practice.exercises.ports import ReadingJudge

# Of the points of a mark so many are for the words, the rest for the name of the standard.
FOR_WORDS = 0.6
# Spans that agree so far are the same words: nobody is fined for a comma or a little word.
SAME, TOUCHING = 0.75, 0.25
# A mark where nothing is wrong; more where nothing at all is wrong.
FALSE, FALSE_IN_SOUND = 20, 50


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark of the trainee with its place, None when its words are not in the text."""

    standard: str
    words: str
    span: Span | None


def assess(item: SpotItem, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Judge what was marked in a reply."""
    placed = [
        _Placed(mark.standard, mark.words, mark.span or locate(item.text, mark.words))
        for mark in answer.marks
    ]
    pairs = _pairs(item, placed)
    losses: list[Loss] = []
    for true, points in zip(item.marks, shares(100, len(item.marks)), strict=True):
        losses += _losses(item, true, pairs.get(true), points, judge)
    taken = [id(found) for found in pairs.values()]
    losses += _false(item, [mark for mark in placed if id(mark) not in taken], judge)
    return assessed(losses, why=item.why)


def _pairs(item: SpotItem, placed: Sequence[_Placed]) -> dict[Mark, _Placed]:
    """Give each true mark the one of the trainee's that meets it best; each of those counts once."""
    meetings = sorted(
        (
            (overlap(item.text, true.span, mark.span), mark.standard == true.standard, -number, true, mark)
            for true in item.marks
            for number, mark in enumerate(placed)
            if mark.span
        ),
        key=lambda meeting: meeting[:3],
        reverse=True,
    )
    found: dict[Mark, _Placed] = {}
    for agreed, _, _, true, mark in meetings:
        if agreed >= TOUCHING and true not in found and not any(mark is other for other in found.values()):
            found[true] = mark
    return found


def _losses(
    item: SpotItem, true: Mark, mark: _Placed | None, points: int, judge: ReadingJudge
) -> Iterator[Loss]:
    words = true.span.of(item.text)
    if mark is None or mark.span is None:
        why = ru.MISSED.format(words=words)
        yield Loss(points, "", why, standard=true.standard, text=item.text, evidence=(true.span,))
        return
    for_words = round(points * FOR_WORDS)
    agreed = overlap(item.text, true.span, mark.span)
    if agreed < SAME and (lost := round(for_words * (1 - agreed))):
        why = ru.INEXACT.format(marked=mark.span.of(item.text), words=words)
        yield Loss(
            lost,
            ru.INEXACT_TITLE,
            why,
            standard=true.standard,
            text=item.text,
            evidence=(true.span,),
        )
    if mark.standard != true.standard and not _found(mark, item, judge):
        why = ru.WRONG_NAME
        yield Loss(points - for_words, "", why, standard=true.standard, text=item.text, evidence=(true.span,))


def _false(item: SpotItem, marks: Sequence[_Placed], judge: ReadingJudge) -> Iterator[Loss]:
    points = FALSE if item.marks else FALSE_IN_SOUND
    for mark in marks:
        if mark.span is None:
            yield Loss(points, ru.NOWHERE_TITLE, ru.NOWHERE.format(words=mark.words))
        # What the judge finds there too may well be one more slip; the author just did not speak of it.
        elif not _found(mark, item, judge):
            why = ru.FALSE.format(words=mark.span.of(item.text))
            yield Loss(points, ru.FALSE_TITLE, why, text=item.text, evidence=(mark.span,))


def _found(mark: _Placed, item: SpotItem, judge: ReadingJudge) -> bool:
    """Tell whether the judge finds the standard that was named at the words that were marked."""
    found: Sequence[Finding] = judge.read(item.text).violated
    return any(
        finding.standard == mark.standard and mark.span is not None and span.overlaps(mark.span)
        for finding in found
        for span in finding.spans
    )
