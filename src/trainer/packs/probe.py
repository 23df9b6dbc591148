"""Finds out what a reader asks of a file, by letting it read a probe instead of data.

The probe answers every question with something harmless and writes down what was asked: which keys a
mapping may and must have, which values a key takes. So whoever describes the format (the JSON Schema)
takes it from the readers themselves, and a key that a reader learns is in the description at once.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml

from trainer.packs.problems import Problems
from trainer.packs.yaml_nodes import Datum, Fields

T = TypeVar("T")
# Readers that look at the sort of a node meet both; the second reading adds to the first.
_NODES: tuple[yaml.Node, ...] = (
    yaml.ScalarNode("tag:yaml.org,2002:str", "x", _MARK := yaml.Mark("", 0, 0, 0, "", 0), _MARK),
    yaml.MappingNode("tag:yaml.org,2002:map", [], _MARK, _MARK),
)


@dataclass(slots=True)
class Shape:
    """What was asked of one place: ``sorts`` of values, keys, items, options, bounds.

    Sorts are mapping, sequence, text, texts, identifier, integer, flag and choice. ``again`` is the
    shape above this one that it repeats (a condition inside a condition), ``open`` allows any key.
    """

    sorts: set[str] = field(default_factory=set)
    required: set[str] = field(default_factory=set)
    keys: dict[str, "Shape"] = field(default_factory=dict)
    item: "Shape | None" = None
    options: tuple[str, ...] = ()
    bounds: tuple[int, int] = (0, 0)
    open: bool = False
    again: "Shape | None" = None


def probe(read: Callable[[Datum], object]) -> Shape:
    """Return the shape of the data that ``read`` reads."""
    shape = Shape()
    for node in _NODES:
        read(_Probe(node, "", Problems(), "", shape, ()))
    return shape


@dataclass(frozen=True, slots=True)
class _Probe(Datum):
    """A datum that is anything a reader wants it to be."""

    shape: Shape = field(default_factory=Shape)
    above: tuple[Shape, ...] = ()

    def add(self, code: str, **values: object) -> None:
        pass

    def fields(self, required: Collection[str], optional: Collection[str] = ()) -> Fields:
        shape, names = self.shape, {*required, *optional}
        shape.sorts.add("mapping")
        same = next((one for one in self.above if one.keys.keys() == names), None)
        if same:
            shape.again = same
            return Fields(self, {})
        shape.required |= set(required)
        for name in (*required, *optional):
            shape.keys.setdefault(name, Shape())
        return Fields(self, {name: self._under(name) for name in (*required, *optional)})

    def open_fields(self) -> Fields:
        self.shape.sorts.add("mapping")
        self.shape.open = True
        return Fields(self, _Asked(self))

    def items(self) -> list[Datum]:
        self.shape.sorts.add("sequence")
        return [self._below(self._item(), self.key)]

    def text(self, *, empty: bool = False) -> str:
        self.shape.sorts.add("empty" if empty else "text")
        return "x"

    def texts(self) -> tuple[str, ...]:
        self.shape.sorts.add("texts")
        return ("x",)

    def integer(self, low: int, high: int) -> int:
        self.shape.sorts.add("integer")
        self.shape.bounds = (low, high)
        return low

    def flag(self) -> bool:
        self.shape.sorts.add("flag")
        return False

    def choice(self, options: Mapping[str, T], default: T) -> T:
        self.shape.sorts.add("choice")
        self.shape.options = tuple(options)
        return default

    def identifier(self) -> str:
        self.shape.sorts.add("identifier")
        return "x"

    def _under(self, key: str) -> "_Probe":
        return self._below(self.shape.keys.setdefault(key, Shape()), key)

    def _item(self) -> Shape:
        self.shape.item = self.shape.item or Shape()
        return self.shape.item

    def _below(self, shape: Shape, key: str) -> "_Probe":
        return _Probe(self.node, self.path, self.problems, key, shape, (*self.above, self.shape))


class _Asked(Mapping[str, Any]):
    """The keys of an open mapping: there are those that a reader asks for."""

    def __init__(self, whole: _Probe) -> None:
        self._whole = whole

    def __getitem__(self, key: str) -> Datum:
        return self._whole._under(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole.shape.keys)

    def __len__(self) -> int:
        return len(self._whole.shape.keys)
