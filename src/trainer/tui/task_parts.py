"""What was assigned, as contents: a row of the first screen, and what is told of it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from textual.content import Content

from trainer.practice.visible import one_line
from trainer.team.assignments import Status
from trainer.team.standing import ItemStanding, Standing
from trainer.tui import texts_ru as ru
from trainer.tui.debrief_parts import cut
from trainer.tui.home_parts import NARROW
from trainer.tui.widgets.section import shown


def task_title(task: Standing, today: date) -> Content:
    """Return a task in the list: what it is, how urgent, how far; words say it and not only a colour."""
    late = task.status is Status.OVERDUE
    done = ru.TASK_DONE.format(passed=task.passed, items=len(task.items))
    about = [when(task, today), done]
    if task.status is Status.OPEN:
        about.insert(0, ru.TASK_NEW)
    title = cut(ru.TASK.format(title=one_line(task.assignment.title)), NARROW)
    style = "$warning" if late else "$accent"
    return Content.assemble((title, "bold"), "\n", (", ".join(filter(None, about)), style))


def when(task: Standing, today: date) -> str:
    """Return until when something is to be done, as one would say it today; empty without an end."""
    if task.assignment.due is None:
        return ""
    due = _day(task.assignment.due)
    if task.status is Status.OVERDUE:
        return ru.TASK_LATE.format(day=f"{due:%d.%m}")
    near = {today: ru.TASK_TODAY, today + timedelta(days=1): ru.TASK_TOMORROW}
    return near.get(due, ru.TASK_UNTIL.format(day=f"{due:%d.%m}"))


def about_task(task: Standing, titles: Mapping[str, str], today: date) -> Content:
    """Return what is told of a task: until when, what is asked, how each item stands."""
    given = task.assignment
    asked = ru.TASK_MARK.format(mark=given.pass_mark, counts=ru.TASK_COUNTS[given.counts.value])
    parts = [
        shown(one_line(given.title), "bold $primary"),
        shown(when(task, today) or ru.TASK_NO_END, "$secondary"),
        Content(""),
        Content.assemble((ru.MODE_LINE + ": ", "bold"), ru.MODES[given.mode].lower()),
        Content(asked),
        *([Content(ru.TASK_OVER)] if task.status is Status.OVERDUE else []),
        Content(""),
        *(_item(item, titles, item.id == task.next) for item in task.items),
        Content(""),
        Content.styled(ru.TASK_HINT, "$secondary"),
    ]
    return Content("\n").join(parts)


def _item(item: ItemStanding, titles: Mapping[str, str], following: bool) -> Content:
    mark = (ru.ITEM_DONE, "bold $success") if item.passed else (ru.ITEM_OPEN, "$secondary")
    points = ru.TASK_POINTS.format(mark=item.mark) if item.mark is not None else ""
    tries = ru.TASK_TRIES.format(left=item.left) if item.left is not None and not item.passed else ""
    told = "".join(f", {text}" for text in (points, tries) if text)
    title = one_line(titles.get(item.id, item.id))
    return Content.assemble(mark, " ", (title, "bold" if following else ""), (told, "$secondary"))


def _day(at: datetime) -> date:
    return at.astimezone().date()
