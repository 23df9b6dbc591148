"""``trainer pack``: a pack as one zip, for another machine, and from one."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.pack_texts_ru import HELP, SAID
from trainer.cli.parser import Parser
from trainer.cli.subcommands import run_action
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.cli.written import written
from trainer.model.place import Place
from trainer.model.problem import InputError, Level, Problem


def run(words: Sequence[str], tools: Tools) -> int:
    """Run one of the actions."""
    return run_action("pack", HELP["pack"], {"export": _export, "import": _import}, words, tools)


def _export(words: Sequence[str], tools: Tools) -> int:
    from trainer.authoring.bundle import bundle_bytes
    from trainer.authoring.format import files_of
    from trainer.packs.folders import pack_id

    call = _export_parser().read(words)
    folder = _folder(call.pack, tools)
    problems = list(_problems(folder, tools, [], no_model=call.no_model))
    if _told(problems):
        output.tell(SAID["broken"].format(errors=_count(problems)))
        return ExitCode.WRONG_INPUT
    name = pack_id(folder)
    data = bundle_bytes(folder, name)
    path = Path(call.out or f"{name}.zip")
    with written(path) as file:
        file.write(data)
    size = max(1, round(len(data) / 1024))
    output.say(SAID["written"].format(id=name, file=path, files=len(files_of(folder)), size=size))
    return ExitCode.DONE


def _import(words: Sequence[str], tools: Tools) -> int:
    from trainer.authoring.bundle import place_pack, read_bundle
    from trainer.packs.library import packs_in

    call = _import_parser().read(words)
    bundle = read_bundle(Path(call.file))
    into = Path(call.into) if call.into else tools.packs_home()
    if not call.into and not into.exists():
        _make_private(into)
    known = _shelved(tools)
    others = list(dict.fromkeys([*known, *(packs_in(into) if into.is_dir() else [])]))

    def check(folder: Path) -> list[Problem]:
        return list(_problems(folder, tools, others, no_model=call.no_model))

    placed = place_pack(bundle, into, check, others, force=call.force)
    if _told(placed.problems):
        output.tell(SAID["refused"].format(errors=_count(placed.problems)))
        return ExitCode.WRONG_INPUT
    output.say(SAID["same" if placed.same else "placed"].format(id=placed.id, path=placed.path))
    if placed.before:
        output.tell(SAID["before"].format(path=placed.before))
    if (
        call.into
        and placed.path
        and placed.path.resolve() not in [item.resolve() for item in _shelved(tools)]
    ):
        output.tell(SAID["play"].format(into=into))
    return ExitCode.DONE


def _make_private(folder: Path) -> None:
    """Make the folder of the person's own packs for nobody else to look into; where that fails, placing tells why."""
    from trainer.storage.home import private_folder

    with suppress(OSError):
        private_folder(folder)


def _problems(folder: Path, tools: Tools, others: Sequence[Path], *, no_model: bool) -> Iterator[Problem]:
    from trainer.cli.lint_files import Way, lint_folders

    # Nothing is remembered of a folder that is there for a moment only.
    way = Way(None if no_model else tools.judge, fresh=True)
    found = {problem for item in lint_folders([folder], way, others) for problem in item.problems}
    yield from sorted(found)


def _told(problems: Sequence[Problem]) -> bool:
    """Tell the errors; return whether there are any."""
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    for problem in errors:
        output.tell(str(problem))
    return bool(errors)


def _count(problems: Sequence[Problem]) -> int:
    return sum(problem.level is Level.ERROR for problem in problems)


def _folder(name: str, tools: Tools) -> Path:
    from trainer.packs.folders import PACK_FILE, pack_id
    from trainer.packs.problems import hint

    path = Path(name)
    with suppress(OSError, ValueError):
        if (path / PACK_FILE).is_file():
            return path
    known = {pack_id(folder): folder for folder in tools.folders()}
    if name in known:
        return known[name]
    raise wrong(Place(PLACES["call"]), "C152", id=name, hint=hint(name, known))


def _shelved(tools: Tools) -> list[Path]:
    try:
        return tools.folders()
    except InputError:
        return []


def _export_parser() -> Parser:
    parser = Parser("pack export", HELP["export"])
    parser.add_argument("pack", metavar="НАБОР", help=HELP["export-pack"])
    parser.add_argument("-o", "--out", metavar="ФАЙЛ.zip", help=HELP["out"])
    parser.add_argument("--no-model", action="store_true", help=HELP["no-model"])
    return parser


def _import_parser() -> Parser:
    parser = Parser("pack import", HELP["import"])
    parser.add_argument("file", metavar="ФАЙЛ.zip", help=HELP["import-file"])
    parser.add_argument("--into", metavar="ПАПКА", help=HELP["into"])
    parser.add_argument("--force", action="store_true", help=HELP["force"])
    parser.add_argument("--no-model", action="store_true", help=HELP["no-model"])
    return parser
