"""A menu line by line: numbered rows, commands with a slash, an empty line to go back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from trainer.cli.plain_texts_ru import HOME
from trainer.cli.play_plain import Lines, write
from trainer.model.problem import InputError

Command = Callable[[str], None]


class LeftError(Exception):
    """The person leaves the program."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the menu; ``text`` has a place for its ``number``."""

    text: str
    open: Callable[[], None]


def choose(
    lines: Lines,
    tell: Callable[[], Sequence[Row]],
    commands: Mapping[str, Command],
    prompt: str,
    *,
    back: bool,
) -> None:
    """Let one row after the other be opened until the person goes back (where that can be) or leaves.

    ``tell`` says what there is and returns its rows; it is asked again after each thing that was done.
    Raises LeftError, and EOFError at the end of the input.
    """
    rows = tell()
    while True:
        word = lines.read(prompt).strip()
        name, _, rest = word.partition(" ")
        if not word and back:
            return
        if not word:
            continue
        if name == "/quit":
            raise LeftError
        if name == "/say":
            rows = tell()
        elif name in commands:
            told(commands[name], rest.strip())
        elif word.isdecimal() and 1 <= int(word[:9]) <= len(rows):
            told(lambda _, row=rows[int(word[:9]) - 1]: row.open(), "")  # type: ignore[misc]
            rows = tell()
        else:
            write(HOME["wrong"].format(word=word, last=len(rows)))


def told(command: Command, rest: str) -> None:
    """Do something; what is wrong with it is told, and the menu goes on."""
    try:
        command(rest)
    except InputError as error:
        for problem in error.problems:
            write(problem.text)
