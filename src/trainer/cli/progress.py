"""``trainer progress``: where one stands, as tables, line by line, or as JSON."""

import sys
from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.access import need_self_or_mentor
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.progress_texts_ru import BOTH, HELP
from trainer.cli.team_problems import bad
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.team.people import may_see


def run(words: Sequence[str], tools: Tools) -> int:
    """Show where somebody stands: oneself, or for a mentor anybody."""
    parser = Parser("progress", HELP["progress"])
    parser.add_argument("--person", default="", metavar="ИМЯ", help=HELP["person"])
    parser.add_argument("--plain", action="store_true", help=HELP["plain"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    call = parser.read(words)
    if call.plain and call.json:
        raise wrong(Place(PLACES["call"]), "C051", reason=BOTH, prog="trainer progress")
    found = tools.progress(_whose(call.person))
    if call.json:
        from trainer.team.progress.record import record

        output.record(record(found))
    elif call.plain:
        from trainer.team.progress.tell import tell

        for line in tell(found):
            output.say(line)
    else:
        from trainer.cli.progress_table import show

        show(found, sys.stdout)
    return ExitCode.DONE


def _whose(named: str) -> str:
    """Return the id of whom the call is about, empty for whoever practises; raises InputError for somebody else's."""
    viewer = need_self_or_mentor()
    if not named:
        return ""
    from trainer import wiring
    from trainer.storage.db.people_store import person

    with wiring.team() as connection:
        wanted = person(connection, named, Place(PLACES["call"]), closed=True)
    if viewer and not may_see(viewer, wanted.id):
        raise bad("C210", name=viewer.name)
    return wanted.id
