"""The parts of the screens of refreshers as contents."""

from collections.abc import Iterator

from textual.content import Content

from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.texts_ru import FORMS
from trainer.practice.tell import Names
from trainer.practice.visible import one_line, visible
from trainer.refresh import texts_ru as words
from trainer.refresh.plan import Reason
from trainer.refresh.run import Lesson
from trainer.refresh.say import about, cards, minutes, tell_set
from trainer.refresh.state import state, tell_state
from trainer.refresh.today import Today
from trainer.tui import exercise_texts_ru as exercises
from trainer.tui import refresh_texts_ru as ru
from trainer.tui import texts_ru as common
from trainer.tui.home_parts import two_lines

_WEEK = 7
_CELL = 6
_REASONS = 2


def row(today: Today | None, *, failed: bool = False) -> Content:
    """Return the row of the first screen; None while it is being read, or when that has ``failed``."""
    return two_lines(ru.ROW, row_about(today) if today else ru.ROW_FAILED if failed else ru.ROW_READING)


def row_about(today: Today) -> str:
    """Return how today's set stands, in a few words."""
    if not today.set:
        return ru.ROW_EMPTY
    if today.finished:
        return ru.ROW_FINISHED
    if today.done:
        left = minutes(today.seconds)
        return ru.ROW_GOES_ON.format(done=today.done, of=len(today.set), minutes=left)
    if today.set[0].reason is Reason.FIRST:
        return ru.ROW_FIRST.format(cards=cards(len(today.set)))
    return ru.ROW_DUE.format(cards=cards(today.due)) if today.due else ru.ROW_NOTHING


def about_row(today: Today | None) -> Content:
    """Return what the first screen tells beside the row."""
    head = [Content.styled(ru.TITLE, "bold $primary"), Content(words.ABOUT), Content("")]
    return Content("\n").join([*head, told(today) if today else Content(ru.READING)])


def urgent(today: Today | None) -> bool:
    """Tell whether something is due today, or begun, and not done yet."""
    return bool(today and (today.due or today.done) and not today.finished)


def told(today: Today) -> Content:
    """Return the day in plain words: what is due, the set, what waits, what sits how firmly."""
    lines = [Content(visible(line)) for line in tell_set(today)]
    if said := tell_state(state(today.memories, today.day)):
        lines.append(Content.styled(visible(said), "$secondary"))
    if hint := _hint(today):
        lines += [Content(""), Content.styled(hint, "bold $primary")]
    return Content("\n").join(lines)


def _hint(today: Today) -> str:
    if not today.set:
        return ""
    if today.finished:
        return ru.MORE_HINT if today.waiting else ""
    return ru.GO_ON if today.done else ru.BEGIN


def set_rows(today: Today, names: Names) -> Content:
    """Return today's cards, those that are done marked by a sign as well as a colour."""
    rows = []
    for number, one in enumerate(today.set):
        done = number < today.done
        mark = (ru.DONE, "bold $success") if done else (ru.OPEN, "$secondary")
        told = about(one.item, one.card, one.reason, names)
        why = one_line(ru.SET_ROW.format(form=FORMS[one.form].capitalize(), about=told))
        rows.append(Content.assemble(mark, " ", (why, "$secondary" if done else "")))
    return Content("\n").join(rows)


def forecast(today: Today) -> Content:
    """Return the next two weeks as two rows of days with their counts."""
    weeks = [today.forecast[at : at + _WEEK] for at in range(0, len(today.forecast), _WEEK)]
    rows = []
    for week in weeks:
        days = "".join(f"{one.day:%d.%m}".rjust(_CELL) for one in week)
        counts = "".join((str(one.due) if one.due else "·").rjust(_CELL) for one in week)
        rows += [Content.styled(days, "$secondary"), Content.styled(counts, "bold")]
    return Content("\n").join(rows)


# ---------------------------------------------------------------- after a card
def verdict(judged: Assessment) -> Content:
    """Return what stands beside the score: whether it is passed, and what was taken off for."""
    word = (exercises.PASSED, "bold $success") if judged.passed else (exercises.NOT_PASSED, "bold $warning")
    return Content("\n").join(
        [Content.assemble((f"{common.POINTS}    ", "$secondary"), word), *_losses(judged)]
    )


def _losses(judged: Assessment) -> Iterator[Content]:
    taken = [loss for loss in judged.losses if loss.points]
    if not taken:
        yield Content(ru.NO_LOSS)
    for number, loss in enumerate(taken):
        words = ", ".join(f"«{one_line(text)}»" for text in loss.words())
        title = ru.LOSS.format(points=loss.points, title=one_line(loss.title))
        yield Content.assemble((title, "bold $error"), (f"  {words}" if words else "", "$secondary"))
        # The reasons of all are a key away; more of them would push the standard out of a small screen.
        if number < _REASONS and loss.why:
            yield Content(visible(loss.why))


def standard(lesson: Lesson) -> tuple[str, Content]:
    """Return the heading and the line of the standard that a card was about."""
    return ru.STANDARD.format(title=one_line(lesson.title)), Content(visible(lesson.line))


def best(lesson: Lesson, judged: Assessment) -> tuple[str, Content]:
    """Return the heading and the wording to learn from, or how to mend it."""
    return (ru.BEST if judged.better else ru.MIND), Content(visible(lesson.best))
