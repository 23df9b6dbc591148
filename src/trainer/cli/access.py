"""Who may see what: the mentor's commands ask for the mentor's PIN when one is set."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from trainer.cli.team_problems import bad
from trainer.cli.team_texts_ru import ACCESS
from trainer.model.place import Place
from trainer.team.people import Person

PIN_VARIABLE = "TRAINER_PIN"


def need_mentor() -> Person | None:
    """Return the mentor who gives this command; None on a machine where nobody is named and no mentor has a PIN.

    Raises InputError for a trainee, a wrong PIN, a PIN that cannot be asked for.
    """
    from trainer import wiring
    from trainer.storage.db.people_store import everyone
    from trainer.storage.db.pins import with_pin

    viewer = named()
    if viewer and not viewer.mentor:
        raise bad("C210", name=viewer.name)
    with wiring.team() as connection:
        secured = with_pin(connection)
        guards = [one for one in everyone(connection) if one.mentor and one.id in secured]
    if not guards:
        return viewer
    if viewer is None:
        if len(guards) > 1:
            raise bad("C211", names=", ".join(one.name for one in guards))
        viewer = guards[0]
    elif viewer not in guards:
        raise bad("C212", name=viewer.name)
    need_pin(viewer)
    return viewer


def need_self_or_mentor() -> Person | None:
    """Return the trainee who is named and may see only their own records, or None for a mentor, who sees all.

    Raises InputError as ``need_mentor``.
    """
    from trainer import wiring
    from trainer.storage.db.pins import with_pin

    viewer = named()
    if viewer is None or viewer.mentor:
        need_mentor()
        return None
    with wiring.team() as connection:
        secured = viewer.id in with_pin(connection)
    if secured:
        need_pin(viewer)
    return viewer


def named() -> Person | None:
    """Return the person that the call, the variable or the settings name, or None; raises InputError."""
    from trainer import wiring
    from trainer.storage.db.people_store import person
    from trainer.storage.settings import person_of

    found = person_of(os.environ)
    if found is None:
        return None
    with wiring.team() as connection:
        return person(connection, *found)


class _Proved:
    """Whose PIN was right in a sitting; outside of one every command asks."""

    def __init__(self) -> None:
        self.people: set[str] | None = None


_proved = _Proved()


@contextmanager
def asked_once() -> Iterator[None]:
    """Ask for each PIN at most once while one thing is done after the other."""
    _proved.people = set()
    try:
        yield
    finally:
        _proved.people = None


def need_pin(who: Person) -> None:
    """Ask for somebody's PIN; raises InputError when it is wrong, or not looked at after too many wrong ones."""
    if _proved.people and who.id in _proved.people:
        return
    from trainer import wiring
    from trainer.storage.db.pins import Answer, check_pin

    pin = _given(ACCESS["ask"].format(name=who.name))
    if pin is None:
        raise bad("C213", name=who.name)
    with wiring.team(write=True) as connection:
        checked = check_pin(connection, who.id, pin, datetime.now(UTC))
    said = Place(PIN_VARIABLE) if os.environ.get(PIN_VARIABLE) else Place(ACCESS["pin"])
    if checked.until:
        raise bad("C215", said, time=f"{checked.until.astimezone():%H:%M}")
    if checked.answer is Answer.WRONG:
        raise bad("C214", said)
    if _proved.people is not None:
        _proved.people.add(who.id)


def new_pin(name: str) -> str:
    """Return a new PIN: asked for twice in a terminal, else the first line of standard input. Raises InputError."""
    if sys.stdin.isatty():
        pin = getpass.getpass(ACCESS["new"].format(name=name))
        if pin != getpass.getpass(ACCESS["again"]):
            raise bad("C217", Place(ACCESS["pin"]))
    else:
        pin = sys.stdin.readline().rstrip("\r\n")
    if not (4 <= len(pin) <= 64 and pin.isprintable() and pin.strip() == pin):
        raise bad("C216", Place(ACCESS["pin"]))
    return pin


def _given(question: str) -> str | None:
    if pin := os.environ.get(PIN_VARIABLE):
        return pin
    return getpass.getpass(question) if sys.stdin.isatty() else None
