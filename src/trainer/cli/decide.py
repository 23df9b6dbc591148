"""``trainer decide``: a mentor keeps a deduction or withdraws it."""

from collections.abc import Sequence
from dataclasses import asdict

from trainer.cli import output
from trainer.cli.disagree_texts_ru import HELP, OBJECTIONS
from trainer.cli.exit_codes import ExitCode
from trainer.cli.object import positive
from trainer.cli.parser import Parser
from trainer.cli.stored import mentor, now, opened
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.tools import Tools


def run(words: Sequence[str], _tools: Tools) -> int:
    """Keep a decision of the mentor at the keyboard."""
    call = _parser().read(words)
    number = positive(call.objection)
    with opened() as (database, person):
        from trainer.storage.db.objection_store import ObjectionStore

        found = ObjectionStore(database).decide(number, call.withdraw, call.reason, mentor(person), now())
    last = found.last
    assert last is not None  # it was just made
    if call.json:
        output.record({"objection": found.id, **asdict(last)})
    else:
        text = OBJECTIONS["withdrawn" if last.withdrawn else "kept"]
        output.say(text.format(before=last.before, after=last.after))
    return ExitCode.DONE


def _parser() -> Parser:
    parser = Parser("decide", HELP["decide"])
    parser.add_argument("objection", metavar="ВОЗРАЖЕНИЕ", help=HELP["decide-id"])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--keep", action="store_true", help=HELP["keep"])
    what.add_argument("--withdraw", action="store_true", help=HELP["withdraw"])
    parser.add_argument("--reason", required=True, metavar="ТЕКСТ", help=HELP["reason"])
    parser.add_argument("--json", action="store_true", help=COMMON["json"])
    return parser
