"""``trainer format``: lays the files of packs out in one style and loses nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from trainer.cli import output
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.format_texts_ru import HELP, SAID
from trainer.cli.parser import Parser
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem

_SUFFIXES = (".yaml", ".yml")


def run(words: Sequence[str], tools: Tools) -> int:
    """Format the files, or only say which of them would change; a file that cannot be read stops no other."""
    call = _parser().read(words)
    files = list(dict.fromkeys(_files(call.paths, tools)))
    problems: list[Problem] = []
    changed = 0
    for path in files:
        try:
            changed += _changed(path, write=not call.check)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    _tell(changed, len(files), check=call.check)
    return ExitCode.FOUND if changed and call.check else ExitCode.DONE


def _changed(path: Path, *, write: bool) -> bool:
    from trainer.authoring.format import UnformattableError, formatted

    try:
        before, after = formatted(path)
    except UnformattableError as error:
        text = SAID["lost"].format(lost=error.lost) if error.lost else SAID["stuck"]
        raise InputError(Problem(Place(str(path)), "C117", text)) from None
    if before == after:
        return False
    output.say(SAID["changed"].format(file=path))
    if write:
        _write(path, after)
    return True


def _write(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    passing = path.with_name(f".{path.name}.new")
    try:
        passing.write_text(text, encoding="utf-8", newline="\n")
        passing.replace(path.resolve())
    except OSError as error:
        passing.unlink(missing_ok=True)
        raise wrong(Place(str(path)), "C060", reason=reason(error)) from None


def _files(paths: Sequence[str], tools: Tools) -> Iterator[Path]:
    from trainer.authoring.format import files_of
    from trainer.packs.library import scenario_folders

    if not paths:
        for folder in tools.folders():
            yield from files_of(folder)
    for name in paths:
        path = Path(name)
        if path.suffix in _SUFFIXES:
            yield path
            continue
        inside = path.resolve()
        # scenario_folders adds the packs of the program, which were not asked for here.
        for folder in scenario_folders([path]):
            if folder.resolve().is_relative_to(inside):
                yield from files_of(folder)


def _tell(changed: int, count: int, *, check: bool) -> None:
    said = SAID["clean"] if not changed else SAID["would"] if check else SAID["done"]
    output.tell(said.format(changed=changed, all=count))


def _parser() -> Parser:
    parser = Parser("format", HELP["format"])
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help=HELP["paths"])
    parser.add_argument("--check", action="store_true", help=HELP["check"])
    return parser
