"""Items, assessments and summaries told in plain lines, for ears and for files."""

from collections.abc import Iterator

from trainer.model.exercise import (
    AnswerItem,
    CommentItem,
    Exercise,
    Form,
    Item,
    NextItem,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
    WhichItem,
)
from trainer.practice import texts_ru as common
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.assessment import Assessment, Loss
from trainer.practice.exercises.progress import Done
from trainer.practice.exercises.summary import Summary
from trainer.practice.tell import Names
from trainer.practice.visible import one_line, visible


def tell_exercise(exercise: Exercise, items: int) -> Iterator[str]:
    """Yield what an exercise is about."""
    yield ru.HELLO.format(title=visible(exercise.title), form=ru.FORMS[exercise.form])
    yield visible(exercise.about)
    if exercise.form is Form.REVIEW:
        yield ru.WEIGHTS
    if exercise.form is not Form.RECOVER:
        yield ru.ITEMS.format(count=items)


def tell_item(item: Item, number: int, items: int, names: Names) -> Iterator[str]:
    """Yield an item as it is put to the trainee."""
    yield ru.ITEM.format(number=number, items=items)
    if isinstance(item, AnswerItem):
        yield from _around(item)
    context = item.client if isinstance(item, ReviewItem) else item.context
    if context:
        yield ru.CLIENT.format(text=visible(context))
    if not isinstance(item, AnswerItem):
        yield _label(item).format(text=visible(subject(item)))
    if isinstance(item, RewriteItem):
        yield ru.IS_BROKEN.format(title=names.standard(item.standard))
    if isinstance(item, WhichItem) and item.span:
        yield ru.WORDS_OF.format(words=one_line(item.span.of(item.text)))
    if isinstance(item, ShortenItem):
        from trainer.practice.exercises.shorten import target, words

        yield ru.TARGET.format(words=words(item.text), target=target(item))


def _label(item: Item) -> str:
    """Return how the words are called that an item is about."""
    if isinstance(item, ReviewItem | NextItem):
        return ru.OPERATOR
    if isinstance(item, CommentItem):
        return ru.COMMENT
    if isinstance(item, RewriteItem):
        return ru.LINE
    return ru.TASK if isinstance(item, VariantsItem) else ru.REPLY


def _around(item: AnswerItem) -> Iterator[str]:
    """Yield what a trainee who has not held the talk has to know: the matter, who writes, what was said before."""
    yield ru.SITUATION.format(text=visible(item.briefing))
    yield ru.ABOUT_CLIENT.format(client=visible(item.client))
    if item.known:
        yield ru.KNOWN.format(known=visible(", ".join(item.known)))


def tell_assessment(assessment: Assessment) -> Iterator[str]:
    """Yield an assessment line by line: the score, what was taken off and why, better words."""
    word = ru.PASSED if assessment.passed else ru.NOT_PASSED
    yield ru.SCORED.format(score=assessment.score, word=word)
    for part in assessment.parts:
        yield ru.PART.format(title=part.title, got=part.got, of=part.of)
    yield from (visible(note) for note in assessment.notes)
    if not assessment.losses:
        yield common.NO_FAULTS
    for number, loss in enumerate(assessment.losses, 1):
        yield from _loss(number, loss)
    if assessment.why:
        yield ru.ABOUT.format(why=visible(assessment.why))
    if assessment.better:
        yield ru.BETTER
        yield from (ru.BETTER_ITEM.format(text=visible(text)) for text in assessment.better)


def _loss(number: int, loss: Loss) -> Iterator[str]:
    if loss.points:
        yield common.TAKEN_OFF.format(number=number, points=loss.points, title=visible(loss.title))
    else:
        yield common.WARNED.format(title=visible(loss.title))
    if words := "; ".join(f"«{one_line(word)}»" for word in loss.words()):
        yield common.ABOUT_WORDS.format(words=words)
    for template, key, value in (
        (common.WHY, "why", loss.why),
        (common.FIX, "fix", loss.fix),
        (common.SOURCE, "source", loss.source),
    ):
        if value:
            yield template.format(**{key: visible(value)})


def tell_summary(summary: Summary, names: Names, *, verdicts: bool) -> Iterator[str]:
    """Yield a summary line by line; with ``verdicts`` every assessment too (for an exam)."""
    if verdicts:
        for number, one in enumerate(summary.done, 1):
            yield from tell_item(one.item, number, summary.items, names)
            yield from tell_assessment(one.assessment)
    yield ru.SUM.format(score=summary.score, passed=summary.passed, answered=summary.answered)
    if summary.by_standard:
        yield ru.BY_STANDARD
    for row in summary.by_standard:
        title = names.standard(row.standard)
        yield ru.STANDARD_ROW.format(title=title, kept=row.kept, items=row.items)
    if summary.remember:
        yield ru.REMEMBER
    for one in summary.remember:
        yield ru.REMEMBER_ITEM.format(text=one_line(subject(one.item)), lesson=visible(lesson(one)))


def subject(item: Item) -> str:
    """Return the words that an item is remembered by."""
    if isinstance(item, ReviewItem):
        return item.operator
    if isinstance(item, RewriteItem):
        return item.line
    if isinstance(item, VariantsItem):
        return item.task
    if isinstance(item, NextItem):
        return item.reply
    return item.context if isinstance(item, AnswerItem) else item.text


def lesson(one: Done) -> str:
    """Return what to remember of an answer: the author's word, a better wording, or the reason of the costliest loss."""
    item, assessment = one.item, one.assessment
    if isinstance(item, SpotItem | CommentItem | ReviewItem | WhichItem):
        return item.why
    if assessment.better:
        return assessment.better[0]
    return max(assessment.losses, key=lambda loss: loss.points).why
