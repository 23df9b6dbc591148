"""``trainer refresh``: today's refreshers in the app, line by line, by prepared answers, or only told of."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.refresh_texts_ru import CALLS, DONE, EMPTY, HELP
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError


def run(words: Sequence[str], tools: Tools) -> int:
    """Tell of the day, or work through today's set."""
    call = _parser().read(words)
    _check(call)
    if call.person:
        # As with the option before the command: whatever this command opens knows it too.
        os.environ["TRAINER_PERSON"] = call.person
    if call.due:
        return _due(call, tools)
    if call.answers is not None:
        from trainer.cli import refresh_script

        return refresh_script.run(call.answers, tools, json=call.json, more=call.more)
    # The app asks itself whether there is to be more.
    if call.plain or call.more or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _do(tools, more=call.more)
    tools.refresh_app()
    return ExitCode.DONE


def _due(call: Namespace, tools: Tools) -> int:
    from trainer.cli.refresh_record import day_record
    from trainer.practice.tell import Names
    from trainer.refresh.say import tell_today

    refresher = tools.refresher()
    today = refresher.today(on=_day(call.on))
    if call.json:
        output.record(day_record(today, Names(refresher.library.catalogue)))
    else:
        output.say("\n".join(tell_today(today)))
    return ExitCode.FOUND if today.due and not today.finished else ExitCode.DONE


def _do(tools: Tools, *, more: bool) -> int:
    """Work through today's set line by line."""
    from trainer.cli import refresh_plain

    refresher = tools.refresher()
    found = refresher.begin(more=more)
    if found is None:
        return nothing(finished=refresher.today().finished)
    return refresh_plain.run(found, tools)


def nothing(*, finished: bool) -> int:
    """Say that there is no card to put now."""
    output.say(DONE if finished else EMPTY)
    return ExitCode.DONE


def _check(call: Namespace) -> None:
    if call.json and not call.due and call.answers is None:
        raise _call("only")
    if call.on and not call.due:
        raise _call("on-due")
    if call.due and call.answers is not None:
        raise _call("both")


def _day(word: str) -> date | None:
    if not word:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise _call("day", word=word) from None


def _call(name: str, **values: object) -> InputError:
    reason = CALLS[name].format(**values)
    return wrong(Place(PLACES["call"]), "C051", reason=reason, prog="trainer refresh")


def _parser() -> Parser:
    parser = Parser("refresh", HELP["refresh"])
    parser.add_argument("--plain", action="store_true", help=HELP["plain"])
    parser.add_argument("--answers", metavar="ФАЙЛ", help=HELP["answers"])
    parser.add_argument("--due", action="store_true", help=HELP["due"])
    parser.add_argument("--on", default="", metavar="ДЕНЬ", help=HELP["on"])
    parser.add_argument("--more", action="store_true", help=HELP["more"])
    parser.add_argument("--person", default="", metavar="ИМЯ", help=HELP["person"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    return parser
