"""Brings the store to the shape that this version of the program needs; forward only."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from trainer.storage.db.errors import told
from trainer.storage.db.versions import MIGRATIONS, TABLE, newer, newest

if TYPE_CHECKING:
    from trainer.storage.db.engine import Database

# Any number will do as long as nobody else on the server takes it: «trainer» in ASCII.
_LOCK = 0x747261696E6572


def version(connection: Connection) -> str:
    """Return the version of a store, empty for a new one."""
    if not inspect(connection).has_table(TABLE):
        return ""
    return str(connection.execute(text(f"SELECT version_num FROM {TABLE}")).scalar() or "")


def migrate(database: "Database", *, copied: bool = False) -> None:
    """Migrate if that is due, one process at a time; unless it is a copy itself, a file is copied before.

    Raises StoreError, and InputError for a store that a newer version of the program has written.
    """
    with database.read() as connection:
        if not _is_due(connection, database.address.label):
            return
    with told(), database.engine.connect() as connection:
        if database.on_server:
            with connection.begin():
                # Large tables may take their time, and so may whoever is migrating already.
                connection.execute(text("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                _upgrade(connection, database.address.label)
        else:
            assert database.address.file
            _migrate_file(connection, database.address.file, copied=copied)


def _migrate_file(connection: Connection, path: Path, *, copied: bool) -> None:
    # Tables that are built anew must not drag away what refers to them. Only outside of a transaction can it be told.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.execution_options(trainer_write="patient").begin():
            if not copied and (found := version(connection)) and _is_due(connection, str(path)):
                from trainer.storage.db.outgrown import keep_outgrown

                keep_outgrown(path, found)
            _upgrade(connection, str(path))
            broken = connection.execute(text("PRAGMA foreign_key_check")).first()
            assert broken is None, f"a migration broke a reference: {broken}"
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def _is_due(connection: Connection, label: str) -> bool:
    found = version(connection)
    if found > newest():
        raise newer(label)
    return found != newest()


def _upgrade(connection: Connection, label: str) -> None:
    # Whoever held the lock before may have done it.
    if not _is_due(connection, label):
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
