"""Who may judge the work of others."""

from sqlalchemy import Connection, func, select

from trainer.storage.db.complain import wrong
from trainer.storage.db.tables import people
from trainer.team.people import LOCAL, Role


def check_mentor(connection: Connection, person: str, code: str = "E225") -> None:
    """Raise InputError for somebody who is no mentor; who is alone on a machine is everything at once."""
    if not is_mentor(connection, person):
        name = connection.execute(select(people.c.name).where(people.c.id == person)).scalar()
        raise wrong(code, name=name or person)


def is_mentor(connection: Connection, person: str) -> bool:
    """Tell whether somebody is a mentor; where no mentor has a PIN, whoever needs no name is one too."""
    role = connection.execute(select(people.c.role).where(people.c.id == person)).scalar()
    if person != LOCAL:
        return role == Role.MENTOR
    guarded = select(func.count()).where(people.c.role == Role.MENTOR, people.c.pin_hash.is_not(None))
    return role == Role.MENTOR or not connection.execute(guarded).scalar_one()


def names_of(connection: Connection) -> dict[str, str]:
    """Return what people are called, by id."""
    return {row.id: row.name for row in connection.execute(select(people.c.id, people.c.name))}
