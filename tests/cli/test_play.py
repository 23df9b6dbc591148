import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.fakes import SCENARIO, TOOLS
from trainer.cli.main import main

FULL = "Добрый день! Доставка стоит 250 ₽."


def answers(folder: Path, *rows: object) -> Path:
    file = folder / "answers.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def test_each_line_answers_the_next_client_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers.txt"
    file.write_text(f"{FULL}\r\n\nЗдравствуйте, привезём\n", encoding="utf-8")
    done = run("play", "shop", "--answers", file, "--json")
    (fields,) = done.records
    assert done.code == 0
    assert [(turn["id"], turn["turn"], turn["score"]) for turn in fields["turns"]] == [
        ("1", "first", 100),
        ("3", "second", 100),
    ]
    assert fields["turns"][1]["client"] == "А завтра привезёте?"
    assert fields["turns"][1]["mood"] == "pleased"
    assert (fields["ending"], fields["score"], fields["qualities"]) == ("good", 100, {"goodwill": 100})


def test_an_ending_is_not_reached_when_the_answers_run_out(run: Run, tmp_path: Path) -> None:
    done = run("play", "shop", "--answers", answers(tmp_path, {"text": "Добрый день!"}), "--json")
    assert done.code == 1
    assert done.records[0]["ending"] == ""
    assert done.records[0]["turns"][0]["next"] == "first"
    assert "клиент ждёт: «А сколько стоит?» (шаг first)" in done.err


def test_a_record_with_a_turn_answers_it_whenever_it_comes_up(run: Run, tmp_path: Path) -> None:
    file = answers(
        tmp_path,
        {"id": "в", "turn": "second", "text": "Здравствуйте"},
        {"id": "а", "turn": "first", "text": "Добрый день!"},
        {"id": "б", "turn": "first", "text": "250"},
    )
    (fields,) = run("play", "shop", "--answers", file, "--json").records
    assert [(turn["id"], turn["turn"]) for turn in fields["turns"]] == [
        ("а", "first"),
        ("б", "first"),
        ("в", "second"),
    ]


def test_the_last_answer_of_a_turn_is_used_again(run: Run, tmp_path: Path) -> None:
    file = answers(
        tmp_path, {"turn": "first", "text": "Добрый день!"}, {"turn": "second", "text": "Здравствуйте"}
    )
    done = run("play", "shop", "--answers", file, "--json")
    turns = [turn["turn"] for turn in done.records[0]["turns"]]
    assert turns[:2] == ["first", "first"]
    assert (turns[-1], done.code) == ("second", 0)


def test_the_transcript_tells_the_talk_the_look_ups_and_the_debrief(run: Run, tmp_path: Path) -> None:
    file = answers(
        tmp_path, {"text": FULL, "actions": ["prices"]}, {"text": "Здравствуйте, \x1b]0;х\x07дура [/b]"}
    )
    transcript = tmp_path / "talk.txt"
    done = run("play", "shop", "--answers", file, "--transcript", transcript)
    told = transcript.read_text(encoding="utf-8")
    assert done.code == 0
    assert told == done.out
    for piece in (
        "Анна (спокойствие): Сколько стоит доставка?",
        "Вы открыли: Цены. Доставка стоит 250 ₽.",
        f"Вы: {FULL}",
        "Минус 10: Не грубить",
        "дура [/b]",
        "Анна довольна.",
        "Итог: 95 из 100.",
    ):
        assert piece in told
    assert "\x1b" not in told


def test_in_an_exam_verdicts_come_after_the_talk(run: Run, tmp_path: Path) -> None:
    file = answers(tmp_path, {"text": f"{FULL} Дура"}, {"text": "Здравствуйте"})
    out = run("play", "shop", "--exam", "--answers", file).out
    assert out.index("А завтра привезёте?") < out.index("Минус 10")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"text": "да", "turn": "frist"}, "«first»"),
        ({"text": "да", "actions": ["price"]}, "«prices»"),
        ({"text": "да", "actions": "prices"}, "поле «actions»"),
        ({"text": "\n"}, "пуст"),
        ({"id": None, "text": "да"}, "поле «id»"),
        ({"note": "суть"}, "ни одного ответа"),
    ],
)
def test_wrong_answers_are_named_with_their_line(
    run: Run, tmp_path: Path, row: dict[str, object], says: str
) -> None:
    done = run("play", "shop", "--answers", answers(tmp_path, row))
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_a_transcript_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    file = answers(tmp_path, {"text": FULL})
    done = run("play", "shop", "--answers", file, "--transcript", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "это папка" in done.err


def test_without_a_terminal_the_talk_goes_line_by_line(run: Run) -> None:
    done = run("play", "shop", stdin=f"{FULL}\nЗдравствуйте\n/skip\n")
    assert done.code == 0
    assert "Анна (спокойствие): Сколько стоит доставка?" in done.out
    assert "Анна довольна." in done.out


def test_plain_talk_cut_short_is_code_1(run: Run) -> None:
    done = run("play", "shop", "--plain", stdin=FULL + "\n")
    assert done.code == 1
    assert "А завтра привезёте?" in done.out


def test_plain_talk_with_a_broken_line_names_it(run: Run) -> None:
    done = run("play", "shop", "--plain", stdin=b"/card\n\xff\n")
    assert done.code == 2
    assert "стандартный ввод:2:1" in done.err


def test_without_a_screen_a_scenario_has_to_be_named(run: Run) -> None:
    done = run("play", "--plain")
    assert done.code == 2
    assert "shop" in done.err


def test_json_belongs_to_answers(run: Run) -> None:
    done = run("play", "shop", "--json")
    assert done.code == 2
    assert "--answers" in done.err


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ([], "app None training"),
        (["play"], "app None training"),
        (["play", "shop", "--exam"], "app shop exam"),
        (["play", "--resume", "7"], "app None training 7"),
    ],
)
def test_at_a_terminal_the_app_opens(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], opened: str
) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert main(words, TOOLS) == 0
    assert capsys.readouterr().out.strip() == opened


def various(monkeypatch: pytest.MonkeyPatch) -> None:
    first = replace(SCENARIO.turns["first"], other_lines=("Почём доставка?",))
    played = replace(SCENARIO, turns={**SCENARIO.turns, "first": first})
    monkeypatch.setattr("tests.cli.fakes.SCENARIO", played)


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ((), "Сколько стоит доставка?"),
        (("--seed", "1"), "Почём доставка?"),
        (("--seed", "2"), "Сколько стоит доставка?"),
    ],
)
def test_the_seed_chooses_among_the_wordings_of_a_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], line: str
) -> None:
    various(monkeypatch)
    file = answers(tmp_path, {"text": FULL}, {"text": "Здравствуйте"})
    (fields,) = run("play", "shop", "--answers", file, "--json", *more).records
    assert fields["turns"][0]["client"] == line


@pytest.mark.parametrize("word", ["раз", "-1", "1.5", "", "1000000"])
@pytest.mark.parametrize("call", [("play", "shop"), ("score", "shop", "first")])
def test_a_seed_has_to_be_a_whole_number(run: Run, call: tuple[str, ...], word: str) -> None:
    done = run(*call, f"--seed={word}", stdin="Да")
    assert done.code == 2
    assert "C098" in done.err


def test_a_talk_that_goes_on_has_its_seed_already(run: Run) -> None:
    done = run("play", "--resume", "s", "--seed", "1")
    assert done.code == 2
    assert "«--seed» и «--resume» вместе не работают" in done.err
