"""Answer a line: one turn of a talk on its own, judged as in the talk."""

from trainer.model.exercise import AnswerItem
from trainer.model.verdict import Deduction
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed
from trainer.practice.exercises.ports import ReadingJudge


def assess(item: AnswerItem, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Judge an answer to the line; its score is that of the verdict."""
    verdict = judge.score(answer.text, item.setting)
    losses = [_loss(one, answer.text) for one in (*verdict.deductions, *verdict.warnings)]
    return assessed(losses, better=item.model_answers, shown=verdict.shown)


def _loss(one: Deduction, text: str) -> Loss:
    return Loss(one.points, "", one.why, one.fix, one.standard, text, one.evidence, one.source)
