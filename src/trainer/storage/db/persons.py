"""Finds a person by what somebody calls them."""

from sqlalchemy import Connection, select

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.packs.problems import hint
from trainer.storage.db.tables import people
from trainer.storage.texts_ru import STORE_TEXTS


def find_person(connection: Connection, name: str, said: Place) -> str:
    """Return the id of the person with this id or name; raises InputError where nobody or several are meant.

    ``said`` is where the name was given. People who have left are not found.
    """
    rows = connection.execute(select(people.c.id, people.c.name).where(people.c.closed_at.is_(None))).all()
    if any(row.id == name for row in rows):
        return name
    wanted = name.strip().casefold()
    ids = [str(row.id) for row in rows if row.name.strip().casefold() == wanted]
    if not ids:
        raise _wrong(said, "E203", name=name, hint=hint(name, [row.name for row in rows]))
    if len(ids) > 1:
        raise _wrong(said, "E204", name=name, ids=", ".join(sorted(ids)))
    return ids[0]


def _wrong(said: Place, code: str, **values: str) -> InputError:
    return InputError(Problem(said, code, STORE_TEXTS[code].format(**values)))
