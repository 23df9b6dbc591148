"""Say it differently: three wordings, each whole, none a copy of another with a word changed."""

from collections.abc import Iterator

from trainer.model.exercise import VariantsItem
from trainer.model.span import Span
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed, shares
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.text_checks import facts_in, newly_broken
from trainer.text.sameness import sameness

WORDINGS = 3
# From here on two wordings are one. Tried on pairs (tests/text/test_sameness.py): a word changed, another order, a
# greeting put before give 0.76-1.00, wordings of another manner 0.15-0.63.
SAME = 0.7
# A fault takes so much of what a wording is worth: any of them fails the item.
FAULT = 0.67


def assess(item: VariantsItem, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Judge three wordings of one task."""
    losses: list[Loss] = []
    said: list[str] = []
    texts = [*answer.texts[:WORDINGS], *[""] * (WORDINGS - len(answer.texts))]
    for number, (text, worth) in enumerate(zip(texts, shares(100, WORDINGS), strict=True), 1):
        losses += _within(worth, _losses(item, number, text, said, worth, judge))
        said.append(text)
    return assessed(losses, better=item.good)


def _within(worth: int, losses: Iterator[Loss]) -> Iterator[Loss]:
    """Yield the losses of a wording, which together cost no more than it is worth."""
    left = worth
    for loss in losses:
        points = min(left, loss.points)
        left -= points
        yield Loss(
            points, loss.title, loss.why, loss.fix, loss.standard, loss.text, loss.evidence, loss.source
        )


def _losses(
    item: VariantsItem, number: int, text: str, said: list[str], worth: int, judge: ReadingJudge
) -> Iterator[Loss]:
    if not text.strip():
        yield Loss(worth, ru.VARIANT_TITLE.format(number=number), ru.EMPTY)
        return
    for before, other in enumerate(said, 1):
        if other.strip() and sameness(text, other) >= SAME:
            why = ru.ALIKE.format(number=number, other=before)
            whole = (Span(0, len(text)),)
            yield Loss(worth, ru.ALIKE_TITLE, why, ru.ALIKE_FIX, text=text, evidence=whole)
            return
    yield from _faults(item, number, text, round(worth * FAULT), judge)


def _faults(item: VariantsItem, number: int, text: str, points: int, judge: ReadingJudge) -> Iterator[Loss]:
    title = ru.VARIANT_TITLE.format(number=number)
    found = facts_in(text, item.keep, item.context)
    for fact in item.keep:
        if fact.id in found.wrong:
            why = ru.FACT_WRONG.format(fact=fact.text)
            yield Loss(points, title, why, text=text, evidence=found.wrong[fact.id])
        elif fact.id not in found.given:
            yield Loss(points, title, ru.FACT_MISSING.format(fact=fact.text))
    shown = {finding.standard for finding in judge.read(text).shown}
    for name in item.must:
        if name not in shown:
            yield Loss(points, "", ru.NOT_SHOWN.format(number=number), standard=name, text=text)
    yield from newly_broken(text, judge, (), single=True, points=points)
