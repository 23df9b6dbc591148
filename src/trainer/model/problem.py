"""What is wrong with an input, with the place and a way out."""

from dataclasses import dataclass
from enum import StrEnum

from trainer.model.place import Place


class Level(StrEnum):
    """How much a problem matters: an error stops the pack from being played."""

    ERROR = "error"
    WARNING = "warning"


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
