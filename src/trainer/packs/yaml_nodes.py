"""YAML as nodes that know their place, and the questions a reader puts to them.

``load`` turns a file into a Datum; a Datum answers ``fields``, ``items``, ``text`` and so on, and
records what is wrong with the place of it. After a problem it answers with something empty, so that
reading goes on and all problems of a file come out at once.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

from trainer.model.place import Place
from trainer.packs.problems import Problems, hint, is_control
from trainer.packs.texts_ru import REFUSALS, WANTED, reason

# libyaml composes about ten times faster; the pure loader gives the same nodes.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LIMIT_MB = 2
# Deeper files are no data but an attack on the composer, which recurses in C and falls without a word.
DEPTH = 40
_SAFE_DEPTH = 1000
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "map", "seq")
)
_INTEGER = re.compile(r"[+-]?\d{1,9}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SORTS = {yaml.MappingNode: "mapping", yaml.SequenceNode: "sequence", yaml.ScalarNode: "scalar"}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Datum:
    """A YAML node, the file it stands in, the key it was found under, and where problems go."""

    node: yaml.Node
    path: str
    problems: Problems
    key: str = ""

    @property
    def place(self) -> Place:
        """Where the node begins."""
        return _at(Path(self.path), self.node.start_mark)

    def add(self, code: str, **values: object) -> None:
        """Record a problem at this place."""
        self.problems.add(self.place, code, **values)

    def fields(self, required: Collection[str], optional: Collection[str] = ()) -> "Fields":
        """Read a mapping; duplicate, unknown and missing keys are problems."""
        found: dict[str, Datum] = {}
        for key, value in self._pairs():
            name = str(key.node.value)
            if name in found:
                key.add("E020", key=name, line=found[name].place.line)
            elif name not in required and name not in optional:
                key.add("E021", key=name, hint=hint(name, [*required, *optional]))
            else:
                found[name] = Datum(value, self.path, self.problems, name)
        if isinstance(self.node, yaml.MappingNode):
            for name in required:
                if name not in found:
                    self.add("E022", key=name)
        return Fields(self, found)

    def open_fields(self) -> "Fields":
        """Read a mapping whose keys are free (only duplicates are problems)."""
        names = {str(key.node.value) for key, _ in self._pairs(quiet=True)}
        return self.fields((), names)

    def items(self) -> list["Datum"]:
        """Read a sequence; anything else is a problem and an empty list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self._wrong("sequence")
            return []
        return [Datum(node, self.path, self.problems, self.key) for node in self.node.value]

    def text(self, *, empty: bool = False) -> str:
        """Read a text exactly as written («15:00» and «yes» stay texts), without outer blanks."""
        if not isinstance(self.node, yaml.ScalarNode):
            self._wrong("text")
            return ""
        value = str(self.node.value).strip()
        if not value and not empty:
            self.add("E024", key=self.key)
        return value

    def texts(self) -> tuple[str, ...]:
        """Read a list of texts; a single text counts as a list of one."""
        if isinstance(self.node, yaml.ScalarNode):
            return tuple(filter(None, [self.text()]))
        return tuple(text for item in self.items() if (text := item.text()))

    def integer(self, low: int, high: int) -> int:
        """Read a whole number within bounds; a problem gives ``low``."""
        if not isinstance(self.node, yaml.ScalarNode) or not _INTEGER.fullmatch(self.node.value):
            self._wrong("integer")
            return low
        value = int(self.node.value)
        if not low <= value <= high:
            self.add("E026", key=self.key, value=value, low=low, high=high)
            return low
        return value

    def flag(self) -> bool:
        """Read ``true`` or ``false``; nothing else passes for a flag."""
        if isinstance(self.node, yaml.ScalarNode) and self.node.value in ("true", "false"):
            return bool(self.node.value == "true")
        self._wrong("flag")
        return False

    def choice(self, options: Mapping[str, T], default: T) -> T:
        """Read one of the named options; anything else is a problem and the default."""
        value = self.text()
        if value in options:
            return options[value]
        if value:
            listed = ", ".join(options)
            self.add("E025", key=self.key, value=value, options=listed, hint=hint(value, options))
        return default

    def identifier(self) -> str:
        """Read an id: lower-case Latin letters, digits and hyphens."""
        value = self.text()
        if value and not _ID.fullmatch(value):
            self.add("E035", id=value)
        return value

    def _pairs(self, *, quiet: bool = False) -> Iterator[tuple["Datum", yaml.Node]]:
        if not isinstance(self.node, yaml.MappingNode):
            if not quiet:
                self._wrong("mapping")
            return
        for key, value in self.node.value:
            datum = Datum(key, self.path, self.problems, self.key)
            if isinstance(key, yaml.ScalarNode):
                yield datum, value
            elif not quiet:
                datum._wrong("text")

    def _wrong(self, wanted: str) -> None:
        empty = isinstance(self.node, yaml.ScalarNode) and not self.node.value
        found = "nothing" if empty else _SORTS[type(self.node)]
        self.add("E023", key=self.key, wanted=WANTED[wanted], found=WANTED[found])


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of a mapping that are known and present; absent ones answer with the default."""

    whole: Datum
    found: Mapping[str, Datum]

    def get(self, key: str) -> Datum | None:
        """Return the datum under ``key``, None when absent."""
        return self.found.get(key)

    def text(self, key: str, default: str = "", *, empty: bool = False) -> str:
        """Return the text under ``key``."""
        datum = self.found.get(key)
        return datum.text(empty=empty) if datum else default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts under ``key``, empty when absent."""
        datum = self.found.get(key)
        return datum.texts() if datum else ()

    def items(self, key: str) -> list[Datum]:
        """Return the items of the list under ``key``, empty when absent."""
        datum = self.found.get(key)
        return datum.items() if datum else []

    def integer(self, key: str, default: int, low: int, high: int) -> int:
        """Return the whole number under ``key``."""
        datum = self.found.get(key)
        return datum.integer(low, high) if datum else default

    def flag(self, key: str, default: bool = False) -> bool:
        """Return the flag under ``key``."""
        datum = self.found.get(key)
        return datum.flag() if datum else default

    def choice(self, key: str, options: Mapping[str, T], default: T) -> T:
        """Return the option named under ``key``."""
        datum = self.found.get(key)
        return datum.choice(options, default) if datum else default

    def identifier(self, key: str) -> str:
        """Return the id under ``key``."""
        datum = self.found.get(key)
        return datum.identifier() if datum else ""


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


