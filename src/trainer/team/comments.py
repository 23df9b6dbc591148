"""A mentor's word at an answer. Four kinds, so that a trainee sees at once what is asked of them."""

from dataclasses import dataclass
from enum import StrEnum

MOST = 2000
"""The most characters of a comment."""


class Kind(StrEnum):
    """What a comment is for.

    ``essential`` must be mended, ``actionable`` says what to do next time, ``informative`` is worth knowing,
    ``celebratory`` is praise.
    """

    ESSENTIAL = "essential"
    ACTIONABLE = "actionable"
    INFORMATIVE = "informative"
    CELEBRATORY = "celebratory"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment at the answer whose event has this ``number``; ``author`` is a name, times are ISO, UTC.

    ``read_at`` is empty until the trainee has seen it.
    """

    id: int
    session: str
    number: int
    author: str
    kind: Kind
    text: str
    at: str
    read_at: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """A session at which a mentor has written something that its owner has not seen yet."""

    session: str
    scenario: str
    count: int
    author: str
