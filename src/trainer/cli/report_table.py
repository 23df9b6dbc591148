"""A report for the terminal: in colours and frames there, plain lines where it is piped."""

import io
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from trainer.model.points import whole
from trainer.practice.visible import one_line
from trainer.team import report_texts_ru as ru
from trainer.team.report import Loss, Report, Week, weakest
from trainer.team.report_svg import cut
from trainer.team.report_words import change, number, period, summary

_STEPS = "▁▂▃▄▅▆▇█"
_PIPED = 120  # columns where nobody says how many there are
_MOST_ROWS, _MOST_WEEKS = 15, 16
_COLORS = {"good": "green", "fair": "yellow", "weak": "red", "unseen": "dim"}


def show(report: Report, stream: TextIO) -> None:
    """Write the report to a stream."""
    if stream.isatty():
        _print(report, Console(file=stream, markup=False, highlight=False), box.SIMPLE_HEAD)
    else:
        stream.write(as_text(report))


def as_text(report: Report) -> str:
    """Return the report as plain lines."""
    found = io.StringIO()
    console = Console(
        file=found, width=_PIPED, color_system=None, force_terminal=False, markup=False, highlight=False
    )
    _print(report, console, None)
    return "\n".join(line.rstrip() for line in found.getvalue().split("\n"))


def _print(report: Report, console: Console, frame: box.Box | None) -> None:
    console.print(Text(one_line(report.title), style="bold"))
    console.print(Text(period(report.chosen)))
    if not report.answers:
        console.print(Text(ru.NOBODY))
        return
    for line in filter(None, (summary(report), change(report.before, report.after))):
        console.print(Text(line))
    for table in (_people(report, frame), _qualities(report, frame), _standards(report, frame)):
        console.print()
        console.print(table)


def _people(report: Report, frame: box.Box | None) -> Table:
    titles = dict(report.qualities)
    table = _table(ru.PEOPLE, ("name", "answers", "score", "before", "after", "weeks", "weak"), frame)
    for one in report.people:
        weak = ", ".join(titles[name].lower() for name in weakest(one.qualities, 2))
        name = ru.LEFT.format(name=one.name) if one.left else one.name
        numbers = [
            ru.NONE if value is None else str(whole(value)) for value in (one.score, one.before, one.after)
        ]
        _row(table, (cut(name), str(one.answers), *numbers, spark(one.weeks), weak or ru.NONE))
    return table


def _qualities(report: Report, frame: box.Box | None) -> Table:
    table = Table(title=Text(ru.QUALITIES), title_justify="left", box=frame, pad_edge=False, padding=(0, 1))
    table.add_column(Text(ru.COLUMNS["name"]), overflow="fold")
    for _, title in report.qualities:
        table.add_column(Text(cut(title, 7)), justify="right")
    for one in report.people:
        if one.answers:
            table.add_row(
                Text(cut(one.name, 18)), *(_loss(one.qualities[name]) for name, _ in report.qualities)
            )
    return table


def _loss(loss: Loss) -> Text:
    return Text(number(loss.each) if loss.answers else ru.NONE, style=_COLORS[loss.level])


def _standards(report: Report, frame: box.Box | None) -> Table:
    titles = dict(report.qualities)
    table = _table(ru.STANDARDS, ("standard", "quality", "points", "shown", "lost"), frame)
    for one in [row for row in report.standards if row.loss.points][:_MOST_ROWS]:
        counts = (number(one.loss.each, 2), str(one.loss.shown), str(one.loss.lost))
        _row(table, (one.title, titles.get(one.quality, one.quality), *counts))
    return table


def spark(weeks: Sequence[Week]) -> str:
    """Return the last weeks as little bars, 0-100; a dot is a week without answers."""
    return "".join(
        "·" if week.score is None else _STEPS[min(7, int(week.score / 100 * 8))]
        for week in weeks[-_MOST_WEEKS:]
    )


def _table(title: str, names: Iterable[str], frame: box.Box | None) -> Table:
    table = Table(title=Text(title), title_justify="left", box=frame, pad_edge=False)
    for name in names:
        words = name in ("name", "weeks", "weak", "standard", "quality")
        table.add_column(Text(ru.COLUMNS[name]), justify="left" if words else "right", overflow="fold")
    return table


def _row(table: Table, cells: Iterable[str]) -> None:
    table.add_row(*(Text(one_line(cell)) for cell in cells))
