import json
import stat
import sys
from pathlib import Path

import pytest

from trainer.model.problem import InputError
from trainer.storage.home import data_home
from trainer.storage.journal import Journal

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


def test_where_the_home_is(tmp_path: Path) -> None:
    assert data_home({"TRAINER_HOME": str(tmp_path)}) == tmp_path
    assert data_home({"XDG_DATA_HOME": str(tmp_path)}, "linux") == tmp_path / "trainer"
    assert data_home({"LOCALAPPDATA": str(tmp_path)}, "win32") == tmp_path / "trainer"
    assert data_home({"XDG_DATA_HOME": "relative"}, "linux") == Path.home() / ".local" / "share" / "trainer"


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
