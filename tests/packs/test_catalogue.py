"""The reader of the catalogue: what it reads, and what it refuses and where."""

import re
from pathlib import Path

import pytest

from trainer.model.problem import InputError
from trainer.model.standard import Kind
from trainer.packs.catalogue import read_catalogue

INDEX = """\
qualities:
  goodwill: {title: Доброта, source: "1: место"}
standards:
  - greet
"""
GREET = """\
id: greet
quality: goodwill
kind: obligation
title: Поздороваться
asks: Начать с приветствия.
matters: Так теплее.
fix: Напишите «Добрый день».
missed: Ждали приветствия.
source: "004: правила"
points: 8
rules:
  - {kind: pattern, any: [добрый день, здравствуйте], first: true, within: 3, hour: 15:00, code: "7"}
hits:
  - ⟦Добрый день⟧, Олег!
misses:
  - {at: office/question, text: Доброго пути.}
"""


def folder(tmp_path: Path, greet: str = GREET, index: str = INDEX, **more: str) -> Path:
    (tmp_path / "standards").mkdir()
    (tmp_path / "qualities.yaml").write_text(index, encoding="utf-8")
    for name, text in {"greet": greet, **more}.items():
        (tmp_path / "standards" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def refused(home: Path) -> list[str]:
    """Return «file:line:column code» of every problem."""
    with pytest.raises(InputError) as caught:
        read_catalogue(home)
    return [
        f"{Path(problem.place.path).name}:{problem.place.line}:{problem.place.column} {problem.code}"
        for problem in caught.value.problems
    ]


def said(home: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_catalogue(home)
    return str(caught.value)


def test_a_standard_is_read_whole_with_its_places(tmp_path: Path) -> None:
    catalogue = read_catalogue(folder(tmp_path))
    greet = catalogue.standards["greet"]
    assert catalogue.qualities["goodwill"].title == "Доброта"
    assert (greet.quality, greet.kind, greet.points) == ("goodwill", Kind.OBLIGATION, 8)
    assert (greet.title, greet.missed, greet.source) == (
        "Поздороваться",
        "Ждали приветствия.",
        "004: правила",
    )
    hit, miss = greet.hits[0], greet.misses[0]
    assert (hit.text, hit.words, hit.place.line, hit.place.column) == (
        "Добрый день, Олег!",
        ("Добрый день",),
        14,
        5,
    )
    assert (miss.text, miss.words, miss.at) == ("Доброго пути.", (), "office/question")


def test_a_rule_keeps_plain_options_and_its_place(tmp_path: Path) -> None:
    (rule,) = read_catalogue(folder(tmp_path)).standards["greet"].rules
    assert rule.kind == "pattern"
    assert rule.place.line == 12
    assert rule.options == {
        "any": ["добрый день", "здравствуйте"],
        "first": True,
        "within": 3,
        "hour": "15:00",
        "code": "7",
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: П", "titel: П", ["greet.yaml:1:1 E022", "greet.yaml:4:1 E021"]),
        ("points: 8", "points: 8\npoints: 9", ["greet.yaml:11:1 E020"]),
        ("points: 8", "points: много", ["greet.yaml:10:9 E023"]),
        ("points: 8", "points: 101", ["greet.yaml:10:9 E026"]),
        ("quality: goodwill", "quality: goodwil", ["greet.yaml:2:10 E025"]),
        ("kind: obligation", "kind: duty", ["greet.yaml:3:7 E025"]),
        ("id: greet", "id: meet", ["greet.yaml:1:5 E033"]),
        ("missed: Ждали приветствия.\n", "", ["greet.yaml:1:1 E022"]),
        ("kind: obligation", "kind: prohibition", ["greet.yaml:8:9 E088"]),
        ("hits:\n  - ⟦Добрый день⟧, Олег!", "hits: []", ["greet.yaml:13:7 E082"]),
        ("hits:\n  - ⟦Добрый день⟧, Олег!\n", "", ["greet.yaml:1:1 E022"]),
        ("misses:\n  - {at: office/question, text: Доброго пути.}", "misses: []", ["greet.yaml:15:9 E082"]),
        ("⟦Добрый день⟧, Олег!", "Добрый день, Олег!", ["greet.yaml:14:5 E083"]),
        ("⟦Добрый день⟧, Олег!", "⟦Добрый день, Олег!", ["greet.yaml:14:5 E084"]),
        ("text: Доброго пути.", "text: ⟦Доброго⟧ пути.", ["greet.yaml:16:5 E085"]),
        ("  - ⟦Д", "  - ⟦Добрый⟧ день, Олег!\n  - ⟦Д", ["greet.yaml:15:5 E086"]),
        ("at: office/question", "at: office", ["greet.yaml:16:10 E089"]),
        ("kind: pattern, ", "", ["greet.yaml:12:5 E022"]),
        ("first: true", "first: {a: 1}", ["greet.yaml:12:62 E087"]),
    ],
)
def test_each_mistake_is_refused_at_its_place(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    assert GREET.count(old) == 1
    assert refused(folder(tmp_path, GREET.replace(old, new))) == expected


def test_a_misspelt_key_and_quality_come_with_a_suggestion(tmp_path: Path) -> None:
    text = said(folder(tmp_path, GREET.replace("asks:", "aks:").replace(": goodwill", ": goodwil")))
    assert "возможно, вы имели в виду «asks»" in text
    assert "возможно, вы имели в виду «goodwill»" in text


def test_a_process_standard_needs_no_marks_and_no_missed_text(tmp_path: Path) -> None:
    text = GREET.replace("kind: obligation", "kind: process").replace("missed: Ждали приветствия.\n", "")
    home = folder(tmp_path, text.replace("⟦Добрый день⟧", "Добрый день"))
    assert read_catalogue(home).standards["greet"].hits[0].words == ()


def test_the_index_and_the_files_must_agree(tmp_path: Path) -> None:
    home = folder(tmp_path, index=INDEX + "  - greets\n  - greet\n", farewell=GREET)
    assert refused(home) == ["qualities.yaml:5:5 E080", "qualities.yaml:6:5 E034", "farewell.yaml:0:0 E081"]
    assert "возможно, вы имели в виду «greet»" in said(home)


def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    home = folder(
        tmp_path,
        GREET.replace("points: 8", "points: x"),
        INDEX + "  - bye\n  - thanks\n",
        bye=GREET.replace("id: greet", "id: bye").replace("⟦", ""),
        thanks="id: [",
    )
    assert [problem.split()[0].split(":")[0] for problem in refused(home)] == [
        "bye.yaml",
        "greet.yaml",
        "thanks.yaml",
    ]


def test_a_missing_folder_says_which_file_is_not_there(tmp_path: Path) -> None:
    assert re.search(r"qualities\.yaml: error: E001 файл не найден", said(tmp_path))
