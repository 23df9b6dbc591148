"""Examines a store without changing it."""

import contextlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from trainer.storage.db.address import Address
from trainer.storage.db.engine import connect
from trainer.storage.db.migrate import version
from trainer.storage.db.tables import answers, events, people, sessions
from trainer.storage.db.versions import newest
from trainer.storage.doctor_texts_ru import DOCTOR

Said = tuple[str, bool]
"""What is to be said, and whether that is as it should be."""


def examined(address: Address) -> Iterator[Said]:
    """Yield how the store is; raises StoreError and InputError where it cannot even be opened."""
    database = connect(address)
    with contextlib.closing(database), database.read() as connection:
        found = version(connection)
        yield DOCTOR["where"].format(where=address.label), True
        yield _of_version(found)
        if not database.on_server:
            yield from _of_file(connection)
        if found == newest():
            yield from _of_rows(connection)


def _of_version(found: str) -> Said:
    if not found:
        return DOCTOR["empty-version"], True
    name = "version" if found == newest() else "old-version" if found < newest() else "newer-version"
    return DOCTOR[name].format(found=found, newest=newest()), found <= newest()


def _of_file(connection: Connection) -> Iterator[Said]:
    whole = connection.execute(text("PRAGMA integrity_check(1)")).scalar()
    name = "whole" if whole == "ok" else "broken"
    yield DOCTOR[name].format(what=whole), whole == "ok"
    if loose := len(connection.execute(text("PRAGMA foreign_key_check")).all()):
        yield DOCTOR["loose-rows"].format(count=loose), False
    if (mode := connection.execute(text("PRAGMA journal_mode")).scalar()) != "wal":
        yield DOCTOR["not-wal"].format(mode=mode), False


def _of_rows(connection: Connection) -> Iterator[Said]:
    counts = {table.name: select(func.count()).select_from(table) for table in (people, sessions, answers)}
    found = {name: connection.execute(query).scalar_one() for name, query in counts.items()}
    yield DOCTOR["size"].format(**found), True
    answered = select(func.count()).select_from(events).where(events.c.kind.in_(("answer", "done")))
    told = connection.execute(answered).scalar_one()
    name = "one-story" if told == found["answers"] else "two-stories"
    yield DOCTOR[name].format(events=told, rows=found["answers"]), told == found["answers"]
