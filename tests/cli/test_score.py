import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FULL = "Добрый день! Доставка стоит 250 ₽."


def test_plain_text_from_stdin_is_one_answer(run: Run) -> None:
    done = run("score", "shop", "first", "--json", stdin="Дурак вы,\r\nдоставка 250\n")
    (record,) = done.records
    assert done.code == 0
    assert record["scenario"] == "shop"
    assert record["turn"] == "first"
    assert record["score"] == 80
    assert record["missed"] == ["greet"]
    assert record["facts"] == {"given": ["price"], "missing": []}
    assert record["next"] == "second"


def test_evidence_counts_code_points_of_the_text_as_given(run: Run) -> None:
    text = "🙂 ё\r\n вы дура \r\n250"
    (record,) = run("score", "shop", "first", "--json", stdin=text).records
    (piece,) = next(item for item in record["deductions"] if item["standard"] == "rude")["evidence"]
    assert text[piece["start"] : piece["end"]] == piece["text"] == "дура"


def test_an_open_fact_keeps_the_client_at_the_turn(run: Run) -> None:
    (record,) = run("score", "shop", "first", "--json", stdin="Добрый день!").records
    assert (record["next"], record["asks"]) == ("first", "price")


def test_records_name_their_own_place_and_keep_their_id(run: Run, tmp_path: Path) -> None:
    lines = [
        {"id": 7, "text": FULL, "scenario": "shop", "turn": "second"},
        {"id": "б", "text": FULL, "scenario": "shop", "turn": "first"},
    ]
    file = tmp_path / "answers.txt"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    done = run("score", file, "--json")
    assert [(r["id"], r["turn"], r["next"]) for r in done.records] == [
        (7, "second", "good"),
        ("б", "first", "second"),
    ]


def test_options_may_stand_anywhere(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text(FULL, encoding="utf-8")
    assert run("score", "--json", "shop", "first", file).records[0]["score"] == 100
    assert run("score", "shop", "first", "--json", file).records[0]["score"] == 100


def test_a_person_sees_points_words_and_a_way_out(run: Run) -> None:
    done = run("score", "shop", "first", stdin="Дура, \x1b[31mДУРА! Здравствуйте")
    assert "Оценка 80 из 100, 3 из 5" in done.out
    assert "Минус 10: Не грубить" in done.out
    assert "Слова: «Дура»; «ДУРА»" in done.out
    assert "Лучше: как rude" in done.out
    assert "Не хватает: стоит 250 ₽" in done.out
    assert "клиент переспросит: «А сколько стоит?»" in done.out
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("stdin", "words", "place"),
    [
        ("", (), "стандартный ввод"),
        (" \n\t ", (), "стандартный ввод"),
        ('{"id": "а", "text": "  "}', (), "стандартный ввод:1:1"),
        ('{"id": "а", "text": "да"}\n\n{"id": "б", "text": 5}', (), "стандартный ввод:3:1"),
        ('{"id": "а", "text": "да"}\n{"id": "б"}', (), "стандартный ввод:2:1"),
        ('{"id": "а", "text": "да"}\n{"id": "б", text}', (), "стандартный ввод:2:13"),
        ('{"text": "да", "text": "нет"}', (), "стандартный ввод:1:1"),
        ('{"text": "\\ud83d"}', (), "стандартный ввод:1:1"),
        ("[1]", ("--jsonl",), "стандартный ввод:1:1"),
        ("\n\n", ("--jsonl",), "стандартный ввод"),
        ('{"a":' + "[" * 100_000, (), "стандартный ввод:1"),
        (b"\xd0\x94\xd0\xb0\n\xff\xfe", (), "стандартный ввод:2:1"),
        ('{"text": "да", "turn": "fist"}', (), "стандартный ввод:1:1"),
        ('{"text": "да", "scenario": ["shop"]}', (), "стандартный ввод:1:1"),
    ],
)
def test_wrong_input_is_named_with_its_place(
    run: Run, stdin: str | bytes, words: tuple[str, ...], place: str
) -> None:
    done = run("score", "shop", "first", *words, "--json", stdin=stdin)
    assert done.code == 2
    assert done.err.startswith(place + ":")
    assert done.out == ""


def test_nothing_is_printed_when_a_later_record_names_an_unknown_turn(run: Run) -> None:
    stdin = '{"text": "да"}\n{"text": "нет", "turn": "frist"}'
    done = run("score", "shop", "first", "--json", stdin=stdin)
    assert (done.code, done.out) == (2, "")
    assert "возможно, вы имели в виду «first»?" in done.err


def test_a_record_without_a_place_needs_it_from_the_call(run: Run) -> None:
    done = run("score", "--json", stdin='{"text": "да"}')
    assert done.code == 2
    assert "не указан сценарий" in done.err


def test_a_text_that_only_looks_like_an_object_stays_a_text(run: Run) -> None:
    done = run("score", "shop", "first", "--json", stdin="{скобка} Добрый день, 250")
    assert done.records[0]["score"] == 100


def test_missing_file_and_folder(run: Run, tmp_path: Path) -> None:
    missing = run("score", "shop", "first", tmp_path / "нет.txt")
    assert missing.code == 2
    assert "нет.txt: error: C001 файл не найден" in missing.err
    folder = run("score", "shop", "first", tmp_path)
    assert folder.code == 2
    assert "это папка" in folder.err


def test_a_byte_order_mark_is_no_part_of_the_answer(run: Run) -> None:
    (record,) = run("score", "shop", "first", "--json", stdin="\ufeffдура".encode()).records
    assert next(item for item in record["deductions"] if item["evidence"])["evidence"][0]["start"] == 0
