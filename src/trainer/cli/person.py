"""``trainer person``: who practises here and who teaches."""

from collections.abc import Sequence
from datetime import UTC, datetime

from trainer.cli import output
from trainer.cli.access import named, need_mentor, need_self, new_pin
from trainer.cli.actions import run_action
from trainer.cli.csv_table import as_table
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.person_records import export, forget
from trainer.cli.team_problems import CALL
from trainer.cli.team_texts_ru import ACTIONS, HELP, PERSON, ROLES, TITLES
from trainer.cli.tools import Tools
from trainer.team.people import LOCAL, Group, Person, Role


def run(words: Sequence[str], tools: Tools) -> int:
    """Do what the action after the command says."""
    actions = {
        "add": _add,
        "list": _list,
        "import": _import,
        "rename": _rename,
        "close": _close,
        "pin": _pin,
        "export": export,
        "forget": forget,
    }
    return run_action("person", words, actions)


def _add(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store
    from trainer.storage.db.pins import set_pin

    parser = _parser("add")
    parser.add_argument("name", metavar="ИМЯ", help=HELP["name"])
    parser.add_argument("--role", choices=[role.value for role in Role], default="trainee", help=HELP["role"])
    parser.add_argument("--group", action="append", default=[], metavar="ГРУППА", help=HELP["into"])
    parser.add_argument("--id", default="", metavar="ID", help=HELP["id"])
    parser.add_argument("--pin", action="store_true", help=HELP["with-pin"])
    call = parser.read(words)
    need_mentor()
    # Asked for before the store is held for writing: people type slowly.
    pin = new_pin(call.name) if call.pin else ""
    with wiring.team(write=True) as connection:
        into = [store.group(connection, name, CALL) for name in call.group]
        made = store.add_person(connection, call.name, _now(), Role(call.role), call.id, CALL)
        for group in into:
            store.join(connection, group, made)
        if pin:
            set_pin(connection, made.id, pin)
    output.say(PERSON["added"].format(name=made.name, role=ROLES[made.role], id=made.id))
    return ExitCode.DONE


def _list(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store
    from trainer.storage.db.pins import with_pin

    parser = _parser("list")
    parser.add_argument("--all", action="store_true", help=HELP["all"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--csv", action="store_true", help=HELP["csv-out"])
    call = parser.read(words)
    need_mentor()
    with wiring.team() as connection:
        found = store.everyone(connection, closed=call.all)
        groups, secured = store.all_groups(connection), with_pin(connection)
    records = [_record(one, groups, one.id in secured) for one in found]
    if call.json:
        for record in records:
            output.record(record)
    elif call.csv:
        _print_csv([one for one in records if one["id"] != LOCAL])
    else:
        for record in records:
            output.say(_line(record))
        if len(found) == 1 and found[0].id == LOCAL:
            output.tell(PERSON["nobody"])
    return ExitCode.DONE


def _print_csv(records: Sequence[dict[str, object]]) -> None:
    rows = [
        (one["name"], ROLES[Role(str(one["role"]))], ", ".join(_texts(one["groups"])), one["id"])
        for one in records
    ]
    print(as_table([TITLES[name] for name in ("name", "role", "groups", "id")], rows), end="")


def _record(one: Person, groups: Sequence[Group], secured: bool) -> dict[str, object]:
    own = [group.name for group in groups if one.id in group.members]
    return {
        "id": one.id,
        "name": one.name,
        "role": one.role.value,
        "groups": own,
        "pin": secured,
        "closed_at": one.closed_at,
    }


def _line(record: dict[str, object]) -> str:
    parts = [ROLES[Role(str(record["role"]))], *_texts(record["groups"])]
    parts += [PERSON["has-pin"]] if record["pin"] else []
    parts += [PERSON["closed-at"].format(day=str(record["closed_at"])[:10])] if record["closed_at"] else []
    return PERSON["line"].format(name=record["name"], about=", ".join(parts), id=record["id"])


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _import(words: Sequence[str]) -> int:
    from trainer.cli.people_csv import take_people

    parser = _parser("import")
    parser.add_argument("file", metavar="ФАЙЛ", help=HELP["csv-in"])
    call = parser.read(words)
    need_mentor()
    counts = take_people(call.file)
    output.say(PERSON["imported"].format(**counts))
    return ExitCode.DONE


def _rename(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    parser = _parser("rename")
    parser.add_argument("name", metavar="ИМЯ", help=HELP["whom"])
    parser.add_argument("new", nargs="?", default="", metavar="НОВОЕ_ИМЯ", help=HELP["new-name"])
    parser.add_argument("--role", choices=[role.value for role in Role], help=HELP["role"])
    call = parser.read(words)
    need_mentor()
    role = Role(call.role) if call.role else None
    with wiring.team(write=True) as connection:
        found = store.person(connection, call.name, CALL, closed=True)
        now = store.change_person(connection, found, call.new, role, CALL)
    output.say(PERSON["renamed"].format(name=now.name, role=ROLES[now.role], id=now.id))
    return ExitCode.DONE


def _close(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    parser = _parser("close")
    parser.add_argument("name", metavar="ИМЯ", help=HELP["whom"])
    parser.add_argument("--reopen", action="store_true", help=HELP["reopen"])
    call = parser.read(words)
    need_mentor()
    with wiring.team(write=True) as connection:
        found = store.person(connection, call.name, CALL, closed=True)
        store.close_person(connection, found, None if call.reopen else _now())
    output.say(PERSON["reopened" if call.reopen else "closed"].format(name=found.name))
    return ExitCode.DONE


def _pin(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store
    from trainer.storage.db.pins import set_pin, with_mentors_pin

    parser = _parser("pin")
    parser.add_argument("name", metavar="ИМЯ", help=HELP["whom"])
    parser.add_argument("--clear", action="store_true", help=HELP["clear"])
    call = parser.read(words)
    viewer = named()
    with wiring.team() as connection:
        found = store.person(connection, call.name, CALL)
        guarded = bool(with_mentors_pin(connection))
    if viewer and not viewer.mentor and viewer.id == found.id:
        need_self()  # their own is theirs to set
    else:
        need_mentor()
    pin = None if call.clear else new_pin(found.name)
    with wiring.team(write=True) as connection:
        set_pin(connection, found.id, pin)
    output.say(PERSON["pin-cleared" if call.clear else "pin-set"].format(name=found.name))
    if pin and not found.mentor and not guarded:
        output.tell(PERSON["pin-alone"])
    return ExitCode.DONE


def _now() -> datetime:
    return datetime.now(UTC)


def _parser(action: str) -> Parser:
    return Parser(f"person {action}", ACTIONS[f"person {action}"])
