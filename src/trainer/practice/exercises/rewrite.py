"""Rewrite: a bad line said so that the standard is kept and nothing is lost."""

import re
from collections.abc import Iterator

from trainer.model.exercise import RewriteItem
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, assessed
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.text_checks import broken_in, charged, lost_facts, newly_broken

STILL_BROKEN = 60
# All facts together, and the least that one may cost: without any of them the item is not passed.
FACTS, FACT = 40, 25
# Mending a slip of spelling may leave all words as they sound; there only the same signs are the same line.
_SPELLED = frozenset({"typos"})
_WORD = re.compile(r"\w+")


def assess(item: RewriteItem, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Judge the rewriting of a line."""
    return assessed(_losses(item, answer.text, judge), better=item.good)


def _losses(item: RewriteItem, text: str, judge: ReadingJudge) -> Iterator[Loss]:
    if not text.strip():
        yield Loss(100, ru.EMPTY_TITLE, ru.EMPTY)
        return
    if _same(text, item):
        yield Loss(100, ru.SAME_TITLE, ru.SAME_LINE)
        return
    for finding in judge.read(text).violated:
        if finding.standard == item.standard:
            yield charged(finding, text, STILL_BROKEN)
    yield from lost_facts(text, item.keep, FACTS, FACT, item.context)
    before = broken_in(item.line, judge) | {item.standard}
    yield from newly_broken(text, judge, before, single=True)


def _same(text: str, item: RewriteItem) -> bool:
    if item.standard in _SPELLED:
        return text.split() == item.line.split()
    return _words(text) == _words(item.line)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("ё", "е"))
