"""Runs players in processes of their own, each for a bounded time, and looks at what the store has of them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.guards.project import ROOT
from trainer.storage.db.address import address
from trainer.storage.safe import open_database

LONGEST = 180  # seconds


@contextmanager
def player(*words: object) -> "Iterator[subprocess.Popen[str]]":
    """Run one; whatever happens to the test, it is gone at the end."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.player", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait(LONGEST)
        for pipe in (child.stdin, child.stdout, child.stderr):
            if pipe:
                pipe.close()


def said(out: str, word: str) -> list[str]:
    return [line.partition(" ")[2] for line in out.splitlines() if line.partition(" ")[0] == word]


def kept(home: Path, url: str = "") -> list[str]:
    """Return the texts of all answers in the store, and prove that events and rows tell the same."""
    database = open_database(address(home, {"TRAINER_DATABASE_URL": url}))
    try:
        with database.read() as connection:
            texts = [row[0] for row in connection.exec_driver_sql("SELECT text FROM answers ORDER BY id")]
            told = connection.exec_driver_sql(
                "SELECT session_id, number FROM events WHERE kind = 'answer' ORDER BY session_id, number"
            ).all()
            rows = connection.exec_driver_sql(
                "SELECT session_id, number FROM answers ORDER BY session_id, number"
            ).all()
            gaps = connection.exec_driver_sql(
                "SELECT session_id FROM events GROUP BY session_id HAVING count(*) <> max(number) + 1"
            ).all()
            counts = connection.exec_driver_sql(
                "SELECT s.id FROM sessions s WHERE s.answers <> (SELECT count(*) FROM answers a "
                "WHERE a.session_id = s.id AND NOT a.taken_back)"
            ).all()
    finally:
        database.close()
    assert [tuple(row) for row in told] == [tuple(row) for row in rows]
    assert not gaps
    assert not counts
    return texts
