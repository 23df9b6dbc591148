"""``trainer person export`` and ``trainer person forget``: everything about a person, read out or erased."""

import sys
from collections.abc import Sequence
from typing import Any

from trainer import __version__
from trainer.cli import output
from trainer.cli.access import need_mentor, need_self_or_mentor
from trainer.cli.csv_table import write_private
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.team_problems import CALL, bad
from trainer.cli.team_texts_ru import ACTIONS, HELP, PERSON
from trainer.practice.visible import json_text
from trainer.team.names import key
from trainer.team.people import LOCAL, may_see


def export(words: Sequence[str]) -> int:
    """Write everything about a person as one JSON object; a trainee may do so for themselves."""
    from trainer import wiring
    from trainer.storage.db import people_store as store
    from trainer.storage.db.owned import read_out

    parser = Parser("person export", ACTIONS["person export"])
    parser.add_argument("name", metavar="ИМЯ", help=HELP["whom"])
    parser.add_argument("-o", "--out", default="", metavar="ФАЙЛ", help=HELP["out"])
    call = parser.read(words)
    viewer = need_self_or_mentor()
    with wiring.team() as connection:
        found = store.person(connection, call.name, CALL, closed=True)
        if viewer and not may_see(viewer, found.id):
            raise bad("C210", name=viewer.name)
        told: dict[str, Any] = {"format": 1, "version": __version__, **read_out(connection, found.id)}
    text = json_text(told, indent=2) + "\n"
    if not call.out:
        # As it is: whoever reads this is a program or a file.
        print(text, end="")
        return ExitCode.DONE
    write_private(call.out, text)
    count = len(told.get("sessions", ()))
    output.say(PERSON["exported"].format(name=found.name, file=call.out, count=count))
    return ExitCode.DONE


def forget(words: Sequence[str]) -> int:
    """Erase everything about a person, after they have been named once more."""
    import os

    from trainer import wiring
    from trainer.storage.db import people_store as store
    from trainer.storage.db.errors import StoreError, reason
    from trainer.storage.forget import forget as erase
    from trainer.storage.safe import home_of

    parser = Parser("person forget", ACTIONS["person forget"])
    parser.add_argument("name", metavar="ИМЯ", help=HELP["whom"])
    parser.add_argument("-y", "--yes", action="store_true", help=HELP["yes"])
    call = parser.read(words)
    need_mentor()
    with wiring.team() as connection:
        found = store.person(connection, call.name, CALL, closed=True)
    if not call.yes and not _sure(found.name):
        raise bad("C218", name=found.name)
    try:
        done = erase(wiring.database(), home_of(os.environ), found)
    except StoreError as error:
        raise wiring.store_failed(error) from None
    except OSError as error:
        raise wiring.store_failed(StoreError(reason(error))) from None
    output.say(
        PERSON["forgotten-local" if found.id == LOCAL else "forgotten"].format(
            name=found.name, count=done.sessions
        )
    )
    if not done.clean:
        output.tell(PERSON["held"])
    for name, paths in (("in-copy", done.copies), ("copy-left", done.left), ("named", done.named)):
        for path in paths:
            output.tell(PERSON[name].format(file=path))
    output.tell(PERSON["copies"])
    return ExitCode.DONE


def _sure(name: str) -> bool:
    if not sys.stdin.isatty():
        return False
    output.tell(PERSON["sure"].format(name=name))
    return key(sys.stdin.readline()) == key(name)
