"""Opens the store and hands out connections."""

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from trainer.storage.db.address import Address, refused
from trainer.storage.db.errors import StoreError, told
from trainer.storage.db.values import to_json
from trainer.storage.home import private_folder
from trainer.storage.texts_ru import STORE_REASONS

_WAIT = 5.0  # seconds for somebody else's write to end
_WAITS = {"light": 0.25, "patient": 30.0}  # for a draft, while somebody is typing; for a migration
_STEP = 0.05  # seconds that SQLite waits by itself before it gives up
_PAUSE = (0.002, 0.02)  # seconds between two tries
# Seconds and milliseconds after which a server counts as gone.
_SERVER: dict[str, Any] = {
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,
    "application_name": "trainer",
    "options": f"-c lock_timeout={_WAIT:.0f}s -c statement_timeout=30000 -c timezone=UTC",
}


class Database:
    """The store, opened. ``read`` and ``write`` give a connection in a transaction; all raise StoreError."""

    def __init__(self, address: Address, engine: Engine) -> None:
        self.address = address
        self.engine = engine
        self._identity = _identity(address.file)

    @property
    def on_server(self) -> bool:
        """Whether the store is on a PostgreSQL server."""
        return self.address.file is None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store."""
        with told(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self, *, light: bool = False) -> Iterator[Connection]:
        """Give a connection that writes: all of it is kept when the block ends well, or nothing.

        On the disk when this returns; ``light`` outlives the process but not a power cut, and waits only briefly.
        """
        if _identity(self.address.file) != self._identity:
            # Written into a file that has been deleted or replaced, an answer would vanish without a word.
            raise StoreError(STORE_REASONS["moved"])
        kind = "light" if light else "full"
        with told(), self.engine.execution_options(trainer_write=kind).begin() as connection:
            yield connection

    def close(self) -> None:
        """Give back what the connections hold."""
        self.engine.dispose()


def connect(address: Address) -> Database:
    """Return the store as it is, whatever its version; raises StoreError and InputError."""
    with told():
        engine = _file_engine(address.file) if address.file else _server_engine(address.url)
    return Database(address, engine)


def _identity(path: Path | None) -> tuple[int, int] | None:
    try:
        about = path.stat() if path else None
    except OSError:
        return None
    return (about.st_dev, about.st_ino) if about else None


def _file_engine(path: Path) -> Engine:
    private_folder(path.parent)
    # Made here, so that nobody else may read it from the first moment; its companions take over these rights.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    # Named, for without a file in its address SQLAlchemy takes the pool for stores in memory: with more than five threads
    # that one closes connections which others are using.
    pool: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 2, "max_overflow": -1}
    engine = create_engine("sqlite://", creator=lambda: _file_connection(path), **pool, **_common())
    event.listen(engine, "begin", _begin_on_file)
    return engine


def _file_connection(path: Path) -> Any:
    import sqlite3

    # The transactions are begun by hand, see below: the driver's own way would not cover reads.
    found = sqlite3.connect(path, timeout=_STEP, isolation_level=None, check_same_thread=False)
    # Of a new file only one process at a time can make one of this mode.
    _patiently(lambda: found.execute("PRAGMA journal_mode=WAL"), _WAITS["patient"])
    found.execute("PRAGMA foreign_keys=ON")
    return found


def _begin_on_file(connection: Connection) -> None:
    kind = connection.get_execution_options().get("trainer_write", "")
    connection.exec_driver_sql(f"PRAGMA synchronous={'NORMAL' if kind == 'light' else 'FULL'}")
    driver = connection.connection.driver_connection
    assert driver is not None
    # The lock is taken before anything is read: nobody can come between a look and a write.
    begin = "BEGIN IMMEDIATE" if kind else "BEGIN"
    try:
        driver.execute(f"PRAGMA busy_timeout={_STEP * 1000:.0f}")
        _patiently(lambda: driver.execute(begin), _WAITS.get(kind, _WAIT))
        # Whatever else there may be to wait for, such as the recovery after a crash, SQLite waits for by itself.
        driver.execute(f"PRAGMA busy_timeout={_WAIT * 1000:.0f}")
    except driver.Error as error:
        raise DBAPIError.instance(begin, None, error, driver.Error, hide_parameters=True) from None


def _patiently(action: Callable[[], object], wait: float) -> None:
    """Do something with a file that others write as well, for ``wait`` seconds if need be.

    SQLite itself waits longer and longer, so that whoever has waited long is the last to be served.
    """
    import sqlite3

    deadline = time.monotonic() + wait
    while True:
        try:
            action()
            return
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(random.uniform(*_PAUSE))


def _server_engine(url: str) -> Engine:
    try:
        # A pool of one: fifty machines share the connections of one server.
        more: dict[str, Any] = {"pool_pre_ping": True, "pool_size": 1, "max_overflow": 3}
        engine = create_engine(url, connect_args=_SERVER, **more, **_common())
    except (ArgumentError, ValueError):
        raise refused("E200") from None
    except ImportError:
        raise refused("E201") from None
    event.listen(engine, "begin", _begin_on_server)
    return engine


def _begin_on_server(connection: Connection) -> None:
    if connection.get_execution_options().get("trainer_write") == "light":
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")


def _common() -> dict[str, Any]:
    # Messages of errors would quote the answers of people.
    return {"hide_parameters": True, "json_serializer": to_json}
