"""Critic or hater: who writes, and what to do about it."""

from trainer.model.exercise import Approach, CommentItem
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed
from trainer.practice.exercises.ports import ReadingJudge

KIND, APPROACH = 50, 50
# Two approaches of one side differ in degree: taking the other one costs half.
NEAR = 25
_TALKING = frozenset({Approach.ANSWER, Approach.PERSUADE})


def assess(item: CommentItem, answer: Answer, _judge: ReadingJudge) -> Assessment:
    """Judge who was seen behind a comment and how it would be dealt with."""
    losses = []
    if answer.kind != item.kind:
        right, said = ru.AUTHORS[item.kind], ru.said_author(answer.kind)
        losses.append(Loss(KIND, ru.KIND_TITLE, ru.KIND_WRONG.format(said=said, right=right)))
    if answer.approach != item.approach:
        right, said = ru.APPROACHES[item.approach], ru.said_approach(answer.approach)
        points = NEAR if _same_side(item.approach, answer.approach) else APPROACH
        losses.append(Loss(points, ru.APPROACH_TITLE, ru.APPROACH_WRONG.format(said=said, right=right)))
    return assessed(losses, why=item.why)


def _same_side(one: Approach, other: str) -> bool:
    return other in set(Approach) and (one in _TALKING) == (other in _TALKING)
