"""What is said of a copy of the store; told without loading what makes it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lost:
    """What a restored copy would wipe out: sessions that went on, their answers, rows of other tables by table."""

    sessions: int
    answers: int
    rows: Mapping[str, int]

    def __bool__(self) -> bool:
        return bool(self.sessions or self.rows)


@dataclass(frozen=True, slots=True)
class Copied:
    """What is in a copy: sessions and answers."""

    sessions: int
    answers: int
