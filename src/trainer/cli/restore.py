"""``trainer restore``: puts a copy in the place of the store."""

from collections.abc import Sequence
from pathlib import Path

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.store_texts_ru import HELP, SAID, TABLES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.storage.copies import Lost


def run(words: Sequence[str], tools: Tools) -> int:
    """Put the copy back; what the store has beyond it is wiped out only by force."""
    call = _parser().read(words)
    path = Path(call.file)
    if not path.is_file():
        raise wrong(Place(str(path)), "C001")
    found = tools.restore(path, call.force)
    if isinstance(found, Lost):
        raise wrong(Place(str(path)), "C131", lost=_told(found))
    output.tell(SAID["restored"].format(file=path, sessions=found.sessions, answers=found.answers))
    return ExitCode.DONE


def _told(lost: Lost) -> str:
    parts = (
        [SAID["lost-sessions"].format(sessions=lost.sessions, answers=lost.answers)] if lost.sessions else []
    )
    parts += [f"{TABLES.get(name, name)} {count}" for name, count in lost.rows.items() if name != "sessions"]
    return ", ".join(parts) or SAID["lost-rows"]


def _parser() -> Parser:
    parser = Parser("restore", HELP["restore"])
    parser.add_argument("file", metavar="ФАЙЛ", help=HELP["restore-file"])
    parser.add_argument("--force", action="store_true", help=HELP["restore-force"])
    return parser
