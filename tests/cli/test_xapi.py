"""``trainer xapi`` as a mentor sees it."""

import json
from pathlib import Path

import pytest
from sqlalchemy import insert

from tests.cli.conftest import Run
from tests.lrs import SmallLrs
from trainer import wiring
from trainer.storage.db.tables import people
from trainer.storage.safe import SafeStore

AT = "2026-11-22T08:00:00+00:00"
VERDICT = {"score": 80, "grade": 4, "shown": [], "deductions": []}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("TRAINER_DATABASE_URL", "TRAINER_PERSON", "TRAINER_LRS_KEY", "TRAINER_LRS_SECRET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    monkeypatch.setattr("trainer.cli.xapi.time.sleep", lambda _: None)
    store = SafeStore(tmp_path)
    store.append(
        "s", {"kind": "start", "at": AT, "scenario": "courier-pickup", "mode": "exam", "pack": "first-week"}
    )
    store.append(
        "s", {"kind": "answer", "at": AT, "turn": "question", "text": "Да, может.", "verdict": VERDICT}
    )
    store.append("s", {"kind": "finish", "at": AT})
    settle(tmp_path, "text = true")
    return tmp_path


def settle(home: Path, *lines: str) -> None:
    text = "\n".join(["[xapi]", 'home_page = "https://help.example.ru"', *lines])
    (home / "settings.toml").write_text(text, encoding="utf-8")


def test_statements_go_to_a_file_or_to_the_screen(run: Run, home: Path) -> None:
    done = run("xapi", "export")
    assert done.code == 0
    assert [item["verb"]["display"]["en-US"] for item in done.records] == ["answered", "completed", "passed"]
    assert done.records[0]["result"]["response"] == "Да, может."
    assert "Курьер" in json.dumps(done.records, ensure_ascii=False)
    file = home / "out.jsonl"
    assert run("xapi", "export", "-o", file).out == ""
    assert file.read_text("utf-8") == done.out
    settle(home)
    assert "Да, может." not in run("xapi", "export").out


def test_nobody_said_whose_people_these_are(run: Run, home: Path, lrs: SmallLrs) -> None:
    (home / "settings.toml").unlink()
    done = run("xapi", "export")
    assert done.code == 0
    assert "home_page" in done.err
    done = run("xapi", "send", "--to", lrs.url)
    assert done.code == 2
    assert str(home / "settings.toml") in done.err
    assert lrs.asked == 0


def test_sending_ends_well(run: Run, home: Path, lrs: SmallLrs) -> None:
    done = run("xapi", "send", "--to", lrs.url)
    assert (done.code, done.out, done.err) == (0, "Отправлено записей: 3.\n", "")
    assert run("xapi", "send", "--to", lrs.url).out == "Отправлено записей: 0.\n"


def test_sending_that_failed_says_what_to_do(run: Run, home: Path, lrs: SmallLrs) -> None:
    lrs.faults = ["500"] * 2
    done = run("xapi", "send", "--to", lrs.url, "--tries", "2")
    assert done.code == 1
    assert "Ждут отправки: 3 (LRS ответил ошибкой HTTP 500)" in done.err
    lrs.poison = "Да, может."
    done = run("xapi", "send", "--to", lrs.url)
    assert (done.code, done.out) == (1, "Отправлено записей: 2.\n")
    assert "--again" in done.err
    lrs.poison = ""
    assert run("xapi", "send", "--to", lrs.url, "--again").code == 0


def test_nothing_secret_is_ever_said(
    run: Run, home: Path, lrs: SmallLrs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_LRS_KEY", "anna")
    monkeypatch.setenv("TRAINER_LRS_SECRET", "TOP-SECRET")
    lrs.login = "anna:other"
    for faults, code in (([], 2), (["500"] * 5, 1), (["400"] * 9, 1), (["301"], 2)):
        lrs.faults = list(faults)
        done = run("xapi", "send", "--to", lrs.url, "--again", "--debug")
        assert done.code == code, done.err
        for word in ("TOP-SECRET", "YW5uYTp", "SECRET-ANSWER", "Да, может."):
            assert word not in done.out + done.err
    assert "E244" in done.err
    done = run("xapi", "send", "--to", "http://anna:TOP-SECRET@127.0.0.1/")
    assert done.code == 2
    assert "TOP-SECRET" not in done.err
    for path in home.rglob("*"):
        assert not path.is_file() or b"TOP-SECRET" not in path.read_bytes()


def test_a_trainee_does_not_get_what_others_wrote(
    run: Run, home: Path, lrs: SmallLrs, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wiring.database().write() as connection:
        connection.execute(insert(people).values(id="p1", name="Анна", role="trainee"))
    monkeypatch.setenv("TRAINER_PERSON", "p1")
    for words in (("export",), ("send", "--to", lrs.url)):
        done = run("xapi", *words)
        assert (done.code, done.out) == (2, "")
    assert lrs.asked == 0


def test_a_wrong_call_is_told(run: Run, home: Path) -> None:
    for words, text in (
        ((), "export, send"),
        (("sned",), "имели в виду «send»"),
        (("send",), "--to"),
        (("send", "--to", "https://lrs.example.ru", "--tries", "0"), "--tries"),
        (("send", "--to", "https://lrs.example.ru", "--tries", "²"), "--tries"),
        (("send", "--to", "lrs"), "E240"),
        (("export", "-o", home / "no" / "x"), "нет папки"),
    ):
        done = run("xapi", *words)
        assert done.code == 2, words
        assert text in done.err
