"""Judges an item by its form; each form is loaded when its first item comes."""

import importlib
from collections.abc import Callable, Mapping
from typing import Any

from trainer.model.exercise import (
    AnswerItem,
    CommentItem,
    Item,
    NextItem,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
    WhichItem,
)
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.ports import ReadingJudge

_MODULES: Mapping[type[Any], str] = {
    ReviewItem: "review",
    CommentItem: "comments",
    RewriteItem: "rewrite",
    SpotItem: "spot",
    VariantsItem: "variants",
    ShortenItem: "shorten",
    AnswerItem: "answer_line",
    WhichItem: "which",
    NextItem: "next_asked",
}


def assess(item: Item, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Return the judgement of an answer to an item; pure, the same answer gets the same."""
    module = importlib.import_module(f"trainer.practice.exercises.{_MODULES[type(item)]}")
    judged: Callable[[Any, Answer, ReadingJudge], Assessment] = module.assess
    return judged(item, answer, judge)
