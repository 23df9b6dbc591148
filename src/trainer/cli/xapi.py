"""``trainer xapi``: what was practised as statements of xAPI, to a file or to an LRS."""

import os
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.complain import wrong
from trainer.cli.exchange_texts_ru import STORE
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.subcommands import run_action
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.cli.written import written
from trainer.cli.xapi_texts_ru import HELP, SAID
from trainer.model.place import Place
from trainer.practice.visible import json_text

if TYPE_CHECKING:
    from trainer.storage.xapi.outbox import Outbox
    from trainer.storage.xapi.send import Sent

_MOST_TRIES = 20


def run(words: Sequence[str], tools: Tools) -> int:
    """Run one of the actions."""
    return run_action("xapi", HELP["xapi"], {"export": _export, "send": _send}, words, tools)


def _export(words: Sequence[str], tools: Tools) -> int:
    from trainer.storage.xapi.config import NO_HOME, exchange_of

    call = _export_parser().read(words)
    need_mentor()
    exchange = exchange_of(os.environ)
    if exchange.manner.home_page == NO_HOME:
        output.tell(SAID["no-home"].format(home=NO_HOME))
    count = 0
    if call.out:
        with written(Path(call.out)) as file:
            for statement in _statements(tools):
                file.write(json_text(statement).encode() + b"\n")
                count += 1
    else:
        for statement in _statements(tools):
            output.record(statement)
            count += 1
    output.tell(SAID["written"].format(count=count))
    return ExitCode.DONE


def _statements(tools: Tools) -> Iterator[Mapping[str, Any]]:
    from trainer import wiring
    from trainer.storage.db.errors import StoreError
    from trainer.storage.xapi.config import exchange_of
    from trainer.storage.xapi.everything import statements

    try:
        yield from statements(wiring.database(), exchange_of(os.environ), tools.titles())
    except StoreError as error:
        raise wrong(Place(STORE), "C154", why=error) from None


def _send(words: Sequence[str], tools: Tools) -> int:
    from trainer import wiring
    from trainer.storage.db.errors import StoreError
    from trainer.storage.xapi.config import denied, exchange_of, target_of
    from trainer.storage.xapi.lrs import DeniedError, Lrs
    from trainer.storage.xapi.outbox import Outbox
    from trainer.storage.xapi.send import Patience, send

    call = _send_parser().read(words)
    patience = Patience(_tries(call.tries), time.sleep, random.random)
    target = target_of(call.to, Place("--to"), os.environ)
    need_mentor()
    exchange = exchange_of(os.environ, named=True)
    if target.overheard:
        output.tell(SAID["overheard"])
    try:
        outbox = Outbox(wiring.database(), target.url)
        if call.again:
            outbox.again()
        outbox.fill(exchange, tools.titles(), datetime.now(UTC))
        return _tell(send(outbox, Lrs(target), patience), outbox)
    except DeniedError as error:
        raise denied(target, error.code, error.status) from None
    except StoreError as error:
        raise wrong(Place(STORE), "C154", why=error) from None


def _tell(sent: "Sent", outbox: "Outbox") -> int:
    waiting, refused = outbox.counts()
    output.say(SAID["sent"].format(arrived=sent.arrived))
    if sent.known:
        output.say(SAID["known"].format(known=sent.known))
    if waiting:
        output.tell(SAID["waiting"].format(waiting=waiting, why=sent.why))
    if refused:
        output.tell(SAID["refused"].format(refused=refused))
    return ExitCode.FOUND if waiting or refused else ExitCode.DONE


def _tries(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= _MOST_TRIES):
        raise wrong(Place(PLACES["call"]), "C153", word=word, most=_MOST_TRIES)
    return int(word)


def _export_parser() -> Parser:
    parser = Parser("xapi export", HELP["export"])
    parser.add_argument("-o", "--out", metavar="ФАЙЛ", help=HELP["out"])
    return parser


def _send_parser() -> Parser:
    parser = Parser("xapi send", HELP["send"])
    parser.add_argument("--to", required=True, metavar="АДРЕС", help=HELP["to"])
    parser.add_argument("--tries", default="5", metavar="N", help=HELP["tries"])
    parser.add_argument("--again", action="store_true", help=HELP["again"])
    return parser
