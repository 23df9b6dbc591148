"""``trainer play``: opens the app, or plays a scenario without a screen."""

from collections.abc import Sequence

from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import HELP
from trainer.cli.tools import Tools


def run(words: Sequence[str], tools: Tools) -> int:
    """Play."""
    _parser().read(words)
    return ExitCode.DONE


def _parser() -> Parser:
    parser = Parser("play")
    parser.add_argument("scenario", nargs="?", default="", metavar="СЦЕНАРИЙ", help=HELP["play-scenario"])
    return parser
