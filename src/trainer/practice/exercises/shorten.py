"""Fewer words: every fact kept, half the words gone."""

from collections.abc import Iterator

from trainer.model.exercise import ShortenItem
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.text_checks import broken_in, lost_facts, newly_broken
from trainer.text.analysis import Text
from trainer.text.tokens import Sort

FACTS, FACT = 60, 25
# What the words cost that stand between the target and the given text: all of them, as much as all facts.
LENGTH = 60


def assess(item: ShortenItem, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Judge how much shorter a reply became and whether it still says everything."""
    had, has = words(item.text), words(answer.text)
    note = ru.WORDS.format(had=had, has=has, target=target(item))
    return assessed(_losses(item, answer.text, judge), better=item.good, notes=[note])


def words(text: str) -> int:
    """Return the number of words; a number is a word too."""
    return sum(token.sort is not Sort.SIGN for token in Text(text).tokens)


def target(item: ShortenItem) -> int:
    """Return how many words are allowed: half of them."""
    return words(item.text) // 2


def _losses(item: ShortenItem, text: str, judge: ReadingJudge) -> Iterator[Loss]:
    if not text.strip():
        yield Loss(100, ru.EMPTY_TITLE, ru.EMPTY)
        return
    yield from lost_facts(text, item.keep, FACTS, FACT, item.context)
    has = words(text)
    if points := _too_long(has, target(item), words(item.text)):
        over = has - target(item)
        yield Loss(points, ru.LONG_TITLE, ru.LONG.format(over=over), ru.LONG_FIX)
    yield from newly_broken(text, judge, broken_in(item.text, judge), single=False)


def _too_long(has: int, wanted: int, had: int) -> int:
    """Return the points for words above the target, at least one, and all when nothing was taken out."""
    if has <= wanted:
        return 0
    return min(LENGTH, max(1, round(LENGTH * (has - wanted) / max(1, had - wanted))))
