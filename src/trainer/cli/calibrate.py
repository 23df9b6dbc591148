"""``trainer calibrate``: mentors mark the same answers blind and see where they differ."""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.answers_input import read_answers
from trainer.cli.calibrate_scene import listed, refused
from trainer.cli.calibrate_texts_ru import CALIBRATE, HELP
from trainer.cli.exit_codes import ExitCode
from trainer.cli.object import positive
from trainer.cli.parser import Parser
from trainer.cli.stored import mentor, now, opened
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.tools import Tools
from trainer.packs.problems import hint

if TYPE_CHECKING:
    from trainer.storage.db.calibration_store import Sampled

_NAME = re.compile(r"[\w][\w.-]{0,59}")
_MOST = 100


def run(words: Sequence[str], tools: Tools) -> int:
    """Do what the first word says; without one list the calibrations."""
    if not words or words[0].startswith("-"):
        return _list(words)
    from trainer.cli import calibrate_agree, calibrate_mark, calibrate_report

    parts: Mapping[str, Callable[[Sequence[str], Tools], int]] = {
        "start": _start,
        "mark": calibrate_mark.run,
        "report": calibrate_report.run,
        "agree": calibrate_agree.run,
    }
    if words[0] not in parts:
        raise refused("C140", word=words[0], hint=hint(words[0], parts))
    return parts[words[0]](words[1:], tools)


def _start(words: Sequence[str], tools: Tools) -> int:
    call = _start_parser().read(words)
    name = call.name or f"{now():%Y-%m-%d}"
    if not _NAME.fullmatch(name):
        raise refused("C144", name=name)
    given = _given(call.answers, tools) if call.answers else []
    with opened() as (database, person):
        from trainer.storage.db.calibration_store import CalibrationStore

        store = CalibrationStore(database)
        if not given:
            count = positive(call.from_store)
            given = store.sample(count, Random(call.seed), tools.scenarios())
        store.begin(name, given, mentor(person), now())
    output.say(CALIBRATE["begun"].format(name=name, count=len(given)))
    return ExitCode.DONE


def _given(file: str, tools: Tools) -> "list[Sampled]":
    from trainer.cli.score import find_turn
    from trainer.storage.db.calibration_store import Sampled

    found = read_answers(file, jsonl=True)
    if len(found) > _MOST:
        raise refused("C145", found[_MOST].place, most=_MOST)
    for item in found:
        # A wrong scenario or turn is named with its line, before anybody has marked anything.
        find_turn(tools.scenario(item.scenario), item.turn, item.place)
    return [Sampled(item.text, item.scenario, item.turn) for item in found]


def _list(words: Sequence[str]) -> int:
    parser = Parser("calibrate", HELP["about"])
    parser.add_argument("what", nargs="?", metavar="ДЕЙСТВИЕ", help=HELP["what"])
    parser.add_argument("--json", action="store_true", help=COMMON["json"])
    call = parser.read(words)
    with opened() as (database, _):
        from trainer.storage.db.calibration_store import CalibrationStore
        from trainer.storage.db.mentors import names_of

        store = CalibrationStore(database)
        found = [store.read(name) for name in store.names()]
        with database.read() as connection:
            people = names_of(connection)
    for item in found:
        done = [people.get(name, name) for name in item.done]
        if call.json:
            record = {
                "name": item.id,
                "answers": len(item.answers),
                "done": done,
                "agreed_at": item.agreed_at,
            }
            output.record(record)
            continue
        agreed = CALIBRATE["agreed-line"] if item.agreed_at else ""
        marked = listed(done) if done else CALIBRATE["nobody"]
        line = CALIBRATE["line"].format(name=item.id, count=len(item.answers), done=marked, agreed=agreed)
        output.say(line)
    if not found:
        output.tell(CALIBRATE["none"])
    return ExitCode.DONE


def _start_parser() -> Parser:
    parser = Parser("calibrate start", HELP["start"])
    parser.add_argument("name", nargs="?", default="", metavar="ИМЯ", help=HELP["start-name"])
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--answers", metavar="ФАЙЛ", help=HELP["start-answers"])
    source.add_argument("--from-store", metavar="N", help=HELP["start-store"])
    parser.add_argument("--seed", default="0", metavar="N", help=HELP["start-seed"])
    return parser
