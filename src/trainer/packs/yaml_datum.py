"""Data that know their place, and the questions a reader puts to them.

A Datum records what is wrong with it where it stands. After a problem it answers with something
empty, so that reading goes on and all problems of a file come out at once.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

import yaml

from trainer.model.place import Place
from trainer.packs.problems import Problems, hint
from trainer.packs.texts_ru import WANTED

_INTEGER = re.compile(r"[+-]?\d{1,9}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What an id looks like, for those who describe the format.
ID_PATTERN = rf"^\s*{_ID.pattern}\s*$"
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
        mark = self.node.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1)

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

    def inner_places(self) -> dict[str, Place]:
        """Return where the values of a mapping begin, by key, and record nothing; empty for anything else."""
        return {
            str(key.node.value): Datum(value, self.path, self.problems).place
            for key, value in self._pairs(quiet=True)
        }

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

    def wordings(self) -> tuple[str, ...]:
        """Read a text, or a list of texts that say the same; none and two equal ones are a problem."""
        found = self.texts()
        if isinstance(self.node, yaml.SequenceNode) and not self.node.value:
            self.add("E024", key=self.key)
        for number, text in enumerate(found):
            if text in found[:number]:
                self.add("E038", key=self.key, text=text)
        return tuple(dict.fromkeys(found))

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

    def places(self) -> dict[str, Place]:
        """Return where each value begins: by its key, and an item of a list by «key/0», «key/1» and so on."""
        places: dict[str, Place] = {}
        for key, datum in self.found.items():
            places[key] = datum.place
            if isinstance(datum.node, yaml.SequenceNode):
                for number, node in enumerate(datum.node.value):
                    places[f"{key}/{number}"] = Datum(node, datum.path, datum.problems).place
        return places

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

    def wordings(self, key: str) -> tuple[str, ...]:
        """Return the wordings under ``key``, empty when absent."""
        datum = self.found.get(key)
        return datum.wordings() if datum else ()

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
