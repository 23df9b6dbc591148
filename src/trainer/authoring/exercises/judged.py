"""Checks that need a judge: the line breaks its standard, the author's own answers pass."""

from collections.abc import Callable, Iterator

from trainer.authoring.exercises.shape import at
from trainer.authoring.exercises.texts_ru import WHY
from trainer.authoring.report import found
from trainer.model.exercise import (
    Exercise,
    Item,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
)
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Scenario
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.settle import settle
from trainer.practice.exercises.text_checks import OF_THE_TALK

MODEL_BAR = 90


def judged_exercise(
    exercise: Exercise, judge: ReadingJudge, find: Callable[[str], Scenario]
) -> Iterator[Problem]:
    """Yield problems of the author's own answers; ``find`` gives the talks that a review points at."""
    try:
        exercise = settle(exercise, find)
    except InputError as error:
        yield from error.problems
        return
    for item in exercise.items:
        yield from _item(item, judge)


def _item(item: Item, judge: ReadingJudge) -> Iterator[Problem]:
    if isinstance(item, ReviewItem):
        yield from _review(item, judge)
    elif isinstance(item, RewriteItem):
        yield from _rewrite(item, judge)
    elif isinstance(item, VariantsItem):
        yield from _variants(item, judge)
    elif isinstance(item, ShortenItem):
        yield from _each(item, judge)
    elif isinstance(item, SpotItem):
        yield from _spot(item, judge)


def _review(item: ReviewItem, judge: ReadingJudge) -> Iterator[Problem]:
    assert item.setting
    for number, text in enumerate(item.model_answer):
        verdict = judge.score(text, item.setting)
        if verdict.score < MODEL_BAR:
            names = ", ".join(dict.fromkeys(loss.standard for loss in verdict.deductions))
            place = at(item, f"model_answer/{number}")
            yield found(place, "E153", id=item.id, score=verdict.score, bar=MODEL_BAR, standards=names)


def _rewrite(item: RewriteItem, judge: ReadingJudge) -> Iterator[Problem]:
    violated = [finding.standard for finding in judge.read(item.line).violated]
    if item.standard not in violated:
        others = ", ".join(violated) or "-"
        yield found(at(item, "line"), "E150", id=item.id, standard=item.standard, found=others)
    yield from _each(item, judge)


def _each(item: RewriteItem | ShortenItem, judge: ReadingJudge) -> Iterator[Problem]:
    from trainer.practice.exercises.forms import assess

    for number, text in enumerate(item.good):
        assessment = assess(item, Answer(text=text), judge)
        if assessment.score < 100:
            yield _weak(item, f"good/{number}", assessment)


def _variants(item: VariantsItem, judge: ReadingJudge) -> Iterator[Problem]:
    from trainer.practice.exercises.forms import assess

    assessment = assess(item, Answer(texts=item.good), judge)
    if assessment.score < 100 and len(set(item.good)) >= 3:
        yield _weak(item, "good", assessment)


def _weak(item: Item, key: str, assessment: Assessment) -> Problem:
    told = (
        WHY.format(title=loss.title or loss.standard, why=loss.why)
        if loss.title and loss.why
        else loss.title or loss.standard
        for loss in assessment.losses
    )
    why = "; ".join(dict.fromkeys(told)).rstrip(".")
    return found(at(item, key), "E152", id=item.id, score=assessment.score, why=why)


def _spot(item: SpotItem, judge: ReadingJudge) -> Iterator[Problem]:
    """Yield a note for what is found beside the marks: a trainee who marks it is right as well."""
    for finding in judge.read(item.text).violated:
        marked = any(span.overlaps(mark.span) for mark in item.marks for span in finding.spans)
        if not marked and finding.standard not in OF_THE_TALK:
            words = "», «".join(span.of(item.text) for span in finding.spans)
            yield found(at(item, "text"), "W255", id=item.id, standard=finding.standard, words=words)
