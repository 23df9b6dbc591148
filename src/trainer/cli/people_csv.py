"""People and groups out of a CSV file: all of it or, when anything is wrong, nothing."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.cli.csv_table import Line, read_table
from trainer.cli.team_problems import bad
from trainer.cli.team_texts_ru import ROLE_WORDS
from trainer.model.problem import InputError
from trainer.packs.problems import Problems, hint
from trainer.team.names import key
from trainer.team.people import Group, Person, Role

if TYPE_CHECKING:
    from sqlalchemy import Connection

COLUMNS = {
    "name": "name", "имя": "name", "фио": "name", "сотрудник": "name",
    "role": "role", "роль": "role",
    "groups": "groups", "group": "groups", "группа": "groups", "группы": "groups",
    "id": "id",
}  # fmt: skip
_MEMBERS = {
    "group": "group",
    "группа": "group",
    "person": "person",
    "имя": "person",
    "name": "person",
    "id": "id",
}


def take_people(file: str) -> Counter[str]:
    """Add the people of a file, or change those that are there already; groups that are missing are made.

    Returns how many were added, changed and left as they were. Raises InputError with everything that is wrong.
    """
    from trainer import wiring

    lines, problems = read_table(file, COLUMNS, ["name"])
    counts = Counter(added=0, changed=0, same=0)
    with wiring.team(write=True) as connection:
        _check_twice(lines, problems)
        for line in lines:
            try:
                counts[_take(connection, line)] += 1
            except InputError as error:
                problems.found.extend(error.problems)
        # Inside: what was written of a file with errors is taken back.
        problems.finish()
    return counts


def take_members(file: str) -> int:
    """Put people into groups as a file says and return how many rows were new; raises InputError with all errors."""
    from trainer import wiring
    from trainer.storage.db import people_store as store

    lines, problems = read_table(file, _MEMBERS, ["group"])
    count = 0
    with wiring.team(write=True) as connection:
        for line in lines:
            try:
                into = _group(connection, line.get("group"), line)
                if who := line.get("id") or line.get("person"):
                    count += store.join(connection, into, store.person(connection, who, line.place))
            except InputError as error:
                problems.found.extend(error.problems)
        problems.finish()
    return count


def _take(connection: "Connection", line: Line) -> str:
    from trainer.storage.db import people_store as store

    role = _role(line)
    into = [_group(connection, name, line) for name in _split(line.get("groups"))]
    before = _found(connection, line)
    if before:
        now = store.change_person(connection, before, line.get("name"), role, line.place)
    else:
        name, given = line.get("name"), line.get("id")
        now = store.add_person(connection, name, datetime.now(UTC), role or Role.TRAINEE, given, line.place)
    joined = [store.join(connection, group, now) for group in into]
    if not before:
        return "added"
    return "changed" if now != before or any(joined) else "same"


def _found(connection: "Connection", line: Line) -> Person | None:
    """Return who is there already: by the id, or by the name where no id is given."""
    from trainer.storage.db import people_store as store

    here = store.everyone(connection, closed=True)
    if name := line.get("id"):
        return next((one for one in here if one.id == name), None)
    return next((one for one in here if not one.closed_at and key(one.name) == key(line.get("name"))), None)


def _group(connection: "Connection", name: str, line: Line) -> Group:
    from trainer.storage.db import people_store as store

    for group in store.all_groups(connection):
        if key(group.name) == key(name):
            return group
    return store.add_group(connection, name, line.place)


def _role(line: Line) -> Role | None:
    word = line.get("role").lower()
    if not word:
        return None
    if word not in ROLE_WORDS:
        raise bad("C204", line.place, word=word, known=", ".join(ROLE_WORDS), hint=hint(word, ROLE_WORDS))
    return Role(ROLE_WORDS[word])


def _check_twice(lines: Iterable[Line], problems: Problems) -> None:
    first: dict[str, int] = {}
    for line in lines:
        for name in filter(None, dict.fromkeys((line.get("name"), line.get("id")))):
            if key(name) in first:
                problems.add(line.place, "C205", name=name, line=first[key(name)])
            first.setdefault(key(name), line.place.line)


def _split(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;|]", text) if part.strip()]
