"""``trainer exercise`` as a person or a script would call it, with the real judge."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from trainer.cli.main import main

DRILL = Path(__file__).resolve().parent.parent / "data" / "packs" / "drill"
SPOT = [
    {"id": "two-slips", "marks": [{"standard": "scold-client", "start": 0, "end": 24}]},
    {
        "id": "warehouse",
        "marks": [{"standard": "blame-colleague", "words": "склад у нас вечно путает коробки"}],
    },
    {"id": "fine", "marks": []},
]


@pytest.fixture
def run(capsys, monkeypatch, home):
    def command(*words: object, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        code = main(["exercise", "--packs", str(DRILL), *map(str, words)])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return command


def lines(*records: object) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def test_without_an_id_the_exercises_are_listed_in_the_order_of_their_packs(run):
    found = [record for record in run("--json").records if record["id"].startswith("drill-")]
    assert [record["form"] for record in found] == [
        *("review", "comments", "rewrite", "spot", "variants", "shorten", "recover")
    ]
    assert found[3]["items"] == ["warehouse", "fine", "two-slips"]
    told = run()
    assert (told.code, told.err) == (0, "")
    assert "найти промах, заданий 3, 5 мин: Найдите промах" in told.out


def test_prepared_answers_give_a_record_with_everything(run, tmp_path):
    file = tmp_path / "answers.jsonl"
    file.write_text(lines(*SPOT), encoding="utf-8")
    done = run("drill-spot", "--answers", file, "--json")
    assert done.code == 0
    (record,) = done.records
    assert [result["id"] for result in record["results"]] == ["warehouse", "fine", "two-slips"]
    assert [result["score"] for result in record["results"]] == [100, 100, 50]
    assert (record["score"], record["passed"], record["missing"]) == (83, 2, [])
    (loss,) = record["results"][2]["losses"]
    assert (loss["standard"], loss["evidence"][0]["text"]) == ("indifferent", "Меня это не касается")
    assert all(loss[key] for key in ("why", "fix", "source"))
    assert {"standard": "indifferent", "kept": 0, "items": 1} in record["by_standard"]
    assert record["remember"] == ["two-slips"]
    assert not (tmp_path / "home" / "trainer.db").exists()


def test_items_without_an_answer_are_named_and_the_check_is_not_done(run):
    done = run("drill-spot", "--answers", "-", stdin=lines(SPOT[2]))
    assert (done.code, done.err.strip()) == (1, "Ответов не хватило: warehouse, two-slips.")
    assert "Итог: 100 из 100, засчитано 1 из 1." in done.out


def test_the_seed_chooses_and_the_same_seed_chooses_the_same(run):
    orders = set()
    for seed in range(6):
        (record,) = run(
            "drill-spot", "--seed", seed, "--items", 2, "--answers", "-", "--json", stdin=lines(*SPOT)
        ).records
        orders.add(tuple(result["id"] for result in record["results"]))
        assert len(record["results"]) == 2
    assert len(orders) > 1


@pytest.mark.parametrize(
    ("exercise", "record", "told"),
    [
        ("drill-spot", {"id": "fin", "marks": []}, "возможно, вы имели в виду «fine»"),
        ("drill-spot", {"id": "fine"}, "нет поля «marks»"),
        ("drill-spot", {"id": "fine", "marks": "нет"}, "нужно список"),
        ("drill-spot", {"id": "fine", "marks": ["curt"]}, "отметка не читается"),
        ("drill-spot", {"id": "fine", "marks": [{"standard": "curd", "words": "а"}]}, "«curt»"),
        ("drill-spot", {"id": "fine", "marks": [{"standard": "curt", "start": 9, "end": 999}]}, "отметка"),
        ("drill-spot", {"id": "fine", "marks": [{"standard": "greet", "words": "а"}]}, "не подходит"),
        ("drill-comments", {"id": "wet-box", "kind": "critic"}, "нет поля «approach»"),
        ("drill-comments", {"id": "wet-box", "kind": "tролль", "approach": "block"}, "critic, hater"),
        ("drill-rewrite", {"id": "refund-term", "text": " "}, "Ответ пустой"),
        ("drill-rewrite", {"id": "refund-term", "text": 5}, "нужно текст"),
        ("drill-variants", {"id": "courier-late"}, "Все варианты пустые"),
        ("drill-variants", {"id": "courier-late", "texts": "один"}, "нужно список"),
        ("drill-review", {"id": "late-florist", "text": "Да."}, "нет поля «enough»"),
        ("drill-review", {"id": "late-florist", "enough": "да"}, "нужно true или false"),
        ("drill-review", {"id": "late-florist", "enough": True, "lacking": ["iniciative"]}, "«initiative»"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_line(run, exercise, record, told):
    done = run(exercise, "--answers", "-", stdin="\n" + lines(record))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("стандартный ввод:2:1: error: C")
    assert told in done.err


@pytest.mark.parametrize(
    "words",
    [
        ["no-such"],
        ["drill-spot", "--items", "0"],
        ["drill-spot", "--items", "много"],
        ["drill-spot", "--seed", "-1"],
        ["drill-spot", "--json"],
        ["drill-recover", "--answers", "-"],
        ["--answers", "-"],
        ["--resume", "no-such"],
        ["drill-spot", "drill-spot"],
    ],
)
def test_a_wrong_call_is_refused(run, words):
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert "error" in done.err


def test_two_answers_to_one_item_are_refused(run):
    done = run("drill-spot", "--answers", "-", stdin=lines(SPOT[2], SPOT[2]))
    assert done.code == 2
    assert "уже был" in done.err


def test_line_by_line_it_is_kept_and_resumed(run, tmp_path):
    left = run("drill-rewrite", "--plain", stdin="Вернём деньги за 10 дней.\n")
    assert left.code == 1
    resume = left.out.strip().split("\n")[-1].split("--resume ")[1]
    back = run("--resume", resume, stdin="Это наша ошибка. Завтра вышлем нужную кружку.\n")
    assert back.code == 0
    assert "Задание 2 из 2." in back.out
    assert "Задание 1 из 2." not in back.out
    assert "засчитано 2 из 2" in back.out


def test_recovery_is_told_and_leaves_nothing_behind(run, tmp_path):
    done = run("drill-recover", stdin="\n\nДело в сроке\n")
    assert done.code == 0
    assert "Вы сделали, что могли" in done.out
    assert not list(tmp_path.rglob("*.jsonl"))
    (record,) = run("drill-recover", "--json").records
    assert len(record["steps"]) == 4
