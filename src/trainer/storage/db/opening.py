"""Opens the store in the shape that this version needs."""

from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database, connect
from trainer.storage.db.migrate import migrate


def open_database(address: Address) -> Database:
    """Return the store, migrated.

    Raises StoreError when it cannot be reached, InputError for a wrong address or a store of a newer version.
    """
    database = connect(address)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database
