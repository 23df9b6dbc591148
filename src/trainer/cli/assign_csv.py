"""Assignments out of a CSV file: all of them or, when anything is wrong, none."""

import argparse
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from trainer.cli.assign import keep, task_of
from trainer.cli.assign_what import Supply, What, Whom, whom
from trainer.cli.csv_table import Line, read_table
from trainer.cli.team_problems import bad
from trainer.model.problem import InputError
from trainer.packs.problems import Problems

COLUMNS = {
    "what": "what", "что": "what", "to": "to", "кому": "to", "from": "start", "с": "start", "due": "due",
    "срок": "due", "pass_mark": "pass_mark", "балл": "pass_mark", "attempts": "attempts", "попытки": "attempts",
    "mode": "mode", "режим": "mode", "counts": "counts", "в счёт": "counts", "title": "title", "название": "title",
}  # fmt: skip
_FIELDS = ("start", "due", "pass_mark", "attempts", "mode", "counts", "title")


def take_assignments(file: str, supply: Supply) -> int:
    """Add the assignments of a file and return how many; raises InputError with everything that is wrong."""
    from trainer import wiring

    lines, problems = read_table(file, COLUMNS, ["what", "to"])
    with wiring.team(write=True) as connection:
        for line in lines:
            # Both sides are looked at, so that a row with two errors tells both.
            what = _tried(problems, partial(_what, supply, line))
            to = _tried(problems, partial(whom, connection, _words(line.get("to"), r"[,;|]"), line.place))
            call = argparse.Namespace(**{name: line.get(name) for name in _FIELDS})
            task = _tried(problems, partial(task_of, call, what or What("", ()), line.place))
            if isinstance(to, Whom) and what and task:
                keep(connection, task, to)
        # Inside: what was written of a file with errors is taken back.
        problems.finish()
    return len(lines)


def _what(supply: Supply, line: Line) -> What:
    names = _words(line.get("what"), r"[\s,;|]")
    if not names:
        raise bad("C230", line.place)
    return supply.what(names, line.get("title"), line.place)


def _tried(problems: Problems, action: Callable[[], Any]) -> Any:
    try:
        return action()
    except InputError as error:
        problems.found.extend(error.problems)
        return None


def _words(text: str, between: str) -> list[str]:
    return [part.strip() for part in re.split(between, text) if part.strip()]
