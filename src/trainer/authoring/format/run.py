"""Formats the text of one file and makes sure that nothing was lost on the way."""

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from trainer.authoring.format.emit import emitted
from trainer.authoring.format.lines import comments, tidied
from trainer.model.problem import InputError
from trainer.packs.problems import Problems
from trainer.packs.yaml_nodes import Datum, load

# What one round leaves, the next may still move (a comment that came to stand elsewhere).
_ROUNDS = 4


class UnformattableError(ValueError):
    """A file that cannot be laid out anew without losing something; ``lost`` is a comment of it, if it is that."""

    def __init__(self, lost: str = "") -> None:
        super().__init__(lost)
        self.lost = lost


def formatted(path: Path) -> tuple[str, str]:
    """Return the text of a file as it is and as it should be.

    Raises InputError for a file that the reader refuses (anchors, broken YAML), and UnformattableError
    when the layout would lose a comment or change a text.
    """
    problems = Problems()
    root = load(path, problems)
    problems.finish()
    with path.open(encoding="utf-8-sig", newline="") as file:
        before = file.read()
    assert root is not None  # no problem was found
    after = plain = before.replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(_ROUNDS):
        if (once := _once(after)) == after:
            break
        after = once
    _check(plain, after)
    if _once(after) != after:
        raise UnformattableError
    return before, after


def _once(text: str) -> str:
    try:
        again = emitted(text)
        return tidied(again, _read(again))
    except (YAMLError, InputError) as error:
        raise UnformattableError from error


def _check(before: str, after: str) -> None:
    """Raise UnformattableError when a text, an order or a comment is not what it was."""
    one, other = _read(before), _read(after)
    if lost := Counter(comments(before, one)) - Counter(comments(after, other)):
        raise UnformattableError(next(iter(lost)))
    if _data(one.node) != _data(other.node):
        raise UnformattableError


def _read(text: str) -> Datum:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        problems = Problems()
        datum = load(path, problems)
        problems.finish()
        assert datum is not None
        return datum


def _data(node: Any) -> Any:
    """Return keys, texts and their order, without places and styles."""
    if isinstance(node.value, str):
        return node.value
    return [tuple(map(_data, part)) if isinstance(part, tuple) else _data(part) for part in node.value]
