"""Who may see what: the mentor's commands ask for the mentor's PIN when one is set."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from trainer.cli import output
from trainer.cli.team_problems import bad
from trainer.cli.team_texts_ru import ACCESS
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.storage.settings import PERSON_VARIABLE
from trainer.team.people import LOCAL, Person

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
        need_pin(viewer)
        # From here on it is the mentor who looks: reports and the desk ask who that is.
        os.environ[PERSON_VARIABLE] = viewer.id
        wiring.store.cache_clear()
        return viewer
    if viewer not in guards:
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


def practise(*, tell: bool = True) -> None:
    """See to it that whoever practises is who they say; ``tell`` them when nobody is named. Raises InputError."""
    if not need_self() and tell:
        output.tell(ACCESS["nobody"])


def need_self() -> bool:
    """Ask whoever practises for their PIN, if they have one, and tell whether they are named where several could be meant.

    Raises InputError when the PIN is not given. While the store is away nobody can look at one: practice goes on beside it.
    """
    from trainer.storage.db.address import address
    from trainer.storage.db.versions import people_in
    from trainer.storage.safe import home_of
    from trainer.storage.settings import person_of

    at = address(home_of(os.environ), os.environ)
    if at.file and person_of(os.environ) is None:
        # The way of most machines: one person, nothing to be loaded for a look.
        several, guarded = people_in(at.file)
        if not guarded:
            return several <= 1
    return _need_self()


def _need_self() -> bool:
    from trainer import wiring
    from trainer.storage.db.people_store import everyone
    from trainer.storage.db.pins import with_pin

    viewer = named_if_known()
    try:
        with wiring.team() as connection:
            people, secured = {one.id: one for one in everyone(connection)}, with_pin(connection)
    except InputError:
        return True  # whoever opens the store tells why it fails
    found = viewer.id if viewer else LOCAL
    if found in secured and found in people:
        need_pin(people[found])
    return viewer is not None or len(people) <= 1


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


@contextmanager
def asked_once() -> Iterator[None]:
    """Ask for each PIN at most once while one thing is done after the other, and begin anew when all is done.

    Whoever comes next may be somebody else: they are asked again, and it is no longer the mentor who looks.
    """
    from trainer import wiring
    from trainer.storage.identity import going_back

    before = os.environ.get(PERSON_VARIABLE)
    with going_back():
        try:
            yield
        finally:
            if os.environ.get(PERSON_VARIABLE) != before:
                os.environ.pop(PERSON_VARIABLE, None)
                if before is not None:
                    os.environ[PERSON_VARIABLE] = before
                wiring.store.cache_clear()


def named_if_known() -> Person | None:
    """Return the person that is named; None for nobody, and for a name that whoever opens the store will refuse."""
    try:
        return named()
    except InputError:
        return None


def need_pin(who: Person) -> None:
    """Ask for somebody's PIN, once in a command; raises InputError when it is wrong, or not looked at for a while."""
    from trainer import wiring
    from trainer.storage.db.pins import Answer, check_pin
    from trainer.storage.identity import is_vouched, vouch

    if is_vouched(who.id):
        return
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
    vouch(who.id)


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
