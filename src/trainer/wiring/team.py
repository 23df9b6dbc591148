"""People, groups and assignments in the store, for commands and screens."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from trainer.storage.db.errors import StoreError
from trainer.wiring.keeping import database, store_failed

if TYPE_CHECKING:
    from sqlalchemy import Connection


@contextmanager
def team(*, write: bool = False) -> "Iterator[Connection]":
    """Give a connection for reading or writing about the team, all of it or nothing; raises InputError."""
    base = database()
    try:
        with base.write() if write else base.read() as connection:
            yield connection
    except StoreError as error:
        raise store_failed(error) from None
