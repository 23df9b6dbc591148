"""The store as a whole: copied to a file and brought back."""

import os
from contextlib import suppress
from pathlib import Path

from trainer.storage.copies import Copied, Lost
from trainer.storage.db.address import address
from trainer.storage.db.errors import StoreError
from trainer.storage.safe import home_of
from trainer.wiring.keeping import database, store, store_failed


def backup(path: Path) -> Copied:
    """Write a copy of the store, with what waits beside it; raises InputError and OSError."""
    from trainer.storage.db.copying import save
    from trainer.storage.db.known_copies import note_copy
    from trainer.storage.db.restoring import counted
    from trainer.storage.db.take_in import take_in

    found = database()
    try:
        take_in(found, home_of(os.environ))
        save(found, path)
        with suppress(OSError):
            note_copy(home_of(os.environ), path)
        with found.read() as connection:
            return counted(connection)
    except StoreError as error:
        raise store_failed(error) from None


def restore(path: Path, force: bool = False) -> Copied | Lost:
    """Put a copy in the place of the store, or return what would be lost by that; raises InputError."""
    from trainer.storage.db.restoring import restore as put_back

    at = address(home_of(os.environ), os.environ)
    try:
        return put_back(path, at, force=force)
    except StoreError as error:
        raise store_failed(error) from None
    finally:
        store.cache_clear()
        database.cache_clear()
