"""What is wrong with an input, with the place and a way out."""

from dataclasses import dataclass
from enum import StrEnum

from trainer.model.place import Place


class Level(StrEnum):
    """How much a problem matters: an error stops the pack from being played, a warning is advice.

    ``info`` is worth knowing and may well be meant so.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_LETTERS = {"W": Level.WARNING, "I": Level.INFO}


def level_of(code: str) -> Level:
    """Return the level of a code: its first letter says it."""
    return _LETTERS.get(code[:1], Level.ERROR)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: ``code`` names its kind, ``text`` (Russian) says what and how to mend it."""

    place: Place
    code: str
    text: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.level}: {self.code} {self.text}"


class InputError(Exception):
    """The input or the call is wrong: the command line turns it into exit code 2."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
