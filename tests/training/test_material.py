import json
from pathlib import Path
from typing import Any

import pytest

from trainer.model.standard import Catalogue, Kind
from trainer.training.material import read_exemplars, unmark


@pytest.mark.parametrize(
    ("marked", "plain", "spans"),
    [
        ("Без меток", "Без меток", ()),
        ("⟦greet|Здравствуйте⟧!", "Здравствуйте!", (("greet", 0, 12),)),
        ("Да, ⟦rude,familiar|ты дурак⟧.", "Да, ты дурак.", (("rude", 4, 12), ("familiar", 4, 12))),
        ("⟦a|да⟧ и ⟦b|нет⟧", "да и нет", (("a", 0, 2), ("b", 5, 8))),
        ("⟦a, b|да⟧", "да", (("a", 0, 2), ("b", 0, 2))),
        ("⟦да⟧", "да", ()),
        ("⟦|да⟧", "да", ()),
        ("", "", ()),
    ],
)
def test_marks_are_taken_out_and_kept_as_places(
    marked: str, plain: str, spans: tuple[tuple[str, int, int], ...]
) -> None:
    assert unmark(marked) == (plain, spans)


def test_a_mark_without_a_name_is_of_the_standard_in_question() -> None:
    assert unmark("Да, ⟦дурак⟧", "rude") == ("Да, дурак", (("rude", 4, 9),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    answer = {
        "turn": "s/t",
        "hand": "plain",
        "grade": 4,
        "whole": ["curt"],
        "text": "⟦greet,fact:day|Здравствуйте⟧, завтра",
    }
    phrases = [
        {"standard": "rude", "label": True, "text": "⟦Отвалите⟧"},
        {"standard": "rude", "label": False, "text": "Отвалилась ⟦ручка⟧"},
    ]
    clean = {"text": "Добрый день"}
    files: dict[str, list[dict[str, Any]]] = {"answers/x": [answer], "phrases/p": phrases, "clean/c": [clean]}
    for name, records in files.items():
        path = tmp_path / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        lines = (json.dumps(record, ensure_ascii=False) for record in records)
        path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return tmp_path


def test_an_answer_is_labelled_for_every_judged_standard(folder: Path, shipped: Catalogue) -> None:
    (answer,) = [s for s in read_exemplars(folder, shipped) if s.turn]
    assert (answer.text, answer.labels, answer.facts) == (
        "Здравствуйте, завтра",
        frozenset({"greet", "curt"}),
        frozenset({"day"}),
    )
    assert (answer.grade, answer.group, answer.turn) == (4, "x/plain", "s/t")
    assert answer.spans == (("greet", 0, 12),)
    assert set(answer.known.values()) == {1.0}
    assert set(answer.known) == {s.id for s in shipped.standards.values() if s.kind is not Kind.PROCESS}


def test_an_obligation_that_nobody_expected_says_nothing_unless_it_is_marked(
    folder: Path, shipped: Catalogue
) -> None:
    (answer,) = [s for s in read_exemplars(folder, shipped, {"s/t": ("empathy",)}) if s.turn]
    assert answer.known["empathy"] == answer.known["rude"] == answer.known["greet"] == 1.0
    assert answer.known["use-name"] == 1.0  # present or not, expected or not
    assert answer.known["apologize"] == 0.0


def test_a_phrase_is_labelled_for_one_standard_and_likely_innocent_of_others(
    folder: Path, shipped: Catalogue
) -> None:
    hit, miss = (s for s in read_exemplars(folder, shipped) if s.group == "p")
    assert (hit.labels, hit.spans) == (frozenset({"rude"}), (("rude", 0, 8),))
    assert (miss.labels, miss.spans, miss.text) == (frozenset(), (), "Отвалилась ручка")
    assert 0 < hit.known["curt"] < 1 < hit.known["rude"]


def test_a_clean_reply_breaks_nothing_and_says_nothing_of_obligations(
    folder: Path, shipped: Catalogue
) -> None:
    (clean,) = [s for s in read_exemplars(folder, shipped) if s.group == "c"]
    assert clean.labels == set()
    assert set(clean.known) == {s.id for s in shipped.of_kind(Kind.PROHIBITION)}
    assert set(clean.known.values()) == {1.0}


def test_the_exemplars_that_come_with_the_program_are_sound(shipped: Catalogue) -> None:
    home = Path(__file__).parents[2] / "src" / "trainer" / "catalogue" / "exemplars"
    samples = read_exemplars(home, shipped)
    assert len(samples) > 1000
    for sample in samples:
        assert "⟦" not in sample.text
        assert "⟧" not in sample.text
        assert sample.labels <= shipped.standards.keys(), sample.text
        assert all(0 <= a < b <= len(sample.text) for _, a, b in sample.spans), sample.text
