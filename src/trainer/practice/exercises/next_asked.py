"""What comes next: of a reply, what it leaves open and the client will ask."""

from trainer.model.exercise import NextItem
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed
from trainer.practice.exercises.ports import ReadingJudge


def assess(item: NextItem, answer: Answer, _judge: ReadingJudge) -> Assessment:
    """Judge whether the question was foreseen."""
    if answer.choice == item.right:
        return assessed((), better=item.model_answers)
    said = next((one.title for one in item.options if one.id == answer.choice), answer.choice)
    why = ru.NEXT_WRONG.format(said=said, open=item.open)
    return assessed([Loss(100, ru.NEXT_TITLE, why, standard=item.standard)], better=item.model_answers)
