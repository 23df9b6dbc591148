"""``trainer schema``: the JSON Schema by which an editor completes and checks the files of a pack."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from trainer.cli import output
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.schema_texts_ru import HELP, SCHEMA
from trainer.cli.tools import Tools
from trainer.model.place import Place

# Spelled out here as well, so that the help needs no reader of packs.
_KINDS = ("scenario", "exercise", "pack", "standard")


def run(words: Sequence[str], tools: Tools) -> int:
    """Print a schema, or write it to a file, or all of them into a folder."""
    call = _parser().read(words)
    from trainer.authoring.schema import written

    catalogue = tools.catalogue()
    if call.out is None:
        output.say(written(call.kind or _KINDS[0], catalogue).rstrip("\n"))
        return ExitCode.DONE
    for path, kind in _files(Path(call.out), call.kind):
        _write(path, written(kind, catalogue))
        output.tell(SCHEMA["written"].format(name=path))
    return ExitCode.DONE


def _files(out: Path, kind: str | None) -> Iterator[tuple[Path, str]]:
    if not out.is_dir():
        yield out, kind or _KINDS[0]
        return
    for name in [kind] if kind else _KINDS:
        yield out / f"{name}.json", name


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except FileNotFoundError:
        raise wrong(Place(str(path)), "C097", folder=path.parent) from None
    except OSError as error:
        raise wrong(Place(str(path)), "C060", reason=reason(error)) from None


def _parser() -> Parser:
    parser = Parser("schema", HELP["schema"])
    parser.add_argument("kind", nargs="?", choices=_KINDS, metavar="ВИД", help=HELP["kind"])
    parser.add_argument("--out", metavar="ФАЙЛ", help=HELP["out"])
    return parser
