"""``trainer group``: people who learn together."""

from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.actions import run_action
from trainer.cli.csv_table import as_table
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.team_problems import CALL
from trainer.cli.team_texts_ru import ACTIONS, GROUP, HELP, TITLES
from trainer.cli.tools import Tools
from trainer.team.people import Group, Person


def run(words: Sequence[str], tools: Tools) -> int:
    """Do what the action after the command says."""
    actions = {
        "add": _add,
        "list": _list,
        "members": _members,
        "join": lambda rest: _change(rest, "join"),
        "leave": lambda rest: _change(rest, "leave"),
        "rename": _rename,
        "remove": _remove,
        "import": _import,
    }
    return run_action("group", words, actions)


def _add(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    parser = _parser("add")
    parser.add_argument("name", metavar="НАЗВАНИЕ", help=HELP["group-name"])
    parser.add_argument("people", nargs="*", metavar="ИМЯ", help=HELP["who-joins"])
    call = parser.read(words)
    need_mentor()
    with wiring.team(write=True) as connection:
        made = store.add_group(connection, call.name, CALL)
        for name in call.people:
            store.join(connection, made, store.person(connection, name, CALL))
    output.say(GROUP["added"].format(name=made.name, id=made.id))
    return ExitCode.DONE


def _list(words: Sequence[str]) -> int:
    parser = _parser("list")
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--csv", action="store_true", help=HELP["csv-out"])
    call = parser.read(words)
    need_mentor()
    groups, people = _both()
    names = {one.id: one.name for one in people}
    if call.csv:
        rows = [(group.name, names[one], one) for group in groups for one in _sorted(group, people)]
        print(as_table([TITLES[name] for name in ("group", "name", "id")], rows), end="")
        return ExitCode.DONE
    for group in groups:
        inside = [names[one] for one in _sorted(group, people)]
        if call.json:
            output.record({"id": group.id, "name": group.name, "members": _sorted(group, people)})
        else:
            about = ", ".join(inside) or GROUP["empty"]
            output.say(GROUP["line"].format(name=group.name, count=len(inside), people=about, id=group.id))
    if not groups:
        output.tell(GROUP["none"])
    return ExitCode.DONE


def _members(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    parser = _parser("members")
    parser.add_argument("name", metavar="ГРУППА", help=HELP["group"])
    call = parser.read(words)
    need_mentor()
    with wiring.team() as connection:
        group = store.group(connection, call.name, CALL)
        people = store.everyone(connection, closed=True)
    names = {one.id: one.name for one in people}
    for one in _sorted(group, people):
        output.say(GROUP["member"].format(name=names[one], id=one))
    if not group.members:
        output.tell(GROUP["empty"])
    return ExitCode.DONE


def _change(words: Sequence[str], how: str) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    parser = _parser(how)
    parser.add_argument("name", metavar="ГРУППА", help=HELP["group"])
    parser.add_argument("people", nargs="+", metavar="ИМЯ", help=HELP["whom"])
    call = parser.read(words)
    need_mentor()
    change = store.join if how == "join" else store.leave
    with wiring.team(write=True) as connection:
        group = store.group(connection, call.name, CALL)
        found = [store.person(connection, name, CALL) for name in call.people]
        count = sum(change(connection, group, one) for one in found)
    output.say(GROUP[how].format(name=group.name, count=count))
    return ExitCode.DONE


def _rename(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    parser = _parser("rename")
    parser.add_argument("name", metavar="ГРУППА", help=HELP["group"])
    parser.add_argument("new", metavar="НАЗВАНИЕ", help=HELP["group-name"])
    call = parser.read(words)
    need_mentor()
    with wiring.team(write=True) as connection:
        store.rename_group(connection, store.group(connection, call.name, CALL), call.new, CALL)
    output.say(GROUP["renamed"].format(name=call.new))
    return ExitCode.DONE


def _remove(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    parser = _parser("remove")
    parser.add_argument("name", metavar="ГРУППА", help=HELP["group"])
    call = parser.read(words)
    need_mentor()
    with wiring.team(write=True) as connection:
        group = store.group(connection, call.name, CALL)
        store.remove_group(connection, group)
    output.say(GROUP["removed"].format(name=group.name))
    return ExitCode.DONE


def _import(words: Sequence[str]) -> int:
    from trainer.cli.people_csv import take_members

    parser = _parser("import")
    parser.add_argument("file", metavar="ФАЙЛ", help=HELP["csv-members"])
    call = parser.read(words)
    need_mentor()
    output.say(GROUP["imported"].format(count=take_members(call.file)))
    return ExitCode.DONE


def _both() -> tuple[list[Group], list[Person]]:
    from trainer import wiring
    from trainer.storage.db import people_store as store

    with wiring.team() as connection:
        return store.all_groups(connection), store.everyone(connection, closed=True)


def _sorted(group: Group, people: Sequence[Person]) -> list[str]:
    """Return the ids of the members in the order of their names."""
    return [one.id for one in people if one.id in group.members]


def _parser(action: str) -> Parser:
    return Parser(f"group {action}", ACTIONS[f"group {action}"])
