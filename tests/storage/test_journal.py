import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from trainer.model.problem import InputError
from trainer.practice.records import Mode
from trainer.practice.replay import Finished
from trainer.storage.home import data_home
from trainer.storage.journal import Journal
from trainer.storage.safe import SafeStore

START = {"kind": "start", "at": "2025-03-01T12:00:00", "scenario": "parcel", "mode": "exam"}
ANSWER = {"kind": "answer", "text": "Да [b]\ud800\r\n\u2028"}


def test_events_come_back_as_they_were(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sessions")
    journal.prepare()
    journal.append("one", START)
    journal.append("one", ANSWER)
    assert list(Journal(tmp_path / "sessions").events("one")) == [START, ANSWER]
    assert journal.events("two") == ()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_can_read(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sessions")
    journal.prepare()
    journal.append("one", START)
    journal.save_draft("one", 0, "текст")
    assert stat.S_IMODE((tmp_path / "sessions").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "sessions").iterdir()} == {0o600}


@pytest.mark.parametrize("torn", [b'{"kind": "answ', b'{"kind": "answer", "text": "\xd0', b"\x00\x00"])
def test_a_torn_last_line_is_left_out_and_cut_off(tmp_path: Path, torn: bytes) -> None:
    Journal(tmp_path).append("one", START)
    with (tmp_path / "one.jsonl").open("ab") as file:
        file.write(torn)
    later = Journal(tmp_path)
    assert list(later.events("one")) == [START]
    later.append("one", ANSWER)
    assert list(later.events("one")) == [START, ANSWER]


def test_a_whole_last_line_without_its_newline_is_kept(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps(START), "utf-8")
    later = Journal(tmp_path)
    assert list(later.events("one")) == [START]
    later.append("one", ANSWER)
    assert list(later.events("one")) == [START, ANSWER]


def test_a_damaged_line_in_the_middle_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text("{}\nчепуха\n{}\n", "utf-8")
    with pytest.raises(InputError, match=r"one\.jsonl:2:1"):
        Journal(tmp_path).events("one")
    assert Journal(tmp_path).unfinished() == []


def test_unfinished_lists_the_latest_first_without_the_finished(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append("old", START)
    journal.save_draft("old", 0, "Здр")
    journal.append("empty", START)
    journal.append("new", {**START, "at": "2025-03-02T12:00:00"})
    journal.append("new", {**ANSWER, "text": '{"kind": "finish"'})
    journal.append("done", START)
    journal.append("done", {"kind": "finish", "at": "2025-03-03T12:00:00"})
    assert [(item.id, item.answers) for item in journal.unfinished()] == [("new", 1), ("old", 0)]


def test_an_id_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    Journal(tmp_path / "in").prepare()
    Journal(tmp_path / "in").append("../../out", START)
    assert [file.name for file in (tmp_path / "in").iterdir()] == ["out.jsonl"]


def test_drafts_are_replaced_and_a_damaged_one_counts_as_none(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.save_draft("one", 0, "Здр")
    journal.save_draft("one", 1, "Здравствуйте")
    assert journal.draft("one") == (1, "Здравствуйте")
    (tmp_path / "one.draft").write_bytes(b"\xff{")
    assert journal.draft("one") == (0, "")


def test_a_home_that_cannot_be_written_falls_back_to_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    store = SafeStore(tmp_path / "file" / "sessions")
    assert "TRAINER_HOME" in store.warning
    store.append("one", START)
    store.save_draft("one", 0, "Здр")
    assert list(store.events("one")) == [START]
    assert store.draft("one") == (0, "Здр")
    assert store.unfinished() == []


def test_a_folder_that_vanishes_on_the_way_is_reported_not_raised(tmp_path: Path) -> None:
    store = SafeStore(tmp_path / "sessions")
    assert store.warning == ""
    (tmp_path / "sessions").rmdir()
    store.append("one", START)
    assert "не сохранится" in store.warning
    assert list(store.events("one")) == [START]


def test_two_windows_do_not_mix_their_answers(tmp_path: Path) -> None:
    one, two = SafeStore(tmp_path), SafeStore(tmp_path)
    one.append("s", START)
    assert len(two.events("s")) == 1
    one.append("s", ANSWER)
    two.append("s", {**ANSWER, "text": "другое"})
    assert "в другом окне" in two.warning
    assert one.warning == ""
    assert [event.get("text") for event in Journal(tmp_path).events("s")] == [None, ANSWER["text"]]


def test_where_the_home_is(tmp_path: Path) -> None:
    assert data_home({"TRAINER_HOME": str(tmp_path)}) == tmp_path
    assert data_home({"XDG_DATA_HOME": str(tmp_path)}, "linux") == tmp_path / "trainer"
    assert data_home({"LOCALAPPDATA": str(tmp_path)}, "win32") == tmp_path / "trainer"
    assert data_home({"XDG_DATA_HOME": "relative"}, "linux") == Path.home() / ".local" / "share" / "trainer"


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
import time
time.sleep(60)
"""


def test_kill_9_loses_nothing(tmp_path: Path) -> None:
    from fakes import LACKS_PRICE, FakeJudge, StillClock, scenario

    from trainer.practice.replay import resume

    fakes = str(Path(__file__).parents[1] / "practice")
    code = TYPIST.format(fakes=fakes, folder=str(tmp_path / "sessions"))
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"typed"
    child.kill() if sys.platform == "win32" else os.kill(child.pid, signal.SIGKILL)
    child.wait()
    store = SafeStore(tmp_path / "sessions")
    (item,) = store.unfinished()
    session = resume(store, item.id, lambda _id: scenario(), FakeJudge(), StillClock())
    assert [attempt.text for attempt in session.kept] == [LACKS_PRICE]
    assert session.line() == "А сколько это стоит?"
    assert session.draft() == "Стоит 2"
    assert [piece.id for piece in session.opened()] == ["order"]


def begun(journal: Journal, session_id: str, at: str, **more: object) -> None:
    journal.append(session_id, {**START, "at": at, **more})


def test_the_latest_session_of_a_scenario_is_found(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sessions")
    journal.prepare()
    begun(journal, "c", "2025-03-01T12:00:00", seed=1)
    begun(journal, "a", "2025-03-02T12:00:00", seed=2)
    begun(journal, "b", "2025-03-03T12:00:00", scenario="other", seed=3)
    (tmp_path / "sessions" / "d.jsonl").write_bytes(b"\xff{\n")
    (tmp_path / "sessions" / "e.jsonl").write_bytes(b"")
    last = journal.last_start("parcel")
    assert last is not None
    assert last["seed"] == 2
    assert journal.last_start("nothing") is None


def test_a_store_that_keeps_nothing_still_knows_the_talks_of_this_process(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = SafeStore(tmp_path / "file")
    assert store.warning
    assert store.last_start("parcel") is None
    store.append("one", {**START, "seed": 7})
    assert store.last_start("parcel") == {**START, "seed": 7}


def test_only_what_was_done_to_its_end_counts_as_finished(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for store in (SafeStore(tmp_path / "sessions"), SafeStore(tmp_path / "file" / "below")):
        store.append("one", START)
        store.append("two", {**START, "scenario": "shop"})
        assert store.finished() == frozenset()
        store.append("two", {"kind": "finish", "at": "2025-03-01T12:00:00"})
        assert store.finished() == {Finished("shop", Mode.EXAM)}
    assert SafeStore(tmp_path / "sessions").finished() == {Finished("shop", Mode.EXAM)}
