"""«Where am I» for the terminal: in colours and frames there, plain columns where it is piped."""

import io
from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from trainer.practice.visible import one_line
from trainer.team.progress import texts_ru as ru
from trainer.team.progress import words
from trainer.team.progress.build import Progress
from trainer.team.progress.lines import Line
from trainer.team.report_svg import cut

_PIPED = 120  # columns where nobody says how many there are
_COLORS = {"good": "green", "fair": "yellow", "weak": "red", "unseen": "dim"}
_LEFT = ("quality", "standard", "level", "trend", "weeks", "form", "most", "can")


def show(found: Progress, stream: TextIO) -> None:
    """Write it to a stream."""
    if stream.isatty():
        _print(found, Console(file=stream, markup=False, highlight=False), box.SIMPLE_HEAD)
        return
    text = io.StringIO()
    _print(found, Console(file=text, width=_PIPED, color_system=None, markup=False, highlight=False), None)
    stream.write("\n".join(line.rstrip() for line in text.getvalue().split("\n")))


def _print(found: Progress, console: Console, frame: box.Box | None) -> None:
    console.print(Text(one_line(words.title(found)), style="bold"))
    if not found.answers:
        for line in ru.EMPTY:
            console.print(Text(line))
        return
    for line in (words.summary(found), ru.RECENT, words.streak(found)):
        console.print(Text(line))
    for part in (
        _qualities(found, frame),
        Text(ru.QUALITY_KEY, style="dim"),
        _costly(found),
        _gains(found, frame),
        Text(ru.GAINS_KEY, style="dim"),
        _calendar(found, frame),
        Text(ru.CALENDAR_KEY, style="dim"),
        _standards(found, frame),
        Text(ru.STANDARD_KEY, style="dim"),
    ):
        if not isinstance(part, Text):
            console.print()
        console.print(part)


def _qualities(found: Progress, frame: box.Box | None) -> Table:
    table = _table(ru.QUALITIES, ("quality", "each", "level", "trend", "weeks"), frame)
    for one in found.qualities:
        table.add_row(Text(one.title), *_stands(one), Text(words.spark(one.weeks, words.QUALITY_WORST)))
    return table


def _standards(found: Progress, frame: box.Box | None) -> Table:
    table = _table(ru.STANDARDS, ("standard", "each", "level", "trend", "weeks", "last"), frame)
    titles, quality = {one.id: one.title for one in found.qualities}, ""
    for one in found.standards:
        if one.quality != quality:
            quality = one.quality
            table.add_row(Text(titles.get(quality, quality).upper(), style="bold"))
        bars = Text(words.spark(one.weeks, words.STANDARD_WORST))
        table.add_row(Text(cut(one_line(one.title), 40)), *_stands(one), bars, Text(words.last_seen(one)))
    return table


def _stands(one: Line) -> Iterable[Text]:
    yield Text(words.number(one.each), style="bold")
    yield Text(ru.LEVELS[one.level], style=_COLORS[one.level])
    yield Text(ru.TRENDS[one.trend])


def _costly(found: Progress) -> RenderableType:
    rows = [Text(ru.COSTLY, style="italic")]
    for place, one in enumerate(found.costly, 1):
        rows.append(Text.assemble(f"{place}. ", (one_line(one.title), "bold"), f": {words.costly(one)}"))
        if one.fix:
            rows.append(Text(f"   {one_line(ru.FIX.format(fix=one.fix))}"))
    if not found.costly:
        rows.append(Text(ru.NOTHING_COSTLY))
    grid = Table.grid()
    for row in rows:
        grid.add_row(row)
    return grid


def _gains(found: Progress, frame: box.Box | None) -> Table:
    table = _table(ru.GAINS, ("form", "gain", "can", "most"), frame)
    for one in found.gains:
        if one.points > 0:
            cells = (words.form(one), words.number(one.points), words.can(one), words.most(one, found))
            table.add_row(*(Text(one_line(cell)) for cell in cells))
    if not table.row_count:
        table.add_row(Text(ru.NONE), Text(""), Text(""), Text(ru.NO_GAINS))
    return table


def _calendar(found: Progress, frame: box.Box | None) -> Table:
    table = Table(title=Text(ru.CALENDAR), title_justify="left", box=frame, pad_edge=False)
    table.add_column(Text(ru.COLUMNS["week"]))
    for name in ru.WEEKDAYS:
        table.add_column(Text(name), justify="right")
    for week in found.calendar:
        signs = (words.day_sign(one, found.today) for one in week)
        table.add_row(Text(words.day_month(week[0].day)), *(Text(sign) for sign in signs))
    return table


def _table(title: str, names: Iterable[str], frame: box.Box | None) -> Table:
    table = Table(title=Text(title), title_justify="left", box=frame, pad_edge=False)
    for name in names:
        table.add_column(
            Text(ru.COLUMNS[name]), justify="left" if name in _LEFT else "right", overflow="fold"
        )
    return table
