"""What an answer lacks to be an answer at all; an empty one is sent back, not marked down."""

from trainer.model.exercise import (
    AnswerItem,
    Approach,
    Author,
    CommentItem,
    Item,
    NextItem,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    VariantsItem,
    WhichItem,
)
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer


def lacks(item: Item, answer: Answer) -> str:
    """Return in Russian what is missing from an answer, or nothing."""
    if isinstance(item, RewriteItem | ShortenItem | AnswerItem) and not answer.text.strip():
        return ru.BLANK_TEXT
    if isinstance(item, VariantsItem) and not any(text.strip() for text in answer.texts):
        return ru.BLANK_TEXTS
    if isinstance(item, CommentItem) and not _chosen(answer):
        return ru.BLANK_CHOICE
    if isinstance(item, ReviewItem) and answer.enough is None:
        return ru.BLANK_ENOUGH
    if isinstance(item, WhichItem | NextItem) and answer.choice not in {one.id for one in item.options}:
        return ru.BLANK_OPTION
    return ""


def _chosen(answer: Answer) -> bool:
    return answer.kind in set(Author) and answer.approach in set(Approach)
