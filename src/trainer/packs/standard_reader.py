"""Reads one standard: its texts, its rules as plain data, its examples with the words marked."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from trainer.model.standard import Example, Kind, Quality, Rule, Standard
from trainer.packs.marks import strip_marks
from trainer.packs.yaml_nodes import Datum, Fields

_KEYS = ("id", "quality", "kind", "title", "asks", "matters", "fix", "source", "points", "rules")
_EXAMPLES = ("hits", "misses")
_MISSED = "missed"
_KINDS: Mapping[str, Kind | None] = {kind.value: kind for kind in Kind}
# A full deduction is never more than the whole score.
_MOST = 100
_INTEGER = re.compile(r"[+-]?\d{1,9}")
_AT = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")


def read_standard(datum: Datum, stem: str, qualities: Mapping[str, Quality]) -> Standard:
    """Read the standard of the file named ``stem``; what is wrong goes to the problems of ``datum``."""
    fields = datum.fields((*_KEYS, *_EXAMPLES), (_MISSED,))
    kind = fields.choice("kind", _KINDS, None)
    _check_id(fields, stem)
    return Standard(
        id=fields.text("id"),
        quality=fields.choice("quality", {name: name for name in qualities}, ""),
        # An unknown kind is refused already: nothing that hangs on it is asked for as well.
        kind=kind or Kind.PROCESS,
        title=fields.text("title"),
        asks=fields.text("asks"),
        matters=fields.text("matters"),
        fix=fields.text("fix"),
        source=fields.text("source"),
        points=fields.integer("points", 0, 0, _MOST),
        rules=tuple(_rule(item) for item in fields.items("rules")),
        hits=_examples(fields, "hits", marked=kind in (Kind.OBLIGATION, Kind.PROHIBITION)),
        misses=_examples(fields, "misses"),
        place=datum.place,
        missed=_missed(fields, kind),
    )


def _check_id(fields: Fields, stem: str) -> None:
    where, name = fields.get("id"), fields.identifier("id")
    if where and name and name != stem:
        where.add("E033", id=name, stem=stem)


def _missed(fields: Fields, kind: Kind | None) -> str:
    where = fields.get(_MISSED)
    if kind is Kind.OBLIGATION and not where:
        fields.whole.add("E022", key=_MISSED)
    elif kind not in (Kind.OBLIGATION, None) and where:
        where.add("E088")
    return fields.text(_MISSED)


def _examples(fields: Fields, key: str, *, marked: bool = False) -> tuple[Example, ...]:
    items = fields.items(key)
    if (where := fields.get(key)) and not items and isinstance(where.node, yaml.SequenceNode):
        where.add("E082", key=key)
    examples: dict[str, Example] = {}
    for item in items:
        example = _example(item)
        if example is None:
            continue
        if example.text in examples:
            item.add("E086", line=examples[example.text].place.line)
        elif marked and not example.words:
            item.add("E083")
        elif key == "misses" and example.words:
            item.add("E085")
        examples.setdefault(example.text, example)
    return tuple(examples.values())


def _example(datum: Datum) -> Example | None:
    text, at, known = datum, "", ""
    if isinstance(datum.node, yaml.MappingNode):
        fields = datum.fields(("text",), ("at", "known"))
        at, known = _at(fields), fields.text("known")
        if not (inner := fields.get("text")):
            return None
        text = inner
    try:
        plain, words = strip_marks(text.text())
    except ValueError:
        text.add("E084")
        return None
    return Example(plain, words, datum.place, at, known) if plain else None


def _at(fields: Fields) -> str:
    where, value = fields.get("at"), fields.text("at")
    if where and value and not _AT.fullmatch(value):
        where.add("E089", value=value)
    return value


def _rule(datum: Datum) -> Rule:
    fields = datum.open_fields()
    if isinstance(datum.node, yaml.MappingNode) and not fields.get("kind"):
        datum.add("E022", key="kind")
    options = {key: _option(item) for key, item in fields.found.items() if key != "kind"}
    return Rule(fields.text("kind"), options, datum.place)


def _option(datum: Datum) -> Any:
    """Return a list of texts, a flag, a whole number, or the text as written («15:00» stays a text)."""
    node = datum.node
    if isinstance(node, yaml.SequenceNode):
        return [item.text() for item in datum.items()]
    if not isinstance(node, yaml.ScalarNode):
        datum.add("E087", key=datum.key)
        return ""
    # A quoted value has a style and is always a text.
    if not node.style and node.value in ("true", "false"):
        return datum.flag()
    return int(node.value) if not node.style and _INTEGER.fullmatch(node.value) else datum.text()
