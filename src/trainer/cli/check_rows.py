"""Streams the replies of an export, CSV or JSON Lines; every message names the line."""

import csv
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from trainer.cli import answers_input
from trainer.cli.check_texts_ru import csv_reason
from trainer.cli.complain import reason, wrong
from trainer.cli.texts_ru import PLACES
from trainer.model.place import Place
from trainer.packs.problems import hint

# Bytes; no line of an export is longer unless the file is something else.
_LONGEST_LINE = 4 * 1024 * 1024
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Source:
    """An export and how to read it; "-" is standard input, without ``id`` a line number names a reply."""

    name: str
    text: str
    id: str | None = None
    jsonl: bool = False
    delimiter: str | None = None

    @property
    def place(self) -> Place:
        """The export as a whole."""
        return Place(PLACES["stdin"] if self.name == "-" else self.name)

    @property
    def twice(self) -> bool:
        """Tell whether the export can be read again: a pipe cannot."""
        return self.name != "-" and Path(self.name).is_file()


@dataclass(frozen=True, slots=True)
class Row:
    """A reply of an export; ``line`` counts from 1 and is where its row begins."""

    line: int
    id: str | int
    text: str

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to judge."""
        return not self.text.strip()


def read_rows(source: Source) -> Generator[Row, None, None]:
    """Yield the rows in order, one in memory at a time; raises InputError at the first that is broken."""
    with _opened(source) as stream:
        lines = _lines(stream, source.place)
        rows = _from_records(source, lines) if source.jsonl else _from_csv(source, lines)
        first = next(rows, None)
        if first is None:
            raise wrong(source.place, "C080")
        yield first
        yield from rows


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    if source.name == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(source.name).open("rb")
    except (FileNotFoundError, ValueError):  # a zero character in the name
        raise wrong(source.place, "C001") from None
    except OSError as error:
        raise wrong(source.place, "C002", reason=reason(error)) from None


def _lines(stream: BinaryIO, place: Place) -> Iterator[str]:
    number = before = 0
    while raw := stream.readline(_LONGEST_LINE):
        number += 1
        if len(raw) == _LONGEST_LINE:
            raise wrong(Place(place.path, number, 1), "C081")
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            where = Place(place.path, number, error.start + 1)
            raise wrong(where, "C003", byte=before + error.start + 1) from None
        before += len(raw)
        yield line.removeprefix("\ufeff") if number == 1 else line


def _from_records(source: Source, lines: Iterable[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = answers_input._record(line.rstrip("\r\n"), Place(source.place.path, number, 1))
        name: object = record.id() if source.id is None else record.fields.get(source.id, str(number))
        if source.id is not None and (isinstance(name, bool) or not isinstance(name, (str, int))):
            raise record.wrong_type(source.id, str)
        assert isinstance(name, (str, int))
        # Exports write null where a message is a picture.
        absent = source.text in record.fields and record.fields[source.text] is None
        yield Row(number, name, "" if absent else record.text(source.text))


def _from_csv(source: Source, lines: Iterator[str]) -> Iterator[Row]:
    first = next(lines, "")
    delimiter = source.delimiter or _guessed(first, source.text)
    table = _cells(chain([first], lines), delimiter, source.place.path)
    _, header = next(table, (1, None))
    if header is None:
        return
    names = [name.strip() for name in header]
    text = _column(source.text, names, source)
    name = _column(source.id, names, source) if source.id is not None else None
    for line, cells in table:
        if len(cells) != len(names):
            where = Place(source.place.path, line, 1)
            raise wrong(where, "C083", found=len(cells), wanted=len(names))
        yield Row(line, (cells[name].strip() if name is not None else "") or str(line), cells[text])


def _guessed(header: str, column: str) -> str:
    """Return the delimiter that gives the column, else the one that gives most columns."""

    def fits(delimiter: str) -> tuple[bool, int]:
        try:
            names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
        except csv.Error:  # told with its line when the row is read in earnest
            names = []
        return column in names, len(names)

    return max(_DELIMITERS, key=fits)


def _cells(lines: Iterable[str], delimiter: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank with the lines they begin at."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise wrong(Place(path, begins, 1), "C082", reason=csv_reason(str(error))) from None
        if cells:
            yield begins, cells


def _column(name: str, names: Sequence[str], source: Source) -> int:
    where = Place(source.place.path, 1, 1)
    if name not in names:
        known = ", ".join(f"«{item}»" for item in names)
        raise wrong(where, "C084", name=name, hint=hint(name, names), known=known)
    if names.count(name) > 1:
        raise wrong(where, "C085", name=name)
    return names.index(name)
