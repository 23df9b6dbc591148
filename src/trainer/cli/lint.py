"""``trainer lint``: checks scenario packs and says every problem with its place."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from trainer.cli import output
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.lint_texts_ru import HELP, LINT
from trainer.cli.parser import Parser
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError, Level, Problem
from trainer.packs.library import scenario_folders
from trainer.practice.visible import json_text

_SUFFIXES = (".yaml", ".yml")
_LEVELS = tuple(str(level) for level in Level)


def run(words: Sequence[str], tools: Tools) -> int:
    """Check the packs that are named, or all that are known."""
    call = _parser().read(words)
    from trainer.cli.lint_files import Way, lint_folders

    folders = list(dict.fromkeys(_folders(call.paths, tools)))
    way = Way(None if call.no_model else tools.judge, call.jobs, call.fresh)
    linted = lint_folders(folders, way, _shelved(tools))
    every = sorted({problem for item in linted for problem in item.problems})
    allowed = [one for item in linted for one in item.allowed]
    shown = [item for item in every if _LEVELS.index(item.level) <= _LEVELS.index(call.level)]
    if call.sarif:
        from trainer.authoring.sarif import sarif

        _write(call.sarif, json_text(sarif(shown, allowed), indent=1))
    if call.sarif != "-":
        for problem in shown:
            output.record(_record(problem)) if call.json else output.say(_line(problem))
    _tell(every, len(every) - len(shown), len(allowed), len(folders))
    return ExitCode.FOUND if any(item.level is Level.ERROR for item in every) else ExitCode.DONE


def _line(problem: Problem) -> str:
    """Return «file:line:col: level: CODE text»; what is true of a whole file stands at its beginning."""
    return f"{_where(problem.place)}: {problem.level}: {problem.code} {problem.text}"


def _where(place: Place) -> Place:
    return Place(place.path, max(1, place.line), max(1, place.column))


def _record(problem: Problem) -> dict[str, object]:
    place = _where(problem.place)
    return {
        "file": place.path,
        "line": place.line,
        "column": place.column,
        "level": str(problem.level),
        "code": problem.code,
        "text": problem.text,
    }


def _tell(every: Sequence[Problem], hidden: int, allowed: int, packs: int) -> None:
    counts = {level: sum(item.level is level for item in every) for level in Level}
    if every:
        errors, warnings, infos = (counts[level] for level in (Level.ERROR, Level.WARNING, Level.INFO))
        output.tell(LINT["found"].format(errors=errors, warnings=warnings, infos=infos))
    else:
        output.tell(LINT["clean"].format(packs=packs))
    if hidden:
        output.tell(LINT["hidden"].format(count=hidden))
    if allowed:
        output.tell(LINT["allowed"].format(count=allowed))


def _write(name: str, text: str) -> None:
    if name == "-":
        sys.stdout.write(text + "\n")
        return
    try:
        Path(name).write_text(text + "\n", encoding="utf-8", newline="\n")
    except FileNotFoundError:
        raise wrong(Place(name), "C097", folder=Path(name).parent) from None
    except OSError as error:
        raise wrong(Place(name), "C060", reason=reason(error)) from None


def _folders(paths: Sequence[str], tools: Tools) -> Iterator[Path]:
    """Yield the packs of the paths; a file stands for the pack that it is part of."""
    if not paths:
        yield from tools.folders()
    for name in paths:
        path = Path(name)
        named = _pack_of(path) if path.suffix in _SUFFIXES else path
        # scenario_folders adds the packs of the program, which were not asked for here.
        inside = named.resolve()
        yield from (folder for folder in scenario_folders([named]) if folder.resolve().is_relative_to(inside))


def _shelved(tools: Tools) -> list[Path]:
    """Return the packs a person works with; what is wrong with them is not what was asked here."""
    try:
        return tools.folders()
    except InputError:
        return []


def _pack_of(file: Path) -> Path:
    return file.parent if file.name == "pack.yaml" else file.parent.parent


def _parser() -> Parser:
    parser = Parser("lint", HELP["lint"])
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help=HELP["paths"])
    parser.add_argument("--no-model", action="store_true", help=HELP["no-model"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--sarif", metavar="ФАЙЛ", help=HELP["sarif"])
    parser.add_argument(
        "--level", choices=_LEVELS, default=_LEVELS[-1], metavar="УРОВЕНЬ", help=HELP["level"]
    )
    parser.add_argument("--jobs", metavar="N", help=HELP["jobs"])
    parser.add_argument("--fresh", action="store_true", help=HELP["fresh"])
    return parser
