"""Adds a model answer to a turn in the text of a scenario file."""

from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from trainer.authoring.format.emit import changed
from trainer.authoring.format.run import UnformattableError, formatted

_KEY = "model_answer"


def with_model_answer(file: Path, turn: str, answer: str, remark: str) -> str:
    """Return the text of a file with one more model answer at a turn and a comment behind it, in the style of the house.

    Raises InputError for a file that cannot be read, UnformattableError for one that cannot be laid out.
    """
    _, text = formatted(file)
    try:
        return changed(text, lambda data: _add(data, turn, answer, remark))
    except (YAMLError, KeyError, StopIteration) as error:
        raise UnformattableError from error


def _add(data: Any, turn: str, answer: str, remark: str) -> None:
    found = next(item for item in data["turns"] if str(item["id"]) == turn)
    now = found.get(_KEY)
    if not isinstance(now, CommentedSeq):
        kept = CommentedSeq([] if now is None else [now])
        found[_KEY] = kept
        now = kept
    now.append(DoubleQuotedScalarString(answer))
    if remark:
        now.yaml_add_eol_comment(remark, len(now) - 1)
