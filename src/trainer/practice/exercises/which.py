"""Which standard: name the one that the words of somebody show or break."""

from collections.abc import Sequence

from trainer.model.exercise import WhichItem
from trainer.model.span import Span
from trainer.model.standard import Kind
from trainer.model.verdict import Finding
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed
from trainer.practice.exercises.ports import ReadingJudge


def assess(item: WhichItem, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Judge which standard was named."""
    if answer.choice == item.right or _found(answer.choice, item, judge):
        return assessed((), why=item.why)
    titles = {one.id: one.title for one in item.options}
    template = ru.WHICH_SHOWN if item.kind is Kind.OBLIGATION else ru.WHICH_BROKEN
    why = template.format(said=titles.get(answer.choice, answer.choice), right=titles[item.right])
    evidence = (item.span,) if item.span else ()
    loss = Loss(100, ru.WHICH_TITLE, why, standard=item.right, text=item.text, evidence=evidence)
    return assessed([loss], why=item.why)


def _found(standard: str, item: WhichItem, judge: ReadingJudge) -> bool:
    """Tell whether the judge finds the standard that was named at the same words: then it is no mistake."""
    reading = judge.read(item.text)
    found: Sequence[Finding] = reading.shown if item.kind is Kind.OBLIGATION else reading.violated
    whole = item.span or Span(0, len(item.text))
    return any(one.standard == standard and any(at.overlaps(whole) for at in one.spans) for one in found)
