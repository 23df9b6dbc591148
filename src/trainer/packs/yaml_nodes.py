"""Turns a YAML file into data that know their place; ``Datum`` and ``Fields`` answer a reader's questions."""

import errno
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from trainer.model.place import Place
from trainer.packs.problems import Problems, is_control
from trainer.packs.texts_ru import LINK_LOOP, NO_FILE, REFUSALS, reason
from trainer.packs.yaml_datum import Datum, Fields

__all__ = ["Datum", "Fields", "load", "readable_text"]

# libyaml composes about ten times faster; the pure loader gives the same nodes.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LIMIT_MB = 2
# Deeper files are no data but an attack on the composer, which recurses in C and falls without a word.
DEPTH = 40
_SAFE_DEPTH = 1000
# A file that is not text at all is known for it after this many characters.
_MOST_CONTROLS = 50
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "map", "seq")
)


def load(path: Path, problems: Problems) -> Datum | None:
    """Read one YAML document; None (and a problem) when it is not fit to be read any further."""
    text = _decoded(path, problems)
    if text is None or not _printable(text, path, problems):
        return None
    try:
        if not _shallow(text, path, problems):
            return None
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _at(path, mark) if mark else Place(str(path))
        problems.add(place, "E006", reason=reason(error.problem or ""))
        return None
    except yaml.YAMLError:
        problems.add(Place(str(path)), "E006", reason=reason(""))
        return None
    if node is None:
        problems.add(Place(str(path)), "E007")
        return None
    return Datum(node, str(path), problems) if _sound(node, path, problems) else None


def readable_text(path: Path) -> str:
    """Return the text of a file as it is written; empty when the file cannot be read as text at all."""
    return _decoded(path, Problems([])) or ""


def _decoded(path: Path, problems: Problems) -> str | None:
    try:
        # A pipe or a device would keep the reader waiting, or never end.
        if not path.is_dir() and not stat.S_ISREG(path.stat().st_mode):
            problems.add(Place(str(path)), "E002", reason=NO_FILE)
            return None
        with path.open("rb") as file:
            raw = file.read(LIMIT_MB * 2**20 + 1)
    except FileNotFoundError:
        problems.add(Place(str(path)), "E001")
        return None
    except OSError as error:
        loop = error.errno == errno.ELOOP
        why = LINK_LOOP if loop else REFUSALS.get(type(error), REFUSALS[OSError])
        problems.add(Place(str(path)), "E002", reason=why)
        return None
    if len(raw) > LIMIT_MB * 2**20:
        problems.add(Place(str(path)), "E003", limit=LIMIT_MB)
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        problems.add(Place(str(path), before.count(b"\n") + 1, column), "E004")
        return None


def _printable(text: str, path: Path, problems: Problems) -> bool:
    found = islice(_controls(text), _MOST_CONTROLS)
    good = True
    for line, column, char in found:
        problems.add(Place(str(path), line, column), "E005", char=f"U+{ord(char):04X}")
        good = False
    return good


def _controls(text: str) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.rstrip("\r").isprintable():
            for column, char in enumerate(line.rstrip("\r"), 1):
                if is_control(char):
                    yield number, column, char


def _at(path: Path, mark: Any) -> Place:
    return Place(str(path), mark.line + 1, mark.column + 1)


def _shallow(text: str, path: Path, problems: Problems) -> bool:
    """Tell whether the text may be composed: its nesting is bounded cheaply, or else counted."""
    # A block level takes at least one column, a flow level one bracket.
    if text.count("[") + text.count("{") + max(map(len, text.split("\n"))) <= _SAFE_DEPTH:
        return True
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH:
            problems.add(_at(path, event.start_mark), "E009", limit=DEPTH)
            return False
    return True


def _sound(root: yaml.Node, path: Path, problems: Problems) -> bool:
    """Refuse aliases, explicit tags, escapes that hide control characters, and endless nesting."""
    good, seen, waiting = True, {id(root)}, [(root, 1)]
    shared: dict[int, yaml.Node] = {}
    while waiting:
        node, depth = waiting.pop()
        if depth > DEPTH:
            Datum(node, str(path), problems).add("E009", limit=DEPTH)
            return False
        good = _fit(node, path, problems) and good
        for child in _children(node):
            if id(child) in seen:
                # One node in two places can only come from an alias.
                shared[id(child)] = child
            else:
                seen.add(id(child))
                waiting.append((child, depth + 1))
    for node in shared.values():
        Datum(node, str(path), problems).add("E008")
    return good and not shared


def _fit(node: yaml.Node, path: Path, problems: Problems) -> bool:
    if node.tag not in _TAGS:
        Datum(node, str(path), problems).add("E010", tag=node.tag)
        return False
    # A text that can be printed as it is holds nothing to look for; most do.
    if not isinstance(node, yaml.ScalarNode) or node.value.isprintable():
        return True
    bad = next((char for char in node.value if is_control(char)), "")
    if bad:
        Datum(node, str(path), problems).add("E005", char=f"U+{ord(bad):04X}")
    return not bad


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return []
