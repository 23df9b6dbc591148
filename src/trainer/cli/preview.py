"""``trainer preview``: a scenario in the app that follows its file while an author writes it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.preview_texts_ru import HELP, INPUT
from trainer.cli.score import find_turn
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems

_SUFFIXES = (".yaml", ".yml")


def run(words: Sequence[str], tools: Tools) -> int:
    """Open the preview; raises InputError for a file that cannot be played to begin with."""
    call = _parser().read(words)
    path = _file(call.what, tools)
    from trainer.authoring.watched import WatchedScenario

    watched = WatchedScenario(path)
    version = watched.look()
    assert version is not None  # the first look always has something to tell
    if version.broken or version.scenario is None:
        raise InputError(*version.problems)
    if call.turn:
        find_turn(version.scenario, call.turn, Place(PLACES["call"]))
    if call.plain:
        from trainer.cli import preview_plain

        return preview_plain.run(watched, version, call.turn, tools)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        problems = Problems(texts=INPUT)
        problems.add(Place(PLACES["call"]), "C150")
        problems.finish()
    tools.preview(watched, version, call.turn)
    return ExitCode.DONE


def _file(what: str, tools: Tools) -> Path:
    path = Path(what)
    if path.suffix not in _SUFFIXES:
        return Path(tools.scenario(what).place.path)
    if not path.is_file():
        raise wrong(Place(what), "C001")
    return path


def _parser() -> Parser:
    parser = Parser("preview", HELP["preview"])
    parser.add_argument("what", metavar="СЦЕНАРИЙ", help=HELP["what"])
    parser.add_argument("--plain", action="store_true", help=COMMON["plain"])
    parser.add_argument("turn", nargs="?", default="", metavar="ШАГ", help=HELP["turn"])
    return parser
