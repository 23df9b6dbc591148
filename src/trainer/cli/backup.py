"""``trainer backup``: writes a copy of the whole store to a file."""

from collections.abc import Sequence
from pathlib import Path

from trainer.cli import output
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.store_texts_ru import HELP, SAID
from trainer.cli.tools import Tools
from trainer.model.place import Place


def run(words: Sequence[str], tools: Tools) -> int:
    """Write the copy; a file that is there already is replaced only by force."""
    call = _parser().read(words)
    path = Path(call.file)
    if path.exists() and not call.force:
        raise wrong(Place(str(path)), "C130")
    try:
        count = tools.backup(path)
    except OSError as error:
        raise wrong(Place(str(path)), "C060", reason=reason(error)) from None
    output.tell(SAID["saved"].format(file=path, sessions=count.sessions, answers=count.answers))
    return ExitCode.DONE


def _parser() -> Parser:
    parser = Parser("backup", HELP["backup"])
    parser.add_argument("file", metavar="ФАЙЛ", help=HELP["backup-file"])
    parser.add_argument("--force", action="store_true", help=HELP["backup-force"])
    return parser
