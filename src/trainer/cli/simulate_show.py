"""Writes the tables of a simulation: with lines and pictures to a terminal, plainly to a pipe."""

import sys
from collections.abc import Iterable

from trainer.authoring.simulate.simulation import BINS
from trainer.cli import output
from trainer.cli.simulate_text import Cell, Remark, Table
from trainer.practice.visible import one_line

_PICTURES = "▁▂▃▄▅▆▇█"
_EMPTY = "·"


def show(title: str, about: str, tables: Iterable[Table], remarks: Iterable[Remark]) -> None:
    """Write one report to stdout."""
    if sys.stdout.isatty():
        _to_terminal(title, about, tables, remarks)
    else:
        _plainly(title, about, tables, remarks)


def _plainly(title: str, about: str, tables: Iterable[Table], remarks: Iterable[Remark]) -> None:
    for line in (title, about, ""):
        output.say(line)
    for table in tables:
        output.say(table.title)
        rows = [_plain_head(table), *([word for cell in row for word in _plain(cell)] for row in table.rows)]
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        for first, *rest in rows:
            cells = (f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True))
            output.say("  ".join((f"{first:<{widths[0]}}", *cells)))
        output.say()
    for remark in remarks:
        output.say(one_line(remark.text))
    output.say()


def _plain(cell: Cell) -> list[str]:
    """Return a cell as words; a histogram takes a column for each of its bins."""
    return [str(count) for count in cell.counts] or [one_line(cell.text)]


def _plain_head(table: Table) -> list[str]:
    if not any(cell.counts for row in table.rows for cell in row):
        return list(table.head)
    return [*table.head[:-1], *(str(100 * number // BINS) for number in range(BINS))]


def _to_terminal(title: str, about: str, tables: Iterable[Table], remarks: Iterable[Remark]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False)
    console.print(Text(one_line(title), "bold"))
    console.print(Text(about))
    for table in tables:
        drawn = Drawn(
            title=Text(table.title),
            title_justify="left",
            box=box.SIMPLE_HEAD,
            pad_edge=False,
            show_edge=False,
        )
        for number, name in enumerate(table.head):
            drawn.add_column(Text(name), justify="right" if number else "left", overflow="fold")
        for row in table.rows:
            drawn.add_row(*(Text(picture(cell.counts) or one_line(cell.text)) for cell in row))
        console.print(Text(f"\n{table.title}"))
        console.print(drawn)
    console.print()
    for remark in remarks:
        console.print(Text(one_line(remark.text), "bold yellow" if remark.grave else ""))
    console.print()


def picture(counts: tuple[int, ...]) -> str:
    """Return a histogram as a row of bars, the highest for the greatest count; a dot where there is nothing."""
    most = max(counts, default=0)
    steps = len(_PICTURES)
    return "".join(_PICTURES[-(-count * steps // most) - 1] if count else _EMPTY for count in counts)
