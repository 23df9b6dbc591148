"""``trainer comment``: a mentor's word at an answer."""

from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.records_texts_ru import COMMENTED, HELP, TROUBLE
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.team.comments import Kind


def run(words: Sequence[str], tools: Tools) -> int:
    """Keep the comment."""
    call = _parser().read(words)
    if not (call.number.isascii() and call.number.isdigit() and int(call.number[:9]) > 0):
        text = TROUBLE["number"].format(word=call.number)
        raise wrong(Place(PLACES["call"]), "C051", reason=text, prog="trainer comment")
    need_mentor()
    tools.records().comment(call.session, int(call.number[:9]), Kind(call.kind), " ".join(call.text))
    output.say(COMMENTED)
    return ExitCode.DONE


def _parser() -> Parser:
    parser = Parser("comment", HELP["comment"])
    parser.add_argument("session", metavar="РАЗГОВОР", help=HELP["session"])
    parser.add_argument("number", metavar="НОМЕР", help=HELP["number"])
    parser.add_argument("text", nargs="+", metavar="ТЕКСТ", help=HELP["comment-text"])
    parser.add_argument("--kind", choices=[str(kind) for kind in Kind], required=True, help=HELP["kind"])
    return parser
