"""Reports, transcripts and comments as a person meets them: with a store of their own, in this process."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert

from trainer import wiring
from trainer.cli.main import main
from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.opening import open_database
from trainer.storage.db.pins import set_pin
from trainer.storage.db.tables import groups, members, people

Run = Callable[..., tuple[int, str, str]]
VERDICT = {
    "score": 65, "grade": 3, "shown": ["greet"], "missed": [], "violated": ["curt"], "given": [], "missing": [],
    "qualities": {}, "praise": [],
    "deductions": [
        {"standard": "curt", "quality": "initiative", "points": 35, "evidence": [{"start": 0, "end": 2}],
         "why": "Обрывок.", "fix": "Допишите.", "source": "002"},
    ],
}  # fmt: skip
NASTY = "=1+1 <script>alert(1)</script> \x1b[31m[b]"


@pytest.fixture
def database(home: Path) -> Iterator[Database]:
    opened = open_database(Address(home / "trainer.db"))
    yield opened
    opened.close()


def _forget() -> None:
    wiring.store.cache_clear()
    wiring.database.cache_clear()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], database: Database) -> Run:
    def command(*words: str) -> tuple[int, str, str]:
        _forget()
        before = os.environ.get("TRAINER_PERSON")
        try:
            code = main(list(words))
        finally:
            # --person becomes a variable for this process; each call here stands for a process of its own.
            os.environ.pop("TRAINER_PERSON", None)
            if before is not None:
                os.environ["TRAINER_PERSON"] = before
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def team(database: Database) -> Database:
    spring(database)
    talk(database, "anna", "s-anna")
    talk(database, "boris", "s-boris", "exam", end=False)
    return database


def spring(database: Database) -> None:
    """Bring in a mentor and two trainees, one of them in the group «Весна»."""
    with database.write() as connection:
        rows = [
            {"id": "anna", "name": "Анна", "role": "trainee"},
            {"id": "boris", "name": NASTY, "role": "trainee"},
            {"id": "maria", "name": "Мария", "role": "mentor"},
        ]
        connection.execute(insert(people), rows)
        connection.execute(insert(groups).values(id="g", name="Весна"))
        connection.execute(insert(members), [{"group_id": "g", "person_id": "anna"}])


def talk(database: Database, who: str, name: str, mode: str = "training", *, end: bool = True) -> None:
    store, at = EventStore(database, who), "2026-11-10T12:00:00Z"
    about = {"scenario": "courier-pickup", "mode": mode, "pack": "first-week"}
    store.append(name, {"kind": "start", "at": at, **about})
    store.append(name, {"kind": "answer", "at": at, "turn": "question", "text": NASTY, "verdict": VERDICT})
    if end:
        store.append(name, {"kind": "finish", "at": at, "ending": "good"})


def test_an_empty_store_says_so_in_every_form(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("report")
    assert (code, "ответов за это время нет" in out) == (0, True)
    for form in ("csv", "json", "html"):
        assert run("report", "--format", form)[0] == 0
    assert run("transcript")[:2] == (0, "Разговоров с ответами пока нет.\n")


def test_a_mentor_sees_everybody(run: Run, team: Database) -> None:
    code, out, _ = run("--person", "Мария", "report")
    assert code == 0
    assert "Все ученики" in out
    assert "Анна" in out
    assert "Обрывочный ответ" in out
    assert "\x1b" not in out
    data = json.loads(run("--person", "Мария", "report", "--format", "json")[1])
    assert [one["id"] for one in data["people"] if one["answers"]] == ["boris", "anna"]
    assert data["standards"][0] == {
        "id": "curt", "title": "Обрывочный ответ", "quality": "initiative", "points": 35.0, "lost": 2, "shown": 0,
    }  # fmt: skip


def test_a_trainee_sees_only_their_own(run: Run, team: Database) -> None:
    data = json.loads(run("--person", "Анна", "report", "--format", "json")[1])
    assert [one["id"] for one in data["people"]] == ["anna"]
    for words in (
        ("report", "--person", "boris"),
        ("report", "--group", "Весна"),
        ("transcript", "--person", "boris"),
    ):
        code, out, err = run("--person", "Анна", *words)
        assert (code, out) == (2, "")
        assert "чужие записи видит только наставник" in err
    assert [line.split()[0] for line in run("--person", "Анна", "transcript")[1].splitlines()] == ["s-anna"]
    code, out, err = run("--person", "Анна", "transcript", "s-boris")
    assert (code, out) == (2, "")
    assert "нет разговора" in err
    code, _, err = run("--person", "Анна", "comment", "s-anna", "1", "--kind", "essential", "Ого")
    assert code == 2
    assert "Анна" in err


def test_who_is_alone_is_everything_at_once(run: Run, database: Database) -> None:
    talk(database, "local", "s-me")
    assert run("comment", "s-me", "1", "--kind", "informative", "Себе", "на", "память")[0] == 0
    assert "я, к сведению: Себе на память" in run("transcript", "s-me")[1]


def test_a_report_is_about_a_group_a_pack_and_days(run: Run, team: Database) -> None:
    def asked(*words: str) -> dict[str, object]:
        return json.loads(run("--person", "maria", "report", "--format", "json", *words)[1])

    assert (asked("--group", "весна")["title"], asked("--group", "g")["answers"]) == ("Группа «Весна»", 1)
    assert asked("--pack", "first-week")["answers"] == 2
    assert asked("--from", "2026-11-11")["answers"] == 0
    assert asked("--from", "2026-11-10", "--to", "2026-11-10")["answers"] == 2
    assert asked("--person", "anna")["title"] == "Анна"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--pack", "frist-week"), "нет набора «frist-week»"),
        (("--group", "Осень"), "нет группы «Осень»"),
        (("--person", "Ана"), "нет человека «Ана»"),
        (("--from", "вчера"), "нужен день вида 2026-11-01"),
        (("--from", "2026-02-30"), "нужен день вида"),
        (("--from", "2026-03-02", "--to", "2026-03-01"), "--from позже, чем --to"),
        (("--person", "Анна", "--group", "Весна"), "вместе не работают"),
        (("--format", "xls"), "не подходит"),
        (("-o", "/nowhere/at/all.html"), "файл не записался"),
    ],
)
def test_a_wrong_call_is_told(run: Run, team: Database, words: tuple[str, ...], told: str) -> None:
    code, out, err = run("--person", "Мария", "report", *words)
    assert (code, out) == (2, "")
    assert told in err


def test_a_file_tells_its_form_by_its_name(run: Run, team: Database, tmp_path: Path) -> None:
    for name, begins in (
        ("r.html", "<!DOCTYPE html>"),
        ("r.csv", "\ufeffУченик;"),
        ("r.json", "{"),
        ("r.txt", "Все"),
    ):
        code, out, err = run("--person", "Мария", "report", "-o", str(tmp_path / name))
        assert (code, out) == (0, "")
        assert "Записано" in err
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.startswith(begins)
        assert "<script" not in text or name in ("r.json", "r.csv", "r.txt")
        assert "\x1b" not in text
        assert ";=1" not in text


def test_a_transcript_has_verdict_and_comments(run: Run, team: Database) -> None:
    kinds = {"essential": "важно исправить", "celebratory": "похвала"}
    for kind in kinds:
        assert (
            run("--person", "Мария", "comment", "s-anna", "1", "--kind", kind, f"{kind} \x1b[2J[/]")[0] == 0
        )
    code, out, _ = run("--person", "Анна", "transcript", "s-anna")
    assert code == 0
    assert "\x1b" not in out
    assert "Клиент: " in out
    assert "Минус 35: Обрывочный ответ" in out
    for kind, word in kinds.items():
        assert f"Мария, {word}: {kind} ␛[2J[/]" in out
    record = json.loads(run("--person", "Мария", "transcript", "s-anna", "--json")[1])
    assert [item["kind"] for item in record["turns"][0]["comments"]] == list(kinds)
    assert record["turns"][0]["score"] == 65
    assert record["comments"] == 2


def test_an_exam_that_goes_on_keeps_its_verdicts_from_its_trainee(run: Run, team: Database) -> None:
    out = run("--person", "boris", "transcript", "s-boris")[1]
    assert "когда экзамен закончится" in out
    assert "Минус" not in out
    assert (
        "score" not in run("--person", "boris", "transcript", "s-boris", "--json")[1].partition('"turns"')[2]
    )
    assert "Минус 35" in run("--person", "Мария", "transcript", "s-boris")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("s-anna", "2", "--kind", "essential", "Ого"), "в разговоре нет ответа 2: ответов 1"),
        (("s-anna", "0", "--kind", "essential", "Ого"), "нужно целое от 1"),
        (("s-anna", "раз", "--kind", "essential", "Ого"), "нужно целое от 1"),
        (("s-anna", "1", "--kind", "essential", "  "), "комментарий пуст"),
        (("s-anna", "1", "--kind", "essential", "о" * 2001), "длиннее 2000"),
        (("s-anna", "1", "--kind", "rude", "Ого"), "не подходит"),
        (("s-anna", "1", "Ого"), "не хватает: --kind"),
        (("nothing", "1", "--kind", "essential", "Ого"), "нет разговора «nothing»"),
    ],
)
def test_a_wrong_comment_is_told(run: Run, team: Database, words: tuple[str, ...], told: str) -> None:
    code, out, err = run("--person", "Мария", "comment", *words)
    assert (code, out) == (2, "")
    assert told in err


def test_news_are_told_until_they_are_read(run: Run, team: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--person", "Мария", "comment", "s-anna", "1", "--kind", "celebratory", "Здорово")

    def news(who: str) -> list[tuple[str, int, str]]:
        monkeypatch.setenv("TRAINER_PERSON", who)
        _forget()
        return [(item.session, item.count, item.author) for item in wiring.HouseRecords().news()]

    assert news("anna") == [("s-anna", 1, "Мария")]
    wiring.HouseRecords().transcript("s-anna")
    assert news("anna") == []
    run("--person", "Мария", "transcript", "s-anna")
    assert news("boris") == []


def test_a_mentor_with_a_pin_is_asked_for_it(
    run: Run, team: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with team.write() as connection:
        set_pin(connection, "maria", "4321")
    monkeypatch.delenv("TRAINER_PIN", raising=False)
    for words in (
        ("report",),
        ("transcript", "s-anna"),
        ("comment", "s-anna", "1", "--kind", "essential", "Ого"),
    ):
        code, out, _ = run("--person", "Мария", *words)
        assert (code, out) == (2, "")
    monkeypatch.setenv("TRAINER_PIN", "4321")
    assert run("--person", "Мария", "transcript", "s-anna")[0] == 0
