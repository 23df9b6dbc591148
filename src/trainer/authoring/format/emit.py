"""Reads YAML with its comments and writes it again with the indents of the house (ruamel.yaml does the work)."""

import io
from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.events import SequenceEndEvent
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

# Where the dash of a list stands under its key.
_DASH = 2
# Texts stay on one line: where one is to be folded is the author's decision.
_NO_WIDTH = 100_000


class _AllTexts(VersionedResolver):
    """Takes every scalar for a text, as the reader does, so that «1_000» and «yes» come out as they went in."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


class _HouseEmitter(Emitter):
    """Indents lists by two under their key, and writes a list inside a list as «- - text»."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._inner: list[bool] = []

    def expect_block_sequence(self) -> None:
        self._inner.append(not self.mapping_context and self.column != 0)
        super().expect_block_sequence()

    def expect_block_sequence_item(self, first: bool = False) -> None:
        ends = not first and isinstance(self.event, SequenceEndEvent)
        offset = self.sequence_dash_offset
        if self._inner[-1]:
            self.sequence_dash_offset = 0
        super().expect_block_sequence_item(first)
        self.sequence_dash_offset = offset
        if ends:
            self._inner.pop()

    def increase_indent(
        self, flow: bool = False, sequence: bool | None = None, indentless: bool = False
    ) -> None:
        super().increase_indent(flow, sequence, indentless)
        around = self._inner[:-1] if sequence else self._inner
        if around and around[-1] and not indentless and self.indents.last_seq() and self.indent:
            self.indent -= _DASH


def emitted(text: str) -> str:
    """Return a YAML document laid out anew; raises YAMLError of ruamel for what it cannot read."""
    return changed(text, lambda _: None)


def changed(text: str, change: Callable[[Any], None]) -> str:
    """Return a YAML document laid out anew after a ``change`` of what it holds; raises YAMLError of ruamel."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _AllTexts
    yaml.Emitter = _HouseEmitter
    yaml.preserve_quotes = True
    yaml.width = _NO_WIDTH
    yaml.indent(mapping=2, sequence=_DASH + 2, offset=_DASH)
    data = _double_quoted(yaml.load(text))
    change(data)
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _double_quoted(value: Any) -> Any:
    """Put texts in double quotes where they stood in single ones and nothing has to be escaped for it."""
    if isinstance(value, CommentedMap):
        for key in list(value):
            value[key] = _double_quoted(value[key])
    elif isinstance(value, CommentedSeq):
        for index, item in enumerate(value):
            value[index] = _double_quoted(item)
    elif isinstance(value, SingleQuotedScalarString) and not set(value) & {'"', "\\", "\n"}:
        return DoubleQuotedScalarString(value)
    return value
