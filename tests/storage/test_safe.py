"""Nothing that was answered is lost: killed processes, stores that fail, two windows, files of older versions."""

import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert

from tests.postgres import Server
from trainer.model.problem import InputError
from trainer.practice.ports import Event
from trainer.practice.records import Mode
from trainer.practice.replay import Finished
from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import StoreError
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import people
from trainer.storage.db.take_in import waiting
from trainer.storage.journal import Journal
from trainer.storage.safe import SafeStore, open_store
from trainer.storage.side import Side

START = {"kind": "start", "at": "2025-03-01T12:00:00", "scenario": "parcel", "mode": "exam"}
ANSWER = {"kind": "answer", "at": "2025-03-01T12:00:40", "turn": "where", "text": "Да [b]\ud800\r\n\u2028"}
FINISH = {"kind": "finish", "at": "2025-03-01T12:09:00"}


def said(text: str) -> dict[str, object]:
    return {**ANSWER, "text": text, "verdict": {"score": 80, "grade": 4, "shown": [], "deductions": []}}


def texts(events: object) -> list[object]:
    assert isinstance(events, list | tuple)
    return [event.get("text", event["kind"]) for event in events]


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Line:
    """The way to a store that can be cut."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.cut = False
        self.asked = 0

    def __call__(self) -> Database:
        self.asked += 1
        if self.cut:
            raise StoreError("нет связи с сервером")
        return open_database(Address(self.home / "trainer.db"))


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    store = SafeStore(tmp_path)
    store.append("one", START)
    store.append("one", ANSWER)
    store.save_draft("one", 1, "Здр")
    later = SafeStore(tmp_path)
    assert later.warning == ""
    assert list(later.events("one")) == [START, ANSWER]
    assert later.draft("one") == (1, "Здр")
    assert [item.id for item in later.unfinished()] == ["one"]
    assert later.last_start("parcel") == START
    later.append("one", FINISH)
    assert SafeStore(tmp_path).finished() == {Finished("parcel", Mode.EXAM)}


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_can_read(tmp_path: Path) -> None:
    store = SafeStore(tmp_path / "home")
    store.append("one", START)
    files = [file for file in (tmp_path / "home").rglob("*") if file.is_file()]
    assert {"trainer.db", "trainer.db-wal", "trainer.db-shm"} <= {file.name for file in files}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert {
        stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "home", tmp_path / "home" / "side")
    } == {0o700}


def test_a_home_that_cannot_be_written_falls_back_to_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    store = SafeStore(tmp_path / "file" / "home")
    assert "TRAINER_HOME" in store.warning
    assert store.last_start("parcel") is None
    store.append("one", START)
    store.save_draft("one", 0, "Здр")
    assert list(store.events("one")) == [START]
    assert store.draft("one") == (0, "Здр")
    assert store.last_start("parcel") == START
    assert store.unfinished() == []
    store.append("one", FINISH)
    assert store.finished() == {Finished("parcel", Mode.EXAM)}


def test_a_store_that_fails_on_the_way_loses_nothing(tmp_path: Path) -> None:
    watch, line = Watch(), Line(tmp_path)
    store = SafeStore(tmp_path, "", line, watch)
    store.append("one", START)
    store.append("one", said("первое"))
    line.cut = True
    broken(store)
    store.append("one", said("второе"))
    assert "запасной файл" in store.warning
    assert "нет связи" in store.warning
    store.save_draft("one", 2, "Здр")
    assert texts(store.events("one")) == ["start", "первое", "второе"]
    # Another process meanwhile, without the store as well.
    other = SafeStore(tmp_path, "", line, watch)
    assert [(item.id, item.answers) for item in other.unfinished()] == [("one", 2)]
    assert texts(other.events("one")) == ["start", "первое", "второе"]
    assert other.draft("one") == (2, "Здр")
    # The next day.
    line.cut = False
    later = SafeStore(tmp_path)
    assert texts(later.events("one")) == ["start", "первое", "второе"]
    assert later.draft("one") == (2, "Здр")
    assert not waiting(tmp_path)
    assert [file.name.split("~")[0] for file in (tmp_path / "taken").rglob("*.jsonl")] == ["one"]


def broken(store: SafeStore) -> None:
    """Take the store away from under an open connection."""
    assert store._store
    store._store.append = fail  # type: ignore[method-assign]
    store._store.save_draft = fail  # type: ignore[method-assign]


def fail(*_: object) -> None:
    raise StoreError("нет связи с сервером")


def test_a_store_that_is_back_goes_on_in_the_same_process(tmp_path: Path) -> None:
    watch, line = Watch(), Line(tmp_path)
    line.cut = True
    store = SafeStore(tmp_path, "", line, watch)
    store.append("one", START)
    store.append("one", said("первое"))
    assert line.asked == 1
    line.cut, watch.now = False, 10.0
    store.append("one", said("второе"))
    assert line.asked == 1, "it was asked only just"
    watch.now = 40.0
    store.append("one", said("третье"))
    assert (line.asked, store.warning) == (2, "")
    store.append("one", said("четвёртое"))
    assert texts(Line(tmp_path)() and SafeStore(tmp_path).events("one")) == [
        "start", "первое", "второе", "третье", "четвёртое",
    ]  # fmt: skip
    assert len(SafeStore(tmp_path).unfinished()) == 1


def test_side_files_that_were_taken_in_meanwhile_are_begun_anew(tmp_path: Path) -> None:
    watch, line = Watch(), Line(tmp_path)
    line.cut = True
    store = SafeStore(tmp_path, "", line, watch)
    store.append("one", START)
    store.append("one", said("первое"))
    assert texts(SafeStore(tmp_path).events("one")) == ["start", "первое"]
    store.append("one", said("второе"))
    assert texts(SafeStore(tmp_path).events("one")) == ["start", "первое", "второе"]
    assert len(SafeStore(tmp_path).unfinished()) == 1


def test_two_windows_do_not_mix_their_answers_and_lose_none(tmp_path: Path) -> None:
    one, two = SafeStore(tmp_path), SafeStore(tmp_path)
    one.append("s", START)
    assert len(two.events("s")) == 1
    one.append("s", said("первое"))
    two.append("s", said("другое"))
    two.append("s", said("и ещё"))
    assert "в другом окне" in two.warning
    assert one.warning == ""
    one.append("s", said("второе"))
    later = SafeStore(tmp_path)
    found = {tuple(texts(later.events(item.id))) for item in later.unfinished()}
    assert found == {("start", "первое", "второе"), ("start", "другое", "и ещё")}
    two.append("s", said("напоследок"))
    later = SafeStore(tmp_path)
    found = {tuple(texts(later.events(item.id))) for item in later.unfinished()}
    assert found == {("start", "первое", "второе"), ("start", "другое", "и ещё", "напоследок")}


def test_a_locked_store_is_told_and_the_answer_comes_in_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.storage.db.engine._WAIT", 0.05)
    store = SafeStore(tmp_path)
    store.append("one", START)
    other = sqlite3.connect(tmp_path / "trainer.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.save_draft("one", 0, "Здр")
    assert store.warning == "", "a draft that has to wait is no matter for a warning"
    store.append("one", said("первое"))
    assert "долго пишет другая программа" in store.warning
    other.rollback()
    other.close()
    later = SafeStore(tmp_path)
    assert texts(later.events("one")) == ["start", "первое"]
    assert later.draft("one") == (0, "Здр")


def test_old_journals_are_taken_in_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sessions")
    journal.prepare()
    look = {"kind": "look", "at": "2025-03-01T12:00:10", "piece": "order"}
    for event in (START, look, said("первое")):
        journal.append("old", event)
    journal.save_draft("old", 1, "Здр")
    (tmp_path / "sessions" / "bad.jsonl").write_text("{}\nчепуха\n{}\n", "utf-8")
    store = SafeStore(tmp_path)
    assert texts(store.events("old")) == ["start", "look", "первое"]
    assert store.draft("old") == (1, "Здр")
    assert [item.path.name for item in waiting(tmp_path)] == ["bad.jsonl"]
    with open_database(Address(tmp_path / "trainer.db")).read() as connection:
        rows = connection.exec_driver_sql("SELECT looked, seconds FROM answers").all()
    assert [(json.loads(row[0]), row[1]) for row in rows] == [(["order"], 40)]
    # Somebody has brought the file back: nothing comes in twice.
    shutil.copy(tmp_path / "taken" / "sessions" / "old.jsonl", tmp_path / "sessions")
    again = SafeStore(tmp_path)
    assert texts(again.events("old")) == ["start", "look", "первое"]
    assert len(again.unfinished()) == 1


def test_a_process_that_died_while_it_took_in_is_gone_on_from(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sessions")
    journal.prepare()
    journal.append("old", START)
    journal.append("old", said("первое"))
    (tmp_path / "sessions" / "old.jsonl").rename(tmp_path / "sessions" / "old.jsonl.taking")
    assert texts(SafeStore(tmp_path).events("old")) == ["start", "первое"]
    assert not waiting(tmp_path)


def test_a_full_disk_finds_room_for_the_side_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    side = Side(tmp_path, "local")
    side.prepare()
    reserve = tmp_path / "side" / ".reserve"
    assert reserve.stat().st_size > 100_000
    write = Journal.append

    def full(journal: Journal, session_id: str, event: Event) -> None:
        if reserve.exists():
            raise OSError(28, "No space left on device")
        write(journal, session_id, event)

    monkeypatch.setattr(Journal, "append", full)
    side.keep("one", [START, ANSWER])
    assert list(side.events("one")) == [START, ANSWER]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of POSIX")
def test_half_a_line_on_a_full_disk_is_cut_off(tmp_path: Path) -> None:
    code = """
