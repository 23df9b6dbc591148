"""The comments of a YAML file, which a parser throws away, and the lines that its longer texts take."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment without its «#»; ``alone`` tells that nothing else stands on its line (counted from 1)."""

    line: int
    column: int
    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Remarks:
    """The comments of a file, and the texts of more than one line as pairs of first and last line."""

    comments: tuple[Comment, ...] = ()
    blocks: tuple[tuple[int, int], ...] = ()


def remarks(text: str) -> Remarks:
    """Return the comments of a YAML text; none when it cannot be scanned."""
    try:
        scalars = [(t.start_mark, t.end_mark) for t in yaml.scan(text, Loader=_LOADER) if _is_text(t)]
    except yaml.YAMLError:
        return Remarks()
    taken: dict[int, list[tuple[int, int]]] = {}
    for start, end in scalars:
        for line in range(start.line, end.line + 1):
            # A block ends where the next line begins, and takes nothing of that line.
            first = start.column if line == start.line else 0
            last = end.column if line == end.line else 10**9
            taken.setdefault(line, []).append((first, last))
    blocks = tuple((s.line + 1, e.line + (e.column > 0)) for s, e in scalars if e.line > s.line)
    return Remarks(tuple(_comments(text, taken)), blocks)


def _is_text(token: Any) -> bool:
    return isinstance(token, yaml.ScalarToken)


def _comments(text: str, taken: dict[int, list[tuple[int, int]]]) -> Iterator[Comment]:
    for number, line in enumerate(text.split("\n")):
        at = line.find("#")
        while at >= 0:
            inside = any(first <= at < last for first, last in taken.get(number, ()))
            if not inside and (at == 0 or line[at - 1] in " \t\ufeff"):
                yield Comment(number + 1, at + 1, line[at + 1 :].strip(), alone=not line[:at].strip())
                break
            at = line.find("#", at + 1)
