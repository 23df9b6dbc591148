"""Checks of an exercise that need no judge: counts, facts, wordings, its own words."""

from collections.abc import Iterator, Mapping, Sequence

from trainer.authoring.checks.own_words import CODES, charged
from trainer.authoring.exercises.texts_ru import PLACES
from trainer.authoring.reading import facts_in, readable_fact
from trainer.authoring.report import found
from trainer.model.exercise import (
    Author,
    CommentItem,
    Exercise,
    Form,
    Item,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
)
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.scenario import Fact
from trainer.text.analysis import read_once
from trainer.text.pattern import PatternError
from trainer.text.wording import read_wording

# Two manners of a rewriting, three different wordings of a task.
_GOOD: Mapping[type, tuple[int, str]] = {RewriteItem: (2, "E155"), VariantsItem: (3, "E155")}


def checked_exercise(exercise: Exercise) -> Iterator[Problem]:
    """Yield what can be told of an exercise without judging anything."""
    if exercise.form is Form.COMMENTS:
        yield from _both_kinds(exercise)
    if exercise.form is Form.SPOT and exercise.items:
        yield from _something_sound(exercise)
    for item in exercise.items:
        yield from _wordings(item)
        yield from _counts(item)
        yield from _facts(item)
        if isinstance(item, ReviewItem):
            yield from _questions(item)
    yield from _own_words(exercise)


def _both_kinds(exercise: Exercise) -> Iterator[Problem]:
    kinds = {item.kind for item in exercise.items if isinstance(item, CommentItem)}
    for kind in Author:
        if kinds and kind not in kinds:
            yield found(exercise.place, "E154", kind=kind.value)


def _something_sound(exercise: Exercise) -> Iterator[Problem]:
    if len(exercise.items) > 3 and all(isinstance(i, SpotItem) and i.marks for i in exercise.items):
        yield found(exercise.place, "W254")


def _counts(item: Item) -> Iterator[Problem]:
    if isinstance(item, RewriteItem | VariantsItem):
        least, code = _GOOD[type(item)]
        if len(set(item.good)) < least:
            yield found(at(item, "good"), code, id=item.id, count=len(set(item.good)), least=least)


def facts_of(item: Item) -> Sequence[Fact]:
    """Return the facts of an item."""
    if isinstance(item, RewriteItem | VariantsItem | ShortenItem):
        return item.keep
    return item.setting.facts() if isinstance(item, ReviewItem) and item.setting else ()


def _wordings(item: Item) -> Iterator[Problem]:
    """Yield a problem for each wording that cannot be read."""
    groups = [(fact.place, (*sum(fact.parts, ()), *fact.contradictions)) for fact in facts_of(item)]
    if isinstance(item, ReviewItem):
        groups.append((at(item, "asks_about"), sum(item.asks_about, ())))
    for place, wordings in groups:
        for wording in wordings:
            try:
                read_wording(wording)
            except PatternError as error:
                yield found(place, "E113", wording=wording, reason=error)


def _facts(item: Item) -> Iterator[Problem]:
    """Yield a problem for a fact that the given text does not hold, and so cannot lose."""
    if not isinstance(item, RewriteItem | ShortenItem):
        return
    text = item.line if isinstance(item, RewriteItem) else item.text
    given = facts_in(read_once(text), [readable_fact(fact) for fact in item.keep])
    for fact in item.keep:
        if fact.id not in given:
            yield found(fact.place, "W250", fact=fact.id, id=item.id)


def _questions(item: ReviewItem) -> Iterator[Problem]:
    asked = bool(item.next_question or item.asks_about)
    if item.enough and asked:
        yield found(at(item, "next_question"), "W251", id=item.id)
    if not item.enough and not (item.next_question and item.asks_about):
        yield found(item.place, "W252", id=item.id)
    if not item.enough and not item.lacking:
        yield found(item.place, "W253", id=item.id)


def _own_words(exercise: Exercise) -> Iterator[Problem]:
    names = tuple(item.company for item in exercise.items if isinstance(item, ReviewItem) and item.company)
    for place, kind, text in _texts(exercise):
        for standard, words in charged(text, names):
            yield found(place, CODES[standard], where=PLACES[kind], words=words)


def _texts(exercise: Exercise) -> Iterator[tuple[Place, str, str]]:
    """Yield what the author says himself; what is there to be put right is none of it."""
    yield exercise.places.get("about", exercise.place), "about", exercise.about
    for step in exercise.steps:
        yield step.place, "step", step.text
    for item in exercise.items:
        if isinstance(item, ReviewItem | CommentItem | SpotItem):
            yield at(item, "why"), "why", item.why
        if isinstance(item, VariantsItem):
            yield at(item, "task"), "task", item.task


def at(item: Item, key: str) -> Place:
    """Return where a value of an item was written; else where the item begins."""
    return item.places.get(key) or item.places.get(key.partition("/")[0], item.place)