import resource, signal, sys
from pathlib import Path
from trainer.storage.journal import Journal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = Journal(Path(sys.argv[1]))
journal.append("one", {"kind": "start"})
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
try:
    journal.append("one", {"kind": "answer", "text": "x" * 1000})
except OSError as error:
    print(error.errno)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
journal.append("one", {"kind": "finish"})
"""
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "27"
    assert [event["kind"] for event in Journal(tmp_path).events("one")] == ["start", "finish"]


def test_a_person_is_found_by_name_and_has_sessions_of_their_own(tmp_path: Path) -> None:
    with open_database(Address(tmp_path / "trainer.db")).write() as connection:
        connection.execute(
            insert(people),
            [
                {"id": "p1", "name": "Анна Ким", "closed_at": None},
                {"id": "p2", "name": "Олег", "closed_at": "2025-01-01T00:00:00Z"},
                {"id": "p3", "name": "Ира", "closed_at": None},
                {"id": "p4", "name": "Ира", "closed_at": None},
            ],
        )
    environment = {"TRAINER_HOME": str(tmp_path)}
    anna = open_store({**environment, "TRAINER_PERSON": " анна ким "})
    assert anna.person == "p1"
    anna.append("one", START)
    assert open_store(environment).events("one") == ()
    (tmp_path / "settings.toml").write_text('person = "p1"\n', "utf-8")
    assert open_store(environment).events("one") == (START,)
    with pytest.raises(InputError, match=r"TRAINER_PERSON: .*нет человека «Анна Ки»"):
        open_store({**environment, "TRAINER_PERSON": "Анна Ки"})
    with pytest.raises(InputError, match="нет человека «Олег»"):
        open_store({**environment, "TRAINER_PERSON": "Олег"})
    with pytest.raises(InputError, match="p3, p4"):
        open_store({**environment, "TRAINER_PERSON": "Ира"})


def test_somebody_who_is_named_while_the_store_is_gone_gets_the_answers_later(tmp_path: Path) -> None:
    line = Line(tmp_path)
    with line().write() as connection:
        connection.execute(insert(people).values(id="p1", name="Анна Ким / ../.."))
    line.cut = True
    store = SafeStore(tmp_path, "Анна Ким / ../..", line)
    store.append("one", START)
    store.append("one", said("первое"))
    assert {path.parent.parent for path in tmp_path.rglob("*.jsonl")} == {tmp_path / "side"}
    assert SafeStore(tmp_path).events("one") == ()
    assert texts(SafeStore(tmp_path, "p1").events("one")) == ["start", "первое"]


def test_a_store_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    SafeStore(tmp_path)
    with sqlite3.connect(tmp_path / "trainer.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    journal = Journal(tmp_path / "sessions")
    journal.prepare()
    journal.append("old", START)
    with pytest.raises(InputError, match="более новая версия"):
        SafeStore(tmp_path)
    assert len(waiting(tmp_path)) == 1


def test_a_file_that_is_no_store_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "trainer.db").write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    store = SafeStore(tmp_path)
    assert "файл повреждён" in store.warning
    store.append("one", START)
    assert (tmp_path / "trainer.db").read_bytes().startswith(b"not a database")
    assert list(Side(tmp_path, "local").events("one")) == [START]


def test_a_home_that_goes_away_is_noticed_and_nothing_is_lost(tmp_path: Path) -> None:
    store = SafeStore(tmp_path / "home")
    store.append("one", START)
    shutil.rmtree(tmp_path / "home")
    store.append("one", said("первое"))
    assert "удалён или заменён" in store.warning
    assert texts(SafeStore(tmp_path / "home").events("one")) == ["start", "первое"]


def test_a_server_that_dies_and_comes_back_loses_nothing(
    postgres: Server, postgres_url: str, tmp_path: Path
) -> None:
    watch, at = Watch(), Address(url=postgres_url)
    store = SafeStore(tmp_path, "", lambda: open_database(at), watch)
    store.append("one", START)
    store.append("one", said("первое"))
    postgres.stop("immediate")
    try:
        store.save_draft("one", 1, "Здр")
        store.append("one", said("второе"))
        assert "нет связи" in store.warning
        watch.now = 40.0
        store.append("one", said("третье"))
        assert "нет связи" in store.warning
        assert store.draft("one") == (1, "Здр")
    finally:
        postgres.start()
    watch.now = 80.0
    store.append("one", said("четвёртое"))
    assert store.warning == ""
    later = SafeStore(tmp_path / "other machine", "", lambda: open_database(at))
    assert texts(later.events("one")) == ["start", "первое", "второе", "третье", "четвёртое"]
    assert len(later.unfinished()) == 1
    # A connection that died while nobody used it is no reason for a warning.
    postgres.stop("fast")
    postgres.start()
    store.append("one", said("пятое"))
    assert store.warning == ""


def test_a_draft_that_finds_the_store_gone_asks_it_no_more(tmp_path: Path) -> None:
    line = Line(tmp_path)
    store = SafeStore(tmp_path, "", line, Watch())
    store.append("one", START)
    broken(store)
    store.save_draft("one", 0, "З")
    assert "запасной файл" in store.warning
    store.save_draft("one", 0, "Зд")
    assert line.asked == 1
    assert store.draft("one") == (0, "Зд")
    assert SafeStore(tmp_path).draft("one") == (0, "Зд")


TYPIST = """
import sys
sys.path.insert(0, {fakes!r})
from pathlib import Path
from fakes import *
from trainer.practice.records import Mode
from trainer.practice.session import start
from trainer.storage.safe import SafeStore
session = start("s1", scenario(), Mode.TRAINING, FakeJudge(), SafeStore(Path({folder!r})), StillClock())
session.look_up("order")
session.answer(LACKS_PRICE)
session.save_draft("Стоит 2")
print("typed", flush=True)
time.sleep(60)
"""


def test_kill_9_loses_nothing(tmp_path: Path) -> None:
    from fakes import LACKS_PRICE, FakeJudge, StillClock, scenario

    from trainer.practice.replay import resume

    fakes = str(Path(__file__).parents[1] / "practice")
    code = TYPIST.format(fakes=fakes, folder=str(tmp_path / "home"))
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"typed"
    child.kill() if sys.platform == "win32" else os.kill(child.pid, signal.SIGKILL)
    child.wait()
    store = SafeStore(tmp_path / "home")
    (item,) = store.unfinished()
    session = resume(store, item.id, lambda _id: scenario(), FakeJudge(), StillClock())
    assert [attempt.text for attempt in session.kept] == [LACKS_PRICE]
    assert session.line() == "А сколько это стоит?"
    assert session.draft() == "Стоит 2"
    assert [piece.id for piece in session.opened()] == ["order"]


OPENER = """
import sys, time
from pathlib import Path
from trainer.storage.safe import SafeStore
home, me = Path(sys.argv[1]), sys.argv[2]
while not (home / "go").exists():
    time.sleep(0.01)
store = SafeStore(home)
store.append("s" + me, {"kind": "start", "at": "2025-03-01T12:00:00", "scenario": "parcel", "mode": "exam"})
print(store.warning)
"""


def test_several_processes_may_make_the_store_at_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sessions")
    journal.prepare()
    for number in range(20):
        journal.append(f"old{number}", START)
    run = [sys.executable, "-c", OPENER, str(tmp_path)]
    crowd = [subprocess.Popen([*run, str(number)], stdout=subprocess.PIPE, text=True) for number in range(4)]
    (tmp_path / "go").touch()
    assert [child.communicate(timeout=120)[0].strip() for child in crowd] == [""] * 4
    with open_database(Address(tmp_path / "trainer.db")).read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() == 24
    assert not waiting(tmp_path)
