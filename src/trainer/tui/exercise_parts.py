"""The parts of the lists of exercises as contents."""

from collections.abc import Sequence

from textual.content import Content

from trainer.model.exercise import Exercise
from trainer.model.scenario import Pack
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.exercises.texts_ru import FORMS
from trainer.practice.tell import Names
from trainer.practice.visible import one_line
from trainer.tui import exercise_texts_ru as ru
from trainer.tui import texts_ru as common
from trainer.tui.home_parts import trained, two_lines
from trainer.tui.widgets.section import shown


def exercise_title(found: Exercise) -> Content:
    """Return an exercise in the list: what it is called, its form, how much and how long."""
    return two_lines(found.title, ", ".join(filter(None, [FORMS[found.form], _size(found), _time(found)])))


def about_exercise(found: Exercise, names: Names) -> Content:
    """Return what is told of an exercise before it is begun."""
    size = ", ".join(filter(None, [FORMS[found.form], _size(found), _time(found)]))
    parts = [
        shown(one_line(found.title), "bold $primary"),
        Content.styled(size, "$secondary"),
        Content(""),
        shown(found.about),
        Content(""),
        Content.assemble((f"{ru.HOW}: ", "bold"), ru.TO_DO[found.form]),
        *trained(found.trains, names),
    ]
    return Content("\n").join(parts)


def pack_row(found: Sequence[Exercise]) -> Content:
    """Return the line of the first screen that leads to the exercises of a pack."""
    minutes = sum(exercise.minutes for exercise in found)
    template = ru.IN_PACK_MINUTES if minutes else ru.IN_PACK
    return Content.styled(template.format(count=len(found), minutes=minutes), "bold")


def about_pack_exercises(pack: Pack, found: Sequence[Exercise], names: Names) -> Content:
    """Return what the exercises of a pack are, a line each, and what they train."""
    rows = [
        Content.assemble(
            ("- ", "bold $accent"), one_line(exercise.title), (f"  {_time(exercise)}", "$secondary")
        )
        for exercise in found
    ]
    standards = tuple(dict.fromkeys(name for exercise in found for name in exercise.trains))
    head = shown(f"{ru.EXERCISES}: {one_line(pack.title)}", "bold $primary")
    hint = Content.styled(ru.LIST_HINT, "$secondary")
    return Content("\n").join([head, Content(""), *rows, *trained(standards, names), Content(""), hint])


def left_title(item: UnfinishedSeries, title: str) -> Content:
    """Return a series to go on with."""
    when = f"{item.started[8:10]}.{item.started[5:7]} {item.started[11:16]}"
    about = ru.RESUME_ABOUT.format(
        mode=common.MODES[item.mode].lower(), answers=item.answers, items=item.items, when=when
    )
    return two_lines(common.RESUME.format(title=one_line(title)), about)


def _size(found: Exercise) -> str:
    return ru.ITEMS.format(count=len(found.items)) if found.items else ""


def _time(found: Exercise) -> str:
    return ru.MINUTES.format(count=found.minutes) if found.minutes else ru.ANY_TIME
