"""What every kind of rule has in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from trainer.model.span import Span
from trainer.scoring.context import Context


class Role(StrEnum):
    """What a hit means: found for certain, worth a lower bar for meaning, or not to be charged."""

    FINDS = "finds"
    SUPPORTS = "supports"
    VETOES = "vetoes"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule fired; ``why`` is a Russian sentence when the kind knows more than the standard."""

    span: Span
    why: str = ""


Options = Mapping[str, Any]
Finder = Callable[[Context, Options], Sequence[Hit]]
