"""The parts of the result of an item and of the sum of a series as contents."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from textual.content import Content

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
from trainer.practice.exercises.progress import Done
from trainer.practice.exercises.summary import Summary
from trainer.practice.exercises.tell import lesson, subject
from trainer.practice.exercises.texts_ru import said_approach, said_author
from trainer.practice.tell import Names
from trainer.practice.visible import one_line, visible
from trainer.tui import exercise_texts_ru as ru
from trainer.tui import texts_ru as common
from trainer.tui.debrief_parts import cut
from trainer.tui.marks import marked_spans
from trainer.tui.widgets.bars import color_of

_BAR = 12
_SUBJECTS: Mapping[type[Any], str] = {
    ReviewItem: ru.OPERATOR,
    CommentItem: ru.REVIEW_PUBLIC,
    RewriteItem: ru.OPERATOR,
    VariantsItem: ru.TASK,
    ShortenItem: ru.OPERATOR,
    WhichItem: ru.OPERATOR,
    NextItem: ru.OPERATOR,
}


# ---------------------------------------------------------------- the result of an item
def given(item: Item) -> Content:
    """Return what was put to the person, once more."""
    rows = []
    before = item.client if isinstance(item, ReviewItem) else item.context
    if before:
        who = ru.SURROUNDINGS if isinstance(item, CommentItem) else ru.CLIENT
        rows.append(Content.assemble((f"{who}: ", "bold"), (visible(before), "italic $secondary")))
    # The reply of a spot item is shown below, with its marks; the line that was answered stands above.
    if not isinstance(item, SpotItem | AnswerItem):
        rows.append(Content.assemble((f"{_SUBJECTS[type(item)]}: ", "bold"), visible(subject(item))))
    return Content("\n").join(rows)


def answered(item: Item, answer: Answer, assessment: Assessment, names: Names) -> Content:
    """Return the answer with the words in question marked by the numbers of the losses."""
    if isinstance(item, CommentItem):
        return Content(f"{said_author(answer.kind)}, {said_approach(answer.approach)}")
    if isinstance(item, WhichItem | NextItem):
        titles = {one.id: one.title for one in item.options}
        return Content(visible(titles.get(answer.choice, ru.NO_OPTION)))
    if isinstance(item, SpotItem):
        return Content("\n").join([_marked(item.text, assessment), Content(""), *_marks(item, answer, names)])
    if isinstance(item, ReviewItem):
        return Content("\n").join(_review(answer, assessment, names))
    texts = answer.texts or (answer.text,)
    rows = []
    for number, text in enumerate(texts, 1):
        label = (f"{number}. ", "bold $accent") if len(texts) > 1 else ""
        rows.append(Content.assemble(label, _marked(text, assessment)))
    return Content("\n").join(rows)


def _marked(text: str, assessment: Assessment) -> Content:
    if not text.strip():
        return Content.styled(ru.EMPTY, "$secondary")
    numbered = (
        (number, loss.evidence) for number, loss in enumerate(assessment.losses, 1) if loss.text == text
    )
    return marked_spans(text, numbered)


def _marks(item: SpotItem, answer: Answer, names: Names) -> Iterator[Content]:
    mine = [(mark.span.of(item.text) if mark.span else mark.words, mark.standard) for mark in answer.marks]
    right = [(mark.span.of(item.text), mark.standard) for mark in item.marks]
    for title, rows in ((ru.YOUR_MARKS, mine), (ru.RIGHT_MARKS, right)):
        yield Content.styled(title, "bold $accent")
        for words, standard in rows:
            yield Content(ru.MARK_ROW.format(words=one_line(words), title=one_line(names.standard(standard))))
        if not rows:
            yield Content(ru.NOTHING_TO_MARK)


def _review(answer: Answer, assessment: Assessment, names: Names) -> Iterator[Content]:
    lacking = ", ".join(names.quality(name) for name in answer.lacking) or ru.NONE_LACKED
    enough = "" if answer.enough is None else ru.ENOUGH[answer.enough]
    yield Content.assemble(("1. ", "bold $accent"), enough)
    yield Content.assemble(("2. ", "bold $accent"), visible(answer.next_question) or ru.NOTHING_TO_ASK)
    yield Content.assemble(("3. ", "bold $accent"), _marked(answer.text, assessment))
    yield Content.assemble(("4. ", "bold $accent"), visible(lacking))


def summary_line(assessment: Assessment) -> Content:
    """Return what stands beside the score of an item."""
    passed = assessment.passed
    word = (ru.PASSED, "bold $success") if passed else (ru.NOT_PASSED, "bold $warning")
    notes = "".join(f"\n{one_line(note)}" for note in assessment.notes)
    return Content.assemble((f"{common.POINTS}    ", "$secondary"), word, notes)


def steps(assessment: Assessment) -> Content:
    """Return the steps of a review: what each got of how much."""
    rows = []
    for part in assessment.parts:
        value = round(100 * part.got / part.of) if part.of else 100
        full = round(_BAR * value / 100)
        rows.append(
            Content.assemble(
                f"{one_line(part.title):<28}",
                ("━" * full, f"bold {color_of(value)}"),
                ("─" * (_BAR - full), "$secondary"),
                (f" {ru.STEP_ROW.format(got=part.got, of=part.of)}", "bold"),
            )
        )
    return Content("\n").join(rows)


def better(texts: Sequence[str]) -> Content:
    """Return wordings to learn from."""
    return Content("\n").join(Content.assemble(("- ", "bold $success"), visible(text)) for text in texts)


# ---------------------------------------------------------------- the sum
def summary_head(found: Summary) -> Content:
    """Return what stands beside the score of a series."""
    passed = ru.SUM_PASSED.format(passed=found.passed, answered=found.answered)
    return Content.assemble(
        (f"{common.POINTS}    {ru.SUM_SCORE}", "$secondary"), "\n", (passed, "bold"),
    )  # fmt: skip


def by_standard(found: Summary, names: Names) -> Content:
    """Return how it went by standard, the weakest first."""
    rows = []
    for row in found.by_standard:
        color = color_of(round(100 * row.kept / row.items))
        rows.append(
            Content.assemble(
                (one_line(names.standard(row.standard)), "bold"),
                (f"  {ru.STANDARD_ROW.format(kept=row.kept, items=row.items)}", color),
            )
        )
    return Content("\n").join(rows)


def remember(found: Summary) -> Content:
    """Return the weakest answers and what to learn from each."""
    if not found.remember:
        return Content(ru.NOTHING_TO_REMEMBER)
    rows = [
        Content.assemble(
            (f"«{cut(subject(one.item))}»", "$secondary"), "\n", ("→ ", "bold $success"), visible(lesson(one))
        )
        for one in found.remember
    ]
    return Content("\n").join(rows)


def path_row(number: int, one: Done) -> Content:
    """Return one answer of a series in two lines."""
    score = one.assessment.score
    word = ru.PASSED if one.assessment.passed else ru.NOT_PASSED
    return Content.assemble(
        (f"{number} ", "bold $accent"),
        (cut(subject(one.item), 44), "$secondary"),
        "\n  ",
        (f"{score}", f"bold {color_of(score)}"),
        (f" {common.POINTS}, {word.lower()}", "$secondary"),
    )
