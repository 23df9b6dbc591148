"""A PostgreSQL server for the tests: started in a folder of its own, reached through a socket only, stopped at the end."""

import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

_ABSENT = "no PostgreSQL server: install Debian's package postgresql"
# Where Debian keeps the programs of the server, the newest first.
_DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name, reverse=True)


def _program(name: str) -> str | None:
    return shutil.which(name) or next((str(path / name) for path in _DEBIAN if (path / name).exists()), None)


class Server:
    """A running server; ``database`` makes an empty database and returns its URL."""

    def __init__(self, folder: Path, connections: int = 100, *, safe: bool = False) -> None:
        """``safe`` waits for the disk at each commit, as a server in earnest does; tests can do without."""
        self.folder = folder
        self.more = f"-c max_connections={connections} -c fsync={'on' if safe else 'off'}"
        self.data = folder / "data"

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' {self.more}"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.data), "-w", "-t", "180", "-l", log, "-o", options, "start")

    def stop(self, how: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", how, "stop")

    def make(self) -> None:
        words = [
            "-D",
            str(self.data),
            "-U",
            "trainer",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]
        self._run("initdb", *words)
        self.start()

    def database(self) -> str:
        import psycopg

        name = f"test_{secrets.token_hex(6)}"
        where = f"host={self.folder} user=trainer dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        return f"postgresql+psycopg://trainer@/{name}?host={quote(str(self.folder), safe='')}"

    def _run(self, name: str, *words: str) -> None:
        program = _program(name)
        assert program
        done = subprocess.run(
            [*_as_nobody(), program, *words],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            # Not a pipe: the server would hold its other end for as long as it runs.
            stdout=(self.folder / "out").open("wb"),
            stderr=subprocess.STDOUT,
        )
        assert done.returncode == 0, (self.folder / "out").read_text(encoding="utf-8", errors="replace")


def _as_nobody() -> list[str]:
    """Return what makes a command run as an ordinary user: PostgreSQL refuses to run as root."""
    if not _is_root():
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server of the tests; they are skipped where none is installed, but never in continuous integration."""
    pytest.importorskip("psycopg")
    if not (_program("initdb") and _program("pg_ctl")):
        assert not re.fullmatch("1|true", os.environ.get("CI", "")), _ABSENT
        pytest.skip(_ABSENT)
    with running() as server:
        yield server


@contextmanager
def running(connections: int = 100, *, safe: bool = False) -> Iterator[Server]:
    """Start a server in a folder of its own; both are gone at the end."""
    # A short path: the name of a socket may have a hundred letters.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if _is_root():
        shutil.chown(folder, "postgres", "postgres")
    server = Server(folder, connections, safe=safe)
    try:
        server.make()
        yield server
    finally:
        if (server.data / "postmaster.pid").exists():
            server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: Server) -> str:
    """The address of an empty database."""
    return postgres.database()
