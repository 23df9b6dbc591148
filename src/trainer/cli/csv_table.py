"""Tables in and out: read with a place for each row, written so that no cell is a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.cli.check_rows import Source, _cells, _lines, _opened
from trainer.cli.complain import reason
from trainer.cli.team_problems import bad, collector
from trainer.model.place import Place
from trainer.packs.problems import Problems, hint
from trainer.team.cells import cell, unguarded

_DELIMITERS = (";", ",", "\t")
# More is no list of people.
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: the cells by the name of their column, and where it stands."""

    place: Place
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        """Return a cell, empty where there is none."""
        return self.cells.get(name, "")


def read_table(name: str, columns: Mapping[str, str], needed: Sequence[str]) -> tuple[list[Line], Problems]:
    """Return the rows of a CSV file, «-» for standard input, with the collector of what is wrong with them.

    ``columns`` gives for each name that a heading may have (in small letters) the one that is used here; other
    headings are problems. Raises InputError where nothing can be read at all.
    """
    source, problems = Source(name, ""), collector()
    with _opened(source) as stream:
        lines = list(_lines(stream, source.place))
    heading = lines[0] if lines else ""
    delimiter = max(_DELIMITERS, key=heading.count)
    table = _cells(iter(lines), delimiter, source.place.path)
    _, titles = next(table, (1, []))
    names = _named([title.strip().lower() for title in titles], columns, source.place.path, problems)
    if missing := [one for one in needed if one not in names]:
        raise bad("C200", Place(source.place.path, 1, 1), names=", ".join(missing), known=", ".join(columns))
    found: list[Line] = []
    for number, cells in table:
        place = Place(source.place.path, number, 1)
        if len(found) >= _MOST:
            raise bad("C202", place, most=_MOST)
        if len(cells) != len(names):
            problems.add(place, "C083", found=len(cells), wanted=len(names))
        elif any(text.strip() for text in cells):
            found.append(
                Line(place, dict(zip(names, (unguarded(text.strip()) for text in cells), strict=True)))
            )
    return found, problems


def _named(titles: Sequence[str], columns: Mapping[str, str], path: str, problems: Problems) -> list[str]:
    names = []
    for title in titles:
        name = columns.get(title, "")
        if not name:
            problems.add(Place(path, 1, 1), "C201", name=title, hint=hint(title, columns))
        elif name in names:
            problems.add(Place(path, 1, 1), "C085", name=title)
        names.append(name)
    return names


def as_table(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table that a Russian spreadsheet opens; no cell is a formula."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    writer.writerow(titles)
    writer.writerows([cell("" if value is None else value) for value in row] for row in rows)
    return "\ufeff" + written.getvalue()


def write_private(name: str, text: str) -> None:
    """Write a file that only its owner may read; raises InputError."""
    import os

    try:
        path = Path(name)
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(text)
    except (OSError, ValueError) as error:
        why = reason(error if isinstance(error, OSError) else OSError())
        raise bad("C060", Place(name), reason=why) from None
