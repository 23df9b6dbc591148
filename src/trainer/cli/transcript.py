"""``trainer transcript``: the sessions that are kept, or one of them with its verdicts and comments."""

from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.access import need_self_or_mentor
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.records_texts_ru import HELP, NO_SESSIONS
from trainer.cli.tools import Tools
from trainer.cli.transcript_text import entry_record, known_record, lines, listed
from trainer.practice.tell import Names


def run(words: Sequence[str], tools: Tools) -> int:
    """Show one session, or the list of them."""
    call = _parser().read(words)
    need_self_or_mentor()
    records = tools.records()
    if call.session:
        found = records.transcript(call.session)
        if call.json:
            turns = [entry_record(entry) for entry in found.entries]
            output.record({**known_record(found.about), "note": found.note, "turns": turns})
            return ExitCode.DONE
        for line in lines(found, Names(tools.catalogue()), records.titles().scenarios):
            output.say(line)
        return ExitCode.DONE
    sessions = records.sessions(call.person)
    if not sessions and not call.json:
        output.say(NO_SESSIONS)
    for about in sessions:
        if call.json:
            output.record(known_record(about))
        else:
            output.say(listed(about, records.titles().scenarios))
    return ExitCode.DONE


def _parser() -> Parser:
    parser = Parser("transcript", HELP["transcript"])
    parser.add_argument("session", nargs="?", default="", metavar="РАЗГОВОР", help=HELP["session"])
    parser.add_argument("--person", default="", metavar="ИМЯ", help=HELP["transcript-person"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    return parser
