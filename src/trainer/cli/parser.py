"""An argument parser that speaks Russian and reports a wrong call like any other wrong input."""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

from trainer.cli.complain import wrong
from trainer.cli.texts_ru import CALLS, HELP, PLACES
from trainer.model.place import Place


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, HELP["usage"] if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """The parser of one command; a wrong call raises InputError.

    ``about`` says what the command does; a command whose texts stand with the others needs none.
    """

    def __init__(self, command: str, about: str = "") -> None:
        super().__init__(
            prog=f"trainer {command}",
            description=about or HELP[command],
            epilog=HELP["common"],
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = HELP["arguments"]
        self._optionals.title = HELP["options"]
        self.add_argument("-h", "--help", action="help", help=HELP["help"])

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Return the call; options may stand anywhere between the arguments."""
        return self.parse_intermixed_args(words)

    def error(self, message: str) -> NoReturn:
        """Raise InputError that says in Russian what is wrong with the call."""
        raise wrong(Place(PLACES["call"]), "C051", reason=in_russian(message), prog=self.prog)


def in_russian(message: str) -> str:
    """Return a message of argparse in Russian; an unknown one is returned as it is."""
    for pattern, text in CALLS.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return text.format(*found.groups())
    return message
