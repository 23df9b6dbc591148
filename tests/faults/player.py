"""People who answer, in processes of their own: ``python -m tests.faults.player HOW HOME …``; URL may be empty.

``crowd HOME URL SESSIONS PERSON…``: each person answers in a thread; «shown TEXT» after each verdict, «warned TEXT».
``type HOME URL STEP``: one person types and answers until killed at step STEP of what is written, or by somebody else.
``whole HOME``: one whole session from its start to its end under HOME/0, told in HOME/0.txt, its commits counted; then the
same under HOME/N, killed at the N-th moment before or after a commit, for each N; «moments N» says how many there are.
``full HOME BYTES``: answers, then once more when no file may grow beyond its size plus BYTES.
``lock FILE``: locks a store of SQLite until standard input ends.
"""

import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.practice.fakes import BYE, FULL, LACKS_PRICE, NOTE, FakeJudge, StillClock, scenario
from trainer.practice.ports import Store
from trainer.practice.records import Mode
from trainer.practice.session import Session, start
from trainer.storage.db.address import address
from trainer.storage.safe import SafeStore, open_database

_LONGEST = 120  # seconds; nobody waits for ever
_SPEAKING = threading.Lock()


def say(*words: object) -> None:
    with _SPEAKING:
        print(*words, flush=True)


def store_of(home: Path, url: str = "", person: str = "") -> SafeStore:
    at = address(home, {"TRAINER_DATABASE_URL": url})
    return SafeStore(home, person, lambda: open_database(at))


def begin(store: Store, name: str) -> Session:
    return start(name, scenario(), Mode.TRAINING, FakeJudge(), store, StillClock())


def crowd(home: Path, url: str, sessions: int, people: list[str]) -> None:
    threads = [threading.Thread(target=_person, args=(home, url, sessions, person)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(_LONGEST)


def _person(home: Path, url: str, sessions: int, person: str) -> None:
    end = time.monotonic() + _LONGEST
    say("ready", person)
    while not (home.parent / "go").exists() and time.monotonic() < end:
        time.sleep(0.01)
    store = store_of(home, url, person)
    for number in range(sessions):
        session = begin(store, f"s-{person}-{number}")
        for turn in range(2):
            text = f"{LACKS_PRICE} {person}/{number}/{turn}"
            session.answer(text)
            say("shown", text)
            if turn == 0:
                session.retry()
    if store.warning:
        say("warned", store.warning)


def type_until_killed(home: Path, url: str, step: int) -> None:
    store = store_of(home, url)
    session = begin(store, "s")
    if step:
        _trap(step)
    for number in range(200):
        text = f"{LACKS_PRICE} {number}"
        session.save_draft(text)
        say("typed", text)
        session.answer(text)
        say("shown", text)
        session.retry()


def whole(home: Path) -> None:
    moments = _apart(home, 0)
    say("moments", moments)
    for moment in range(1, moments + 1):
        assert _apart(home, moment) == -signal.SIGKILL


def _apart(home: Path, moment: int) -> int:
    """Play in a process of its own; return how many moments there were, or how it died."""
    (home / str(moment)).mkdir(mode=0o700)
    shutil.copy(home / "empty.db", home / str(moment) / "trainer.db")
    child = os.fork()
    if not child:
        sys.stdout = (home / f"{moment}.txt").open("w", encoding="utf-8")
        os._exit(_play(home / str(moment), moment))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _play(home: Path, moment: int) -> int:
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    from trainer.storage.db.engine import Database

    store = store_of(home)
    count = 0

    def passed(*_: object) -> None:
        nonlocal count
        count += 1
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    plain = Database.write

    @contextmanager
    def watched(self: Database, *, light: bool = False) -> Iterator[Any]:
        with plain(self, light=light) as connection:
            yield connection
        passed()

    event.listen(Engine, "commit", passed)
    Database.write = watched  # type: ignore[method-assign]
    session = begin(store, "s")
    session.look_up("order")
    for number, text in enumerate((f"{LACKS_PRICE} раз", FULL, BYE)):
        say("typed", text)
        session.save_draft(text)
        session.answer(text)
        say("shown", text)
        if number == 0:
            session.retry()
    session.note(NOTE)
    session.finish()
    say("finished", session.id)
    return count


def _trap(step: int) -> None:
    """Die at the given step, counting each write before and after, and each commit before and after."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    from trainer.storage.db.event_store import EventStore

    steps = iter(range(1, step + 1))

    def hit() -> None:
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(("INSERT", "UPDATE")):
            hit()

    for moment in ("before_cursor_execute", "after_cursor_execute"):
        event.listen(Engine, moment, around)
    event.listen(Engine, "commit", lambda _: hit())
    for name in ("append", "save_draft"):
        _hit_after(EventStore, name, hit)


def _hit_after(kind: Any, name: str, hit: Any) -> None:
    plain = getattr(kind, name)

    def wrapped(*words: Any) -> Any:
        found = plain(*words)
        hit()
        return found

    setattr(kind, name, wrapped)


def full(home: Path, more: int) -> None:
    import resource

    store = store_of(home)
    session = begin(store, "s")
    session.answer(f"{LACKS_PRICE} до")
    say("shown", f"{LACKS_PRICE} до")
    session.retry()
    largest = max(path.stat().st_size for path in home.glob("trainer.db*"))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + more, hard))
    for number in range(30):
        session.answer(f"{LACKS_PRICE} полон {number} " + "слово " * 300)
        say("shown", f"{LACKS_PRICE} полон {number} " + "слово " * 300)
        session.retry()
    session.save_draft("Недописа")
    say("warned", store.warning)


def lock(file: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    say("locked")
    sys.stdin.read()
    connection.rollback()
    connection.close()


def main(how: str, *words: str) -> None:
    if how == "crowd":
        crowd(Path(words[0]), words[1], int(words[2]), list(words[3:]))
    elif how == "type":
        type_until_killed(Path(words[0]), words[1], int(words[2]))
    elif how == "whole":
        whole(Path(words[0]))
    elif how == "full":
        full(Path(words[0]), int(words[1]))
    else:
        lock(Path(words[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
