"""The clock on the wall, the store, and whose sessions it keeps."""

import os
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from trainer.model.place import NOWHERE, Place
from trainer.model.problem import InputError, Problem
from trainer.packs.problems import visible
from trainer.storage.db.address import address
from trainer.storage.db.errors import StoreError
from trainer.storage.db.versions import check_file
from trainer.storage.safe import SafeStore, home_of, open_database, open_store
from trainer.storage.settings import PERSON_VARIABLE, person_of
from trainer.storage.texts_ru import STORE_TEXTS

if TYPE_CHECKING:
    from trainer.storage.db.engine import Database


class SystemClock:
    """The wall clock with its zone."""

    def now(self) -> datetime:
        """Return the current time."""
        return datetime.now().astimezone()


@cache
def store() -> SafeStore:
    """Return the store of the person who practises.

    Raises InputError for somebody whom nobody knows, and for one whose PIN has not been given.
    """
    found = open_store(os.environ)
    if name := found.guarded():
        where = Place(PERSON_VARIABLE) if os.environ.get(PERSON_VARIABLE) else NOWHERE
        raise InputError(Problem(where, "E206", STORE_TEXTS["E206"].format(name=visible(name))))
    return found


@cache
def database() -> "Database":
    """Return the store as a whole, for whoever works with more than one person's sessions; raises InputError."""
    at = address(home_of(os.environ), os.environ)
    try:
        return open_database(at)
    except StoreError as error:
        raise store_failed(error) from None


def store_failed(error: StoreError) -> InputError:
    """Return the error that the store has failed a command that cannot do without it."""
    where = address(home_of(os.environ), os.environ).label
    return InputError(Problem(Place(where), "E205", STORE_TEXTS["E205"].format(why=error)))


def check_store() -> None:
    """Raise InputError for a store that must not be opened, before a screen is; a file alone is looked at in passing."""
    at = address(home_of(os.environ), os.environ)
    if at.file and person_of(os.environ) is None:
        check_file(at.file)
    else:
        store()


def person_id() -> str:
    """Return the id of the person who practises: «local» where nobody was named. Raises InputError."""
    return store().person


def choose_person(name: str) -> None:
    """Let somebody else practise from here on, by id or name; raises InputError for somebody whom nobody knows."""
    before = os.environ.get(PERSON_VARIABLE)
    os.environ[PERSON_VARIABLE] = name
    store.cache_clear()
    try:
        store()
    except InputError:
        if before is None:
            del os.environ[PERSON_VARIABLE]
        else:
            os.environ[PERSON_VARIABLE] = before
        store.cache_clear()
        raise
