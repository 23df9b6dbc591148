"""``trainer assign``: gives talks and exercises to people and groups."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.assign_what import Supply, What, Whom, at_day, choice, moment, number, whom
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.team_problems import CALL, bad
from trainer.cli.team_texts_ru import ASSIGN, HELP
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.packs.problems import hint
from trainer.practice.records import Mode
from trainer.team.assignments import Assignment, Counts

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WEEK = "week"
_WORKING_DAYS = 5
MODE_WORDS = {"обучение": "training", "экзамен": "exam"}
COUNT_WORDS = {"первая": "first", "лучшая": "best", "последняя": "last"}


def run(words: Sequence[str], tools: Tools) -> int:
    """Assign what the call or a table names; or take something back, or move its end."""
    call = _parser().read(words)
    need_mentor()
    if call.cancel:
        return _cancel(call.cancel)
    if call.move:
        return _move(call.move, call.due)
    supply = Supply(tools)
    if call.csv:
        from trainer.cli.assign_csv import take_assignments

        output.say(ASSIGN["imported"].format(count=take_assignments(call.csv, supply)))
        return ExitCode.DONE
    if call.what and call.what[0] == _WEEK:
        return _week(call, supply)
    if not call.what:
        raise bad("C230")
    what = supply.what(call.what, call.title)
    return _keep(call.to, [(task_of(call, what), what)])


def task_of(call: argparse.Namespace, what: What, said: Place = CALL) -> Assignment:
    """Return the assignment that a call describes; raises InputError."""
    start, due = moment(call.start, said=said), moment(call.due, end=True, said=said)
    if start and due and due < start:
        raise bad("C224", said)
    mark, attempts = number(call.pass_mark, 1, 100, said), number(call.attempts, 1, 1000, said)
    return Assignment(
        id="",
        title=what.title,
        items=what.items,
        targets=frozenset(),
        mode=choice(call.mode, Mode, Mode.TRAINING, said, MODE_WORDS),
        start=start,
        due=due,
        pass_mark=70 if mark is None else mark,
        attempts=attempts,
        counts=choice(call.counts, Counts, Counts.BEST, said, COUNT_WORDS),
    )


def _week(call: argparse.Namespace, supply: Supply) -> int:
    """Put the days of a plan on the working days from ``--from`` on, each due on its own day."""
    from trainer.team.week import working_days

    if len(call.what) != 2:
        raise bad("C233")
    if call.what[1] not in supply.packs:
        raise bad("C220", name=call.what[1], hint=hint(call.what[1], supply.packs))
    pack = supply.packs[call.what[1]]
    if not pack.plan:
        raise bad("C228", name=pack.id)
    if len(pack.plan) > _WORKING_DAYS:
        raise bad("C229", name=pack.id, count=len(pack.plan))
    first = moment(call.start) or datetime.now().astimezone()
    usual = task_of(call, What("", ()))
    made = []
    for day, on in zip(pack.plan, working_days(first.date(), len(pack.plan)), strict=True):
        what = supply.without_rest(day.title, [item.id for item in day.items])
        due = usual.due or at_day(on, end=True)
        mode = Mode.EXAM if day.exam else usual.mode
        task = replace(usual, title=day.title, items=what.items, start=at_day(on), due=due, mode=mode)
        if what.items:
            made.append((task, what))
    return _keep(call.to, made)


def _keep(to: Sequence[str], made: Sequence[tuple[Assignment, What]]) -> int:
    from trainer import wiring

    with wiring.team(write=True) as connection:
        targets = whom(connection, to)
        kept = [(keep(connection, task, targets), what) for task, what in made]
    for task, what in kept:
        output.say(
            ASSIGN["made"].format(
                title=task.title,
                count=len(task.items),
                whom=", ".join(targets.names),
                when=_when(task),
                id=task.id,
            )
        )
        if what.left_out:
            output.tell(ASSIGN["left-out"].format(names=", ".join(what.left_out)))
    return ExitCode.DONE


def keep(connection: "Connection", task: Assignment, targets: Whom) -> Assignment:
    """Keep an assignment in the store and return it with its id."""
    from trainer.storage.db.assignment_store import add_assignment

    return add_assignment(connection, task, targets.people, targets.groups, datetime.now(UTC))


def _cancel(name: str) -> int:
    from trainer import wiring
    from trainer.storage.db import assignment_store as store

    with wiring.team(write=True) as connection:
        found = store.one_assignment(connection, name, CALL)
        store.remove_assignment(connection, found.id)
    output.say(ASSIGN["cancelled"].format(title=found.title))
    return ExitCode.DONE


def _move(name: str, day: str) -> int:
    from trainer import wiring
    from trainer.storage.db import assignment_store as store

    due = moment(day, end=True)
    with wiring.team(write=True) as connection:
        found = store.one_assignment(connection, name, CALL)
        if due and found.start and due < found.start:
            raise bad("C224")
        store.move_due(connection, found.id, due)
    output.say(ASSIGN["moved"].format(title=found.title, day=shown(due) or ASSIGN["no-due"]))
    return ExitCode.DONE


def _when(task: Assignment) -> str:
    start, day = shown(task.start), shown(task.due)
    if start and start == day:
        return ASSIGN["day"].format(day=day)
    if start and day:
        return ASSIGN["from-until"].format(start=start, day=day)
    if day:
        return ASSIGN["only-until"].format(day=day)
    return ASSIGN["from"].format(start=start) if start else ASSIGN["no-end"]


def shown(at: datetime | None) -> str:
    """Return a time for people in the zone of this machine: the day, with the time unless a day is meant."""
    if at is None:
        return ""
    here = at.astimezone()
    whole = f"{here:%H:%M:%S}" in ("00:00:00", "23:59:59")
    return f"{here:%d.%m.%Y}" if whole else f"{here:%d.%m.%Y %H:%M}"


def _parser() -> Parser:
    parser = Parser("assign", ASSIGN["about"])
    parser.add_argument("what", nargs="*", metavar="ЧТО", help=HELP["assign-what"])
    parser.add_argument("--to", action="append", default=[], metavar="КОМУ", help=HELP["to"])
    parser.add_argument("--from", dest="start", default="", metavar="ДЕНЬ", help=HELP["from"])
    parser.add_argument("--due", default="", metavar="ДЕНЬ", help=HELP["due"])
    parser.add_argument("--pass-mark", default="", metavar="N", help=HELP["pass-mark"])
    parser.add_argument("--attempts", default="", metavar="N", help=HELP["attempts"])
    parser.add_argument("--mode", default="", metavar="РЕЖИМ", help=HELP["mode"])
    parser.add_argument("--counts", default="", metavar="ПОПЫТКА", help=HELP["counts"])
    parser.add_argument("--title", default="", metavar="НАЗВАНИЕ", help=HELP["title"])
    parser.add_argument("--csv", default="", metavar="ФАЙЛ", help=HELP["assign-csv"])
    parser.add_argument("--cancel", default="", metavar="ID", help=HELP["cancel"])
    parser.add_argument("--move", default="", metavar="ID", help=HELP["move"])
    return parser
