"""People and groups in the store. Each function works on a connection, so that several make one step."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, Row, delete, insert, select, update

from trainer.model.place import NOWHERE, Place
from trainer.model.problem import InputError, Problem
from trainer.packs.problems import hint, visible
from trainer.storage.db.tables import groups, members, people
from trainer.storage.db.values import iso
from trainer.storage.team_texts_ru import TEAM_TEXTS
from trainer.team.names import is_id, is_name, key, tidy
from trainer.team.people import Group, Person, Role


def everyone(connection: Connection, *, closed: bool = False) -> list[Person]:
    """Return the people, sorted by name; those who have left only with ``closed``."""
    rows = connection.execute(select(people)).all()
    found = [_person(row) for row in rows if closed or not row.closed_at]
    return sorted(found, key=lambda one: (key(one.name), one.id))


def person(connection: Connection, name: str, said: Place = NOWHERE, *, closed: bool = False) -> Person:
    """Return the person with this id or name; InputError where nobody or several are meant.

    ``said`` is where the name was given. Somebody who has left is found only with ``closed``.
    """
    found = everyone(connection, closed=True)
    fitting = [one for one in found if one.id == name] or [one for one in found if key(one.name) == key(name)]
    # Of namesakes the one who still works here is meant.
    fitting = [one for one in fitting if not one.closed_at] or fitting
    if not fitting:
        raise wrong(said, "E203", name=name, hint=hint(name, [one.name for one in found]))
    if len(fitting) > 1:
        raise wrong(said, "E204", name=name, ids=", ".join(sorted(one.id for one in fitting)))
    if fitting[0].closed_at and not closed:
        raise wrong(said, "E218", name=fitting[0].name, id=fitting[0].id)
    return fitting[0]


def add_person(
    connection: Connection,
    name: str,
    now: datetime,
    role: Role = Role.TRAINEE,
    person_id: str = "",
    said: Place = NOWHERE,
) -> Person:
    """Add somebody and return them; InputError for a name or an id that is taken or cannot be one."""
    name = _free_name(connection, name, said)
    found = {one.id for one in everyone(connection, closed=True)}
    if person_id and not is_id(person_id):
        raise wrong(said, "E212", id=person_id)
    if person_id in found:
        raise wrong(said, "E215", id=person_id)
    person_id = person_id or _new_id("p", found)
    row = {"id": person_id, "name": name, "role": role.value, "created_at": iso(now)}
    connection.execute(insert(people).values(row))
    return Person(person_id, name, role)


def change_person(
    connection: Connection, found: Person, name: str = "", role: Role | None = None, said: Place = NOWHERE
) -> Person:
    """Give somebody another name or role and return them as they are now; InputError as when adding."""
    new = Person(found.id, tidy(name) or found.name, role or found.role, found.closed_at)
    if new.name != found.name:
        _free_name(connection, new.name, said, besides=found.id)
    values = {"name": new.name, "role": new.role.value}
    connection.execute(update(people).where(people.c.id == found.id).values(values))
    return new


def close_person(connection: Connection, found: Person, now: datetime | None) -> None:
    """Note that somebody has left; with ``now`` None that they are back. Their records stay."""
    closed = iso(now) if now else None
    connection.execute(update(people).where(people.c.id == found.id).values(closed_at=closed))


def all_groups(connection: Connection) -> list[Group]:
    """Return the groups with their members, sorted by name."""
    inside: dict[str, set[str]] = {}
    for row in connection.execute(select(members)).all():
        inside.setdefault(row.group_id, set()).add(row.person_id)
    rows = connection.execute(select(groups)).all()
    found = [Group(row.id, row.name, frozenset(inside.get(row.id, ()))) for row in rows]
    return sorted(found, key=lambda one: (key(one.name), one.id))


def group(connection: Connection, name: str, said: Place = NOWHERE) -> Group:
    """Return the group with this id or name; InputError where there is none."""
    found = all_groups(connection)
    for one in found:
        if name == one.id or key(one.name) == key(name):
            return one
    raise wrong(said, "E213", name=name, hint=hint(name, [one.name for one in found]))


def add_group(connection: Connection, name: str, said: Place = NOWHERE) -> Group:
    """Add a group and return it; InputError for a name that is taken or cannot be one."""
    name = _free_group(connection, name, said)
    made = Group(_new_id("g", {one.id for one in all_groups(connection)}), name)
    connection.execute(insert(groups).values(id=made.id, name=name))
    return made


def rename_group(connection: Connection, found: Group, name: str, said: Place = NOWHERE) -> None:
    """Give a group another name; InputError as when adding."""
    if tidy(name) != found.name:
        name = _free_group(connection, name, said, besides=found.id)
        connection.execute(update(groups).where(groups.c.id == found.id).values(name=name))


def remove_group(connection: Connection, found: Group) -> None:
    """Remove a group; its people stay."""
    connection.execute(delete(groups).where(groups.c.id == found.id))


def join(connection: Connection, into: Group, who: Person) -> bool:
    """Put somebody into a group; False when they are there already."""
    at = (members.c.group_id == into.id) & (members.c.person_id == who.id)
    if connection.execute(select(members).where(at)).first():
        return False
    connection.execute(insert(members).values(group_id=into.id, person_id=who.id))
    return True


def leave(connection: Connection, out_of: Group, who: Person) -> bool:
    """Take somebody out of a group; False when they are not in it."""
    at = (members.c.group_id == out_of.id) & (members.c.person_id == who.id)
    return bool(connection.execute(delete(members).where(at)).rowcount)


def wrong(said: Place, code: str, **values: str) -> InputError:
    """Return the error ``code``; values are made safe to print."""
    text = TEAM_TEXTS[code].format(**{name: visible(value) for name, value in values.items()})
    return InputError(Problem(said, code, text))


def _free_name(connection: Connection, name: str, said: Place, besides: str = "") -> str:
    name = tidy(name)
    if not is_name(name):
        raise wrong(said, "E211", name=name)
    for one in everyone(connection, closed=True):
        if one.id == besides:
            continue
        if key(one.name) == key(name) and not one.closed_at:
            raise wrong(said, "E210", name=one.name, id=one.id)
        if one.id == name:
            raise wrong(said, "E216", name=name)
    return name


def _free_group(connection: Connection, name: str, said: Place, besides: str = "") -> str:
    name = tidy(name)
    if not is_name(name):
        raise wrong(said, "E211", name=name)
    for one in all_groups(connection):
        if one.id != besides and (key(one.name) == key(name) or one.id == name):
            raise wrong(said, "E214", name=one.name)
    return name


def _new_id(letter: str, taken: set[str]) -> str:
    while (found := letter + secrets.token_hex(3)) in taken:
        pass
    return found


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(row.id, row.name, Role(row.role), row.closed_at or "")
