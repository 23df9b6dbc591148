"""Opens the store in the shape that this version needs."""

from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database, connect
from trainer.storage.db.migrate import migrate


def open_database(address: Address, *, copied: bool = False) -> Database:
    """Return the store, migrated; of one in a file that is not ``copied`` already a copy is put beside it before.

    Raises StoreError when it cannot be reached, InputError for a wrong address or a store of a newer version.
    """
    database = connect(address)
    try:
        migrate(database, copied=copied)
    except BaseException:
        database.close()
        raise
    return database
