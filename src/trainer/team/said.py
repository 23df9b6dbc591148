"""What somebody wrote themselves, as an example of a standard."""

from dataclasses import dataclass

from trainer.model.span import Span


@dataclass(frozen=True, slots=True)
class Said:
    """An answer where a standard was shown, or (``broken``) cost ``points``; ``spans`` are the words in question.

    ``scenario`` is the id of the talk, ``at`` the time in UTC.
    """

    text: str
    spans: tuple[Span, ...]
    broken: bool
    points: int
    scenario: str
    at: str
