"""Reads answers: a plain text, or JSON Lines; every message names the line."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.cli.complain import reason, wrong
from trainer.cli.texts_ru import PLACES, TYPES, json_reason
from trainer.model.place import Place

# A text that begins like a JSON object is meant as one, even when it is broken further on.
_OBJECT = re.compile(r'\s*\{\s*(?:"|\})')


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON object of the input and where it stands."""

    place: Place
    fields: dict[str, Any]

    def text(self, key: str, *, default: str | None = None) -> str:
        """Return a text field; raises InputError when it is no text, or absent without a default."""
        value = self.fields.get(key, default)
        if value is None and key not in self.fields:
            raise wrong(self.place, "C012", key=key)
        if not isinstance(value, str):
            raise self.wrong_type(key, str)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a field that is a list of texts, empty when it is absent."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong_type(key, list)
        return tuple(value)

    def id(self) -> str | int:
        """Return the id, a text or a number, by default the number of the line; raises InputError."""
        name = self.fields.get("id", str(self.place.line))
        if isinstance(name, bool) or not isinstance(name, (str, int)):
            raise self.wrong_type("id", str)
        return name

    def wrong_type(self, key: str, wanted: type) -> Exception:
        """Return the error that a field holds something else than ``wanted``."""
        found = TYPES[type(self.fields[key])]
        return wrong(self.place, "C013", key=key, wanted=TYPES[wanted], found=found)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to judge; ``scenario`` and ``turn`` are empty unless its record names them."""

    id: str | int
    text: str
    place: Place
    scenario: str = ""
    turn: str = ""


def read_answers(name: str, *, jsonl: bool = False) -> list[Answer]:
    """Read the answers of a file, or of standard input for "" and "-"; raises InputError.

    A plain text is one answer, without the end of its last line.
    """
    text, place = read_text(name)
    if jsonl or looks_like_records(name, text):
        return [_answer(record) for record in records(text, place)]
    plain = text.removesuffix("\n").removesuffix("\r")
    if not plain.strip():
        raise wrong(place, "C004")
    return [Answer("1", plain, place)]


def looks_like_records(name: str, text: str) -> bool:
    """Tell whether an input is meant as JSON Lines."""
    return name.lower().endswith((".jsonl", ".ndjson")) or bool(_OBJECT.match(text))


def read_text(name: str) -> tuple[str, Place]:
    """Return the text of a file or of standard input exactly as written, and its place."""
    piped = name in ("", "-")
    place = Place(PLACES["stdin"] if piped else name)
    try:
        raw = sys.stdin.buffer.read() if piped else Path(name).read_bytes()
    except FileNotFoundError:
        raise wrong(place, "C001") from None
    except OSError as error:
        raise wrong(place, "C002", reason=reason(error)) from None
    except ValueError:  # a zero character in the name
        raise wrong(place, "C001") from None
    try:
        return raw.decode("utf-8").removeprefix("\ufeff"), place
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise wrong(Place(place.path, line, column), "C003", byte=error.start + 1) from None


def records(text: str, place: Place) -> Iterator[Record]:
    """Yield the records of a JSON Lines text; raises InputError at the first broken or at none."""
    empty = True
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            empty = False
            yield _record(line, Place(place.path, number, 1))
    if empty:
        raise wrong(place, "C014")


def _record(line: str, place: Place) -> Record:
    try:
        fields = json.loads(line, object_pairs_hook=lambda pairs: _unique(pairs, place))
    except json.JSONDecodeError as error:
        where = Place(place.path, place.line, error.colno)
        raise wrong(where, "C010", reason=json_reason(error.msg)) from None
    except (ValueError, RecursionError):  # a number or a nesting of absurd size
        raise wrong(place, "C010", reason=json_reason("")) from None
    if not isinstance(fields, dict):
        raise wrong(place, "C011")
    for key, value in fields.items():
        if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
            raise wrong(place, "C016", key=key)
    return Record(place, fields)


def _unique(pairs: list[tuple[str, Any]], place: Place) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            raise wrong(place, "C015", key=key)
        fields[key] = value
    return fields


def _answer(record: Record) -> Answer:
    name, text = record.id(), record.text("text")
    if not text.strip():
        raise wrong(record.place, "C005", id=name)
    return Answer(
        name, text, record.place, record.text("scenario", default=""), record.text("turn", default="")
    )
