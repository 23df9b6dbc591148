"""``trainer desk``: opens the app at the mentor's desk."""

import sys
from collections.abc import Sequence

from trainer.cli.access import need_mentor
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.records_texts_ru import HELP, TROUBLE
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place


def run(words: Sequence[str], tools: Tools) -> int:
    """Open the desk; a call without a terminal is refused."""
    parser = Parser("desk", HELP["desk"])
    parser.add_argument("--plain", action="store_true", help=COMMON["plain"])
    if parser.read(words).plain:
        from trainer.cli import desk_plain

        return desk_plain.run(tools)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise wrong(Place(PLACES["call"]), "C051", reason=TROUBLE["screen"], prog="trainer desk")
    need_mentor()
    tools.mentor_desk()
    return ExitCode.DONE