def _decoded(path: Path, problems: Problems) -> str | None:
    try:
        with path.open("rb") as file:
            raw = file.read(LIMIT_MB * 2**20 + 1)
    except FileNotFoundError:
        problems.add(Place(str(path)), "E001")
        return None
    except OSError as error:
        problems.add(Place(str(path)), "E002", reason=REFUSALS.get(type(error), REFUSALS[OSError]))
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
    good = True
    for number, line in enumerate(text.split("\n"), 1):
        if line.rstrip("\r").isprintable():
            continue
        for column, char in enumerate(line.rstrip("\r"), 1):
            if is_control(char):
                problems.add(Place(str(path), number, column), "E005", char=f"U+{ord(char):04X}")
                good = False
    return good


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
    while waiting:
        node, depth = waiting.pop()
        if not _fit(Datum(node, str(path), problems), depth):
            return False
        for child in _children(node):
            if id(child) in seen:
                # One node in two places can only come from an alias.
                Datum(child, str(path), problems).add("E008")
                good = False
            else:
                seen.add(id(child))
                waiting.append((child, depth + 1))
    return good


def _fit(datum: Datum, depth: int) -> bool:
    node = datum.node
    if depth > DEPTH:
        datum.add("E009", limit=DEPTH)
        return False
    if node.tag not in _TAGS:
        datum.add("E010", tag=node.tag)
        return False
    bad = [c for c in node.value if is_control(c)] if isinstance(node, yaml.ScalarNode) else []
    for char in bad[:1]:
        datum.add("E005", char=f"U+{ord(char):04X}")
    return not bad


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return []
