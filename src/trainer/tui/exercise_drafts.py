"""An answer that is not finished yet, as the text of a draft."""

import json

from trainer.practice.exercises.answer import Answer, answer_of


def draft_of(answer: Answer) -> str:
    """Return an answer as a draft; nothing when nothing was answered."""
    return "" if answer == Answer() else json.dumps(answer.data())


def read_draft(text: str) -> Answer:
    """Return the answer of a draft; an empty one when it cannot be read: a draft is never worth a crash."""
    try:
        return answer_of(json.loads(text))
    except (AttributeError, KeyError, TypeError, ValueError):
        return Answer()
