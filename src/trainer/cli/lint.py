"""``trainer lint``: checks scenario packs and says every problem with its place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from trainer.cli import output
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import HELP, LINT
from trainer.cli.tools import Tools
from trainer.model.problem import Level
from trainer.packs.library import scenario_folders

_SUFFIXES = (".yaml", ".yml")


def run(words: Sequence[str], tools: Tools) -> int:
    """Check the packs that are named, or those that came with the program."""
    call = _parser().read(words)
    from trainer.authoring.lint import lint_pack

    folders = list(dict.fromkeys(_folders(call.paths, tools)))
    judge = None if call.no_model else tools.judge()
    problems = [problem for folder in folders for problem in lint_pack(folder, judge)]
    for problem in problems:
        output.say(str(problem))
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if problems:
        output.tell(LINT["found"].format(errors=errors, warnings=len(problems) - errors))
    else:
        output.tell(LINT["clean"].format(packs=len(folders)))
    return ExitCode.FOUND if errors else ExitCode.DONE


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


def _pack_of(file: Path) -> Path:
    return file.parent if file.name == "pack.yaml" else file.parent.parent


def _parser() -> Parser:
    parser = Parser("lint")
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help=HELP["lint-paths"])
    parser.add_argument("--no-model", action="store_true", help=HELP["no-model"])
    return parser
