"""Tidies what lies between the texts of a YAML file: blank lines, ends of lines, comments."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from trainer.packs.yaml_nodes import Datum

_COMMENT = re.compile(r"(\s*)(#+)(?!!)\s*(.*)")
# They stand for every sign of a text, so that what is left of a line is YAML and comments: in the line in
# which the text begins, and in those in which it goes on.
_HIDDEN, _INSIDE = "\0", "\1"
_BEFORE_COMMENT = "  "


def tidied(text: str, root: Datum) -> str:
    """Return the text with at most one blank line in a row and comments that stand with what they explain."""
    lines, bare = text.split("\n"), hidden(text, root)
    kept: list[str] = []
    for number, line in enumerate(lines):
        if bare[number].startswith(_INSIDE):
            kept.append(line)
            continue
        tidy = _line(line.rstrip(), bare[number])
        if tidy.lstrip().startswith("#"):
            tidy = _comment(tidy, lines[number + 1 :], kept)
        if tidy or (kept and kept[-1]):
            kept.append(tidy)
    return "\n".join(kept).strip("\n") + "\n"


def comments(text: str, root: Datum) -> list[str]:
    """Return the comments of a file without the signs and spaces before them."""
    found = []
    for line, bare in zip(text.split("\n"), hidden(text, root), strict=True):
        at = bare.find("#")
        if at >= 0 and (said := line[at:].lstrip("#").strip()):
            found.append(said)
    return found


def hidden(text: str, root: Datum) -> list[str]:
    """Return the lines with all texts (and keys) hidden."""
    lines = [list(line) for line in text.split("\n")]
    for node in _scalars(root.node):
        for number, first, last in _rows(node, lines):
            sign = _HIDDEN if number == node.start_mark.line else _INSIDE
            lines[number][first:last] = sign * (last - first)
    return ["".join(line) for line in lines]


def _rows(node: Any, lines: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int]]:
    """Yield (line, first column, column after the last) of a text; the sign of a block text is none of it."""
    start, end = node.start_mark, node.end_mark
    block = node.style in ("|", ">")
    for number in range(start.line + block, min(end.line, len(lines) - 1) + 1):
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(lines[number])
        if block and last:
            # An empty line of a block text is hidden by a sign of its own.
            yield number, first, max(last, 1)
        elif block and number != end.line:
            yield number, 0, 1
        else:
            yield number, first, last


def _line(line: str, bare: str) -> str:
    """Put two spaces before a comment that stands behind something."""
    at = bare.find("#")
    if at <= 0 or not bare[:at].strip():
        return line
    said = re.sub(r"^(#+)(?!!)\s*(?=\S)", r"\1 ", line[at:])
    return f"{line[:at].rstrip()}{_BEFORE_COMMENT}{said}"


def _comment(line: str, after: Sequence[str], kept: Sequence[str]) -> str:
    """Return a comment with one space after its sign, indented like the line after it or before it."""
    found = _COMMENT.fullmatch(line)
    if not found:
        return line
    beside = (next(filter(_counts, after), ""), next(filter(_counts, reversed(kept)), ""))
    indents = [len(other) - len(other.lstrip()) for other in beside if other]
    own = len(found[1])
    indent = own if own in indents or not indents else indents[0]
    return f"{' ' * indent}{found[2]} {found[3]}".rstrip()


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node.value, str):
        yield node
        return
    for part in node.value:
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _scalars(inner)
