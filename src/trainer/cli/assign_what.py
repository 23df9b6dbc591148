"""What is assigned and to whom, as the call or a row of a table names it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from trainer.cli.team_problems import CALL, bad
from trainer.cli.tools import Tools
from trainer.model.exercise import Form
from trainer.model.place import Place
from trainer.model.scenario import Pack
from trainer.packs.problems import hint

if TYPE_CHECKING:
    from sqlalchemy import Connection

Choice = TypeVar("Choice", bound=StrEnum)
_DAYS = ("%Y-%m-%d", "%d.%m.%Y")
_TIMES = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M")


@dataclass(frozen=True, slots=True)
class What:
    """What is assigned: a title, the items by id, and those that cannot be assigned: recovery keeps nothing."""

    title: str
    items: tuple[str, ...]
    left_out: tuple[str, ...] = ()


class Supply:
    """The packs, talks and exercises that can be assigned."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @cached_property
    def packs(self) -> Mapping[str, Pack]:
        """The packs by id; those with errors raise InputError."""
        from trainer.packs.reader import read_pack

        return {pack.id: pack for pack in map(read_pack, self._tools.folders())}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of talks and exercises by id."""
        talks = {name: one.title for pack in self.packs.values() for name, one in pack.scenarios.items()}
        return {**talks, **{one.id: one.title for one in self._tools.exercises()}}

    @cached_property
    def _resting(self) -> frozenset[str]:
        return frozenset(one.id for one in self._tools.exercises() if one.form is Form.RECOVER)

    def what(self, names: Sequence[str], title: str = "", said: Place = CALL) -> What:
        """Return what these ids of packs, talks and exercises stand for; raises InputError with all unknown ones."""
        items: list[str] = []
        for name in names:
            if name in self.packs:
                items += self._inside(self.packs[name])
            elif name in self._resting:
                raise bad("C231", said, name=name)
            elif name in self.titles:
                items.append(name)
            else:
                known = [*self.packs, *self.titles]
                raise bad("C220", said, name=name, hint=hint(name, known))
        found = self.without_rest(title or self._title(names), items)
        if not found.items:
            raise bad("C221", said, name=", ".join(names))
        return found

    def without_rest(self, title: str, items: Sequence[str]) -> What:
        """Return these items, each once, apart from those that leave nothing behind."""
        once = tuple(dict.fromkeys(items))
        kept = tuple(name for name in once if name not in self._resting)
        return What(title, kept, tuple(name for name in once if name in self._resting))

    def _inside(self, pack: Pack) -> list[str]:
        """Return what is in a pack: its talks and exercises, or what its plan names where it has none of its own."""
        planned = [item.id for day in pack.plan for item in day.items]
        return planned or [*pack.scenarios, *pack.exercise_ids]

    def _title(self, names: Sequence[str]) -> str:
        titles = [self.packs[name].title if name in self.packs else self.titles[name] for name in names]
        return titles[0] if len(titles) == 1 else ", ".join(titles)[:100]


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom something is: ids of people and of groups, and the names to be shown."""

    people: tuple[str, ...]
    groups: tuple[str, ...]
    names: tuple[str, ...]


def whom(connection: "Connection", names: Sequence[str], said: Place = CALL) -> Whom:
    """Return the people and groups with these names or ids; a group comes first. Raises InputError."""
    from trainer.storage.db import people_store as store
    from trainer.team.names import key

    if not names:
        raise bad("C227", said)
    groups = store.all_groups(connection)
    here = store.everyone(connection)
    people: list[str] = []
    into: list[str] = []
    shown: list[str] = []
    for name in names:
        group = next((one for one in groups if one.id == name or key(one.name) == key(name)), None)
        if group:
            if not group.members:
                raise bad("C232", said, name=group.name)
            into.append(group.id)
            shown.append(group.name)
        elif any(one.id == name or key(one.name) == key(name) for one in here):
            found = store.person(connection, name, said)
            people.append(found.id)
            shown.append(found.name)
        else:
            known = [*(one.name for one in groups), *(one.name for one in here)]
            raise bad("C222", said, name=name, hint=hint(name, known))
    return Whom(tuple(people), tuple(into), tuple(shown))


def moment(word: str, *, end: bool = False, said: Place = CALL) -> datetime | None:
    """Return a day or a time as somebody wrote it, in the zone of this machine; None for nothing written.

    A day alone means its first moment, with ``end`` its last second. Raises InputError.
    """
    word = " ".join(word.split())
    if not word:
        return None
    for form in _DAYS:
        if (day := _parsed(word, form)) is not None:
            return at_day(day.date(), end=end)
    for form in _TIMES:
        if (found := _parsed(word, form)) is not None:
            return found.astimezone()
    raise bad("C223", said, word=word)


def at_day(day: date, *, end: bool = False) -> datetime:
    """Return the first moment of a day in the zone of this machine, with ``end`` its last second."""
    return datetime.combine(day, time(23, 59, 59) if end else time()).astimezone()


def _parsed(word: str, form: str) -> datetime | None:
    try:
        found = datetime.strptime(word, form)
    except ValueError:
        return None
    # Far from today a zone cannot be told, and nobody means such a year.
    return found if 1990 <= found.year <= 2200 else None


def number(word: str, least: int, most: int, said: Place = CALL) -> int | None:
    """Return a whole number within bounds, None for nothing written; raises InputError."""
    if not word.strip():
        return None
    word = word.strip()
    if not (word.isascii() and word.isdecimal() and least <= int(word[:9]) <= most):
        raise bad("C225", said, word=word, least=least, most=most)
    return int(word)


def choice(word: str, kind: type[Choice], usual: Choice, said: Place, more: Mapping[str, str]) -> Choice:
    """Return one of a few words, ``usual`` for nothing written; ``more`` are other names for them. Raises InputError."""
    word = word.strip().lower()
    if not word:
        return usual
    try:
        return kind(more.get(word, word))
    except ValueError:
        raise bad("C226", said, word=word, known=", ".join([*(one.value for one in kind), *more])) from None
