"""backup, restore, doctor and rescore, as a mentor calls them."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from trainer import wiring
from trainer.cli.main import main
from trainer.model.verdict import Reading, Setting, Verdict
from trainer.practice.records import Mode

STORES = Path(__file__).parents[1] / "data" / "stores"
Text = pytest.CaptureFixture[str]


class Blunt:
    """A judge that says the same of everything."""

    muted = frozenset[str]()

    def __init__(self, score: int) -> None:
        self._score = score

    def score(self, text: str, setting: Setting) -> Verdict:
        return Verdict(text, self._score, 3, (), (), (), (), (), {}, ())

    def read(self, text: str) -> Reading:
        return Reading(text)


pytestmark = pytest.mark.usefixtures("home")


def practise(score: int, *texts: str) -> str:
    session = wiring.open_session("courier-pickup", Mode.TRAINING, judge=Blunt(score), seed=1)
    for text in texts:
        session.answer(text)
    return session.id


def test_backup_and_restore(tmp_path: Path, home: Path, capsys: Text) -> None:
    practise(40, "Раз.", "Два.")
    copy = tmp_path / "копия.db"
    assert main(["backup", str(copy)]) == 0
    assert "Занятий 1, ответов 2." in capsys.readouterr().err
    assert main(["backup", str(copy)]) == 2
    assert "C130" in capsys.readouterr().err
    assert main(["backup", str(copy), "--force"]) == 0
    practise(40, "Три.")
    capsys.readouterr()
    assert main(["restore", str(copy)]) == 2
    assert "занятий с более новыми ответами 1, ответов 1" in capsys.readouterr().err
    assert len(wiring.store().unfinished()) == 2
    assert main(["restore", str(copy), "--force"]) == 0
    assert len(wiring.store().unfinished()) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["backup"], "C051"),
        (["backup", "/no/such/folder/copy.db"], "C060"),
        (["restore", "/no/such/copy.db"], "C001"),
        (["restore", __file__], "E210"),
        (["rescore"], "C132"),
        (["rescore", "--all", "--session", "x"], "C132"),
        (["rescore", "--session", "x"], "C133"),
    ],
)
def test_a_wrong_call_is_told(words: list[str], says: str, capsys: Text) -> None:
    assert main(words) == 2
    assert says in capsys.readouterr().err


def test_a_store_that_cannot_be_reached_ends_a_command(monkeypatch: pytest.MonkeyPatch, capsys: Text) -> None:
    monkeypatch.setenv("TRAINER_DATABASE_URL", "postgresql://anna:secret@127.0.0.1:9/trainer")
    for words in (["backup", "x.db"], ["rescore", "--all"]):
        assert main(words) == 2
        told = capsys.readouterr().err
        assert "127.0.0.1:9/trainer" in told
        assert "secret" not in told
    assert main(["doctor"]) == 1
    said = capsys.readouterr()
    assert "нет связи с сервером" in said.out
    assert "secret" not in said.out + said.err


def test_a_healthy_home_is_called_so(home: Path, capsys: Text) -> None:
    assert main(["doctor"]) == 0
    assert "ещё нет" in capsys.readouterr().out
    practise(40, "Раз.")
    assert main(["doctor", "--json"]) == 0
    said = capsys.readouterr()
    records = [json.loads(line) for line in said.out.splitlines()]
    assert {record["about"] for record in records} == {
        "program", "packs", "meaning", "folder", "rights", "store", "side",
    }  # fmt: skip
    assert all(record["well"] for record in records)
    assert "Всё в порядке." in said.err


def test_what_is_wrong_is_found(home: Path, capsys: Text) -> None:
    practise(40, "Раз.")
    (home / "trainer.db").chmod(0o644)
    (home / "sessions").mkdir(mode=0o700)
    (home / "sessions" / "bad.jsonl").write_text("чепуха\n{}\n", "utf-8")
    (home / "sessions" / "bad.jsonl").chmod(0o600)
    with sqlite3.connect(home / "trainer.db") as connection:
        connection.execute("DELETE FROM answers")
    assert main(["doctor"]) == 1
    said = capsys.readouterr()
    wrong = [line for line in said.out.splitlines() if line.startswith("исправить")]
    for name in ("trainer.db открыт другим", "bad.jsonl повреждён", "ответов в событиях 1, в отчётах 0"):
        assert any(name in line for line in wrong), name
    assert "Нужно исправить: 3." in said.err


def test_a_damaged_store_is_found(home: Path, capsys: Text) -> None:
    (home / "trainer.db").write_bytes(b"damaged" * 1000)
    assert main(["doctor"]) == 1
    assert "файл повреждён" in capsys.readouterr().out


def test_old_answers_are_judged_anew_beside_the_old_verdict(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Text
) -> None:
    monkeypatch.setattr("trainer.wiring.judging.build_judge", lambda _shelf: Blunt(90))
    first, second = practise(40, "Раз.", "Два."), practise(100, "Три.")
    events = wiring.store().events(first)
    assert main(["rescore", "--session", first]) == 0
    said = capsys.readouterr()
    assert "question: было 40, стало 90  «Раз.»" in said.out
    assert second not in said.out
    assert "Ответов 2: выше 2, ниже 0, без изменений 0. В среднем было 40, стало 90." in said.err
    assert main(["rescore", "--all", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(item["text"], item["then"]["score"], item["now"]["score"]) for item in records] == [
        ("Раз.", 40, 90), ("Два.", 40, 90), ("Три.", 100, 90),
    ]  # fmt: skip
    assert all(item["engine_version"] and item["hash_pack"] for item in records)
    assert wiring.store().events(first) == events
    with sqlite3.connect(home / "trainer.db") as connection:
        kept = connection.execute("SELECT session_id, number, score FROM rescores ORDER BY id").fetchall()
        assert kept == [(first, 1, 90), (first, 2, 90), (second, 1, 90)]
        assert connection.execute("SELECT score FROM sessions").fetchall() == [(40,), (100,)]


def test_a_session_that_fits_no_scenario_any_more_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Text
) -> None:
    monkeypatch.setattr("trainer.wiring.judging.build_judge", lambda _shelf: Blunt(90))
    known = practise(40, "Раз.")
    store = wiring.store()
    store.append("lost", {"kind": "start", "at": "2025-03-01T12:00:00", "scenario": "gone", "mode": "exam"})
    verdict = {"score": 5, "grade": 1, "shown": [], "deductions": []}
    store.append("lost", {"kind": "answer", "at": "", "turn": "x", "text": "Да", "verdict": verdict})
    assert main(["rescore", "--all"]) == 1
    said = capsys.readouterr()
    assert "lost: не оценить заново: нет сценария «gone»" in said.out
    assert known in said.out


def test_a_series_is_judged_anew(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Text) -> None:
    monkeypatch.setattr("trainer.wiring.judging.build_judge", lambda _shelf: Blunt(90))
    shutil.copytree(STORES / "journals", home / "sessions")
    assert len(wiring.store().unfinished_series()) == 1
    assert main(["rescore", "--all", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    items = [item for item in records if item["scenario"] == "rewrite-officialese"]
    assert [(item["turn"], item["then"]["score"]) for item in items] == [
        ("refund-card", 25), ("water-off", 60), ("water-off", 60),
    ]  # fmt: skip
    assert all(item["now"]["grade"] is None for item in items)
