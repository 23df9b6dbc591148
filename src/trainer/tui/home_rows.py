"""The rows of the first screen and what is told of each."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from trainer.model.scenario import Pack
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.plan import days
from trainer.practice.replay import Unfinished
from trainer.practice.tell import Names
from trainer.practice.visible import one_line
from trainer.tui import exercise_parts, refresh_parts
from trainer.tui import home_parts as parts
from trainer.tui import texts_ru as ru
from trainer.tui.offer import Offer
from trainer.tui.task_parts import about_task, task_title
from trainer.tui.told_parts import MENTOR, NEWS, told_options

# What a row is: the beginning of its id, the rest says which one.
TALK, SESSION, PACK, SERIES, EXERCISES, TASK, REFRESH = (
    "talk:", "session:", "pack:", "series:", "exercises:", "task:", "refresh:",
)  # fmt: skip


def rows(offer: Offer, today: date) -> Iterator[Option | None]:
    """Yield the rows: what mentors tell, what is due, what was left, the refreshers, the packs; None is a line."""
    left = offer.left()[: parts.MOST_LEFT]
    tasks = offer.tasks[: parts.MOST_TASKS]
    yield from told_options(offer)
    yield from (Option(task_title(one, today), id=TASK + one.assignment.id) for one in tasks)
    yield from (_left(item, offer) for item in left)
    yield Option(refresh_parts.row(offer.today), id=REFRESH)
    yield None
    for pack in offer.packs:
        yield from _pack(pack, offer)


def lasts(row: str) -> bool:
    """Tell whether a row stays where it is: what is due, was left or is new goes when it is done."""
    return not row.startswith((SESSION, SERIES, TASK, NEWS))


def leads(row: str, offer: Offer) -> bool:
    """Tell whether Enter begins something at this row that is to be done now: the first such row is for the hasty."""
    if row == REFRESH:
        return refresh_parts.urgent(offer.today)
    return not row.startswith((PACK, MENTOR))


def told_of(row: str, offer: Offer, names: Names, today: date) -> Content | None:
    """Return what is told of a row beside the list; None where there is nothing to tell."""
    if row == REFRESH:
        return refresh_parts.about_row(offer.today)
    if task := offer.task(parts.after(row, TASK)):
        return about_task(task, offer.titles, today)
    if pack := offer.pack(parts.after(row, PACK)):
        return parts.about_pack(pack, days(pack, offer.finished, offer.rests), offer.titles, names)
    if pack := offer.pack(parts.after(row, EXERCISES)):
        return exercise_parts.about_pack_exercises(pack, offer.of_pack(pack), names)
    if row.startswith(SERIES):
        name = next(item.exercise for item in offer.series if SERIES + item.id == row)
        return exercise_parts.about_exercise(offer.exercises[name], names)
    found = offer.scenarios.get(_scenario_id(row, offer))
    return parts.about_talk(found, names) if found else None


def _pack(pack: Pack, offer: Offer) -> Iterator[Option]:
    yield Option(parts.pack_title(pack), id=PACK + pack.id)
    yield from (Option(parts.talk_title(found), id=TALK + name) for name, found in pack.scenarios.items())
    if found := offer.of_pack(pack):
        yield Option(exercise_parts.pack_row(found), id=EXERCISES + pack.id)


def _left(item: Unfinished | UnfinishedSeries, offer: Offer) -> Option:
    if isinstance(item, UnfinishedSeries):
        title = offer.exercises[item.exercise].title
        return Option(exercise_parts.left_title(item, title), id=SERIES + item.id)
    title = one_line(offer.scenarios[item.scenario].title)
    when = f"{item.started[8:10]}.{item.started[5:7]} {item.started[11:16]}"
    about = ru.RESUME_ABOUT.format(mode=ru.MODES[item.mode].lower(), answers=item.answers, when=when)
    return Option(parts.two_lines(ru.RESUME.format(title=title), about), id=SESSION + item.id)


def _scenario_id(row: str, offer: Offer) -> str:
    if row.startswith(TALK):
        return row.removeprefix(TALK)
    wanted = row.removeprefix(SESSION)
    return next((item.scenario for item in offer.unfinished if item.id == wanted), "")
