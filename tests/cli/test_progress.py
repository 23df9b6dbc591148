"""``trainer progress`` as a person meets it: with a store of their own, in this process."""

import json

from sqlalchemy import insert

from tests.cli.test_records import NASTY, Run, database, run, talk
from trainer.storage.db.engine import Database
from trainer.storage.db.tables import people

__all__ = ["database", "run"]


def test_an_empty_history_is_told_kindly(run: Run) -> None:
    for words in (("progress",), ("progress", "--plain")):
        code, out, err = run(*words)
        assert (code, err) == (0, "")
        assert "Пока здесь пусто" in out
    assert json.loads(run("progress", "--json")[1])["answers"] == 0


def test_everything_is_in_every_form(run: Run, database: Database) -> None:
    talk(database, "local", "s1")
    code, table, _ = run("progress")
    assert code == 0
    for text in (
        "Восемь качеств",
        "Активность",
        "слабое место",
        "Обрывочный ответ",
        "Дни занятий",
        "Переписать",
    ):
        assert text in table
    plain = run("progress", "--plain")[1]
    assert "1. Обрывочный ответ: 35,0 балла на ответ, снимали" in plain
    told = json.loads(run("progress", "--json")[1])
    assert told["costly"] == ["curt"]
    assert told["half_life_weeks"] == 3
    assert {one["form"] for one in told["gains"]} >= {"rewrite", "spot"}
    assert [one["id"] for one in told["qualities"]]
    assert len(told["qualities"]) == 8


def test_others_are_for_mentors_only(run: Run, database: Database) -> None:
    with database.write() as connection:
        rows = [
            {"id": "anna", "name": NASTY, "role": "trainee"},
            {"id": "boris", "name": "Борис", "role": "trainee"},
            {"id": "maria", "name": "Мария", "role": "mentor"},
        ]
        connection.execute(insert(people), rows)
    talk(database, "anna", "s1")
    code, out, _ = run("--person", "maria", "progress", "--person", "anna")
    assert code == 0
    assert "Обрывочный ответ" in out
    assert "\x1b" not in out
    code, out, err = run("--person", "Борис", "progress", "--person", "anna")
    assert (code, out) == (2, "")
    assert "доступно только своё" in err
    assert "Пока здесь пусто" in run("--person", "Борис", "progress")[1]


def test_wrong_calls_are_refused(run: Run) -> None:
    assert run("progress", "--plain", "--json")[0] == 2
    assert run("progress", "лишнее")[0] == 2
    assert "нет человека" in run("progress", "--person", "Нету")[2]
