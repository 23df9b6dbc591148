"""PINs: kept as a hash of argon2, looked at again only some times in a row."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select, update

from trainer.storage.db.tables import people
from trainer.storage.db.values import iso
from trainer.team.lockout import Tries
from trainer.team.people import Role


class Answer(StrEnum):
    """What came of a PIN: ``NONE`` when the person has none, ``CLOSED`` when no PIN is looked at for now."""

    RIGHT = "right"
    WRONG = "wrong"
    CLOSED = "closed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a PIN; ``until`` is when one is looked at again."""

    answer: Answer
    until: datetime | None = None


def set_pin(connection: Connection, person_id: str, pin: str | None) -> None:
    """Set a PIN, or take it away with None; whoever was shut out may try again."""
    values = {"pin_hash": _hash(pin) if pin else None, "pin_wrong": 0, "pin_closed_until": None}
    connection.execute(update(people).where(people.c.id == person_id).values(values))


def with_pin(connection: Connection) -> set[str]:
    """Return the ids of those who have a PIN."""
    return set(connection.execute(select(people.c.id).where(people.c.pin_hash.is_not(None))).scalars())


def with_mentors_pin(connection: Connection) -> set[str]:
    """Return the ids of the mentors who have a PIN and still work here."""
    mentors = people.c.pin_hash.is_not(None), people.c.role == Role.MENTOR.value, people.c.closed_at.is_(None)
    return set(connection.execute(select(people.c.id).where(*mentors)).scalars())


def check_pin(connection: Connection, person_id: str, pin: str, now: datetime) -> Checked:
    """Look at a PIN and count a wrong one; the connection must write, or counting would be in vain.

    The row is held meanwhile: many tries at once count one by one.
    """
    columns = (people.c.pin_hash, people.c.pin_wrong, people.c.pin_closed_until)
    row = connection.execute(select(*columns).where(people.c.id == person_id).with_for_update()).first()
    if row is None or not row.pin_hash:
        return Checked(Answer.NONE)
    until = datetime.fromisoformat(row.pin_closed_until) if row.pin_closed_until else None
    tries = Tries(row.pin_wrong, until)
    if tries.closed(now):
        return Checked(Answer.CLOSED, until)
    right = _fits(row.pin_hash, pin)
    after = Tries() if right else tries.after_wrong(now)
    values = {"pin_wrong": after.wrong, "pin_closed_until": iso(after.until) if after.until else None}
    connection.execute(update(people).where(people.c.id == person_id).values(values))
    return Checked(Answer.RIGHT if right else Answer.WRONG, after.until)


def _hash(pin: str) -> str:
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def _fits(kept: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return PasswordHasher().verify(kept, pin)
    except (Argon2Error, InvalidHashError, UnicodeEncodeError):
        return False
