import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

ANSWERS = [
    # Judged rightly: greeting, price, grade 5.
    ("Добрый день! 250 ₽", ["greet", "answer-fully"], [], ["price"], 5, "senior"),
    # People did not hear the greeting.
    ("Здравствуйте. 250", ["answer-fully"], [], ["price"], 4, "student"),
    # People found it rude; the judge does not know the word. People knew the price in words.
    ("Двести пятьдесят, балда", ["answer-fully"], ["rude"], ["price"], 1, "student"),
]
PHRASES = [
    ("greet", "Добрый день", True),
    ("greet", "День добрый", True),
    ("rude", "дура", False),
    ("rude", "милая", False),
]


def write(folder: Path, *, answers: bool = True, phrases: bool = True) -> Path:
    rows: list[dict[str, Any]] = []
    if answers:
        rows += [
            {
                "id": f"shop/first/{number}",
                "scenario": "shop",
                "turn": "first",
                "text": text,
                "shown": shown,
                "violated": violated,
                "facts": facts,
                "grade": grade,
                "hand": hand,
            }
            for number, (text, shown, violated, facts, grade, hand) in enumerate(ANSWERS, 1)
        ]
    if phrases:
        rows += [
            {"id": f"p{number}", "standard": standard, "text": text, "label": label}
            for number, (standard, text, label) in enumerate(PHRASES, 1)
        ]
    file = folder / "labels.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return file


def test_figures_of_answers_are_those_counted_by_hand(run: Run, tmp_path: Path) -> None:
    (fields,) = run("evaluate", write(tmp_path, phrases=False), "--json").records
    # greet: one right, one extra; answer-fully: two right, one lost.
    assert fields["obligations"]["micro"] == {
        "support": 4,
        "found": 4,
        "precision": 0.75,
        "recall": 0.75,
        "f1": 0.75,
    }
    assert fields["standards"]["greet"]["precision"] == 0.5
    assert fields["standards"]["answer-fully"]["recall"] == pytest.approx(2 / 3, abs=1e-4)
    assert fields["obligations"]["macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2, abs=1e-4)
    assert fields["prohibitions"]["micro"]["recall"] == 0
    assert fields["prohibitions"]["micro"]["precision"] is None
    assert fields["facts"]["micro"]["f1"] == 0.8
    assert fields["facts_by_id"]["shop/first/price"]["support"] == 3
    # People: 5, 4, 1; the judge: 5, 5, 3. Squared differences: 5; by chance 4 + 1 + 1 + 1 + 16 + 16 + 4 of 3.
    assert fields["grade"]["mae"] == 1
    assert fields["grade"]["within_one"] == pytest.approx(2 / 3, abs=1e-4)
    assert fields["grade"]["qwk"] == pytest.approx(1 - 3 * 5 / 43, abs=1e-4)


def test_figures_of_phrases(run: Run, tmp_path: Path) -> None:
    (fields,) = run("evaluate", write(tmp_path, answers=False), "--json").records
    phrases = fields["phrases"]
    assert phrases["count"] == 4
    assert phrases["accuracy"] == 0.5
    assert phrases["by_standard"]["greet"]["recall"] == 0.5
    assert phrases["by_standard"]["rude"]["accuracy"] == 0.5
    assert fields["answers"] == 0


def test_answers_and_phrases_of_several_files_in_one_call(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path)
    (fields,) = run("evaluate", file, file, "--json").records
    assert (fields["answers"], fields["phrases"]["count"]) == (6, 8)


def test_bars(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path, phrases=False)
    missed = run("evaluate", file, "--min-f1", "0.5")
    assert missed.code == 1
    assert "Запреты 0.00, нужно 0.50" in missed.err
    assert "Обязательства" not in missed.err
    assert run("evaluate", file, "--min-qwk", "0.6").code == 0
    assert run("evaluate", file, "--min-qwk", "0.7").code == 1


def test_a_bar_that_cannot_be_checked_does_not_pass(run: Run, tmp_path: Path) -> None:
    done = run("evaluate", write(tmp_path, answers=False), "--min-qwk", "0.1")
    assert done.code == 2
    assert "--min-qwk" in done.err


def test_every_disagreement_is_listed_with_its_words(run: Run, tmp_path: Path) -> None:
    out = run("evaluate", write(tmp_path), "--errors").out
    assert "shop/first/1 ·" not in out
    assert "лишнее: greet - «Здравствуйте»" in out
    assert "пропущено: rude" in out
    assert "пропущено: shop/first/price" in out
    assert "p2 · greet: человек - есть, мы - нет" in out
    assert "p3 · rude: человек - нет, мы - есть" in out
    assert "p4" not in out


def test_a_readable_table(run: Run, tmp_path: Path) -> None:
    out = run("evaluate", write(tmp_path), "--by", "hand").out
    assert "Обязательства: micro F1 0.75 (точность 0.75, полнота 0.75)" in out
    assert "Фраз: 4, верно 0.50" in out
    row = next(line for line in out.splitlines() if line.startswith("senior"))
    assert row.split()[1:4] == ["1", "1.00", "-"]


def test_groups_are_in_the_record(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path)
    for key, names in (("hand", ["senior", "student"]), ("scenario", ["shop"]), ("grade", ["1", "4", "5"])):
        (fields,) = run("evaluate", file, "--json", "--by", key).records
        assert list(fields["by"][key]) == names


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"grade": 6}, "оценка 6"),
        ({"grade": "5"}, "поле «grade»: нужно число, а здесь текст"),
        ({"grade": None}, "поле «grade»"),
        ({"shown": "greet"}, "поле «shown»: нужно список"),
        ({"violated": ["rud"]}, "«rude»"),
        ({"facts": ["prise"]}, "«price»"),
        ({"turn": "firts"}, "«first»"),
        ({"scenario": "shpo"}, "shpo"),
        ({"text": ""}, "пуст"),
        ({"standard": "greet", "label": "да"}, "поле «label»: нужно true или false"),
        ({"standard": "gret", "label": True}, "«greet»"),
    ],
)
def test_a_wrong_label_is_named_with_its_line(
    run: Run, tmp_path: Path, change: dict[str, Any], says: str
) -> None:
    file = write(tmp_path, phrases=False)
    row = json.loads(file.read_text(encoding="utf-8").splitlines()[0]) | change
    file.write_text("\n" + json.dumps(row), encoding="utf-8")
    done = run("evaluate", file)
    assert done.code == 2
    assert says in done.err


def test_a_record_without_labels_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"scenario": "shop", "turn": "first", "text": "да"}', encoding="utf-8")
    done = run("evaluate", file)
    assert done.code == 2
    assert f"{file}:1:1: error: C012 в записи нет поля «shown»" in done.err
