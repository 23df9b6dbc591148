"""The check of own standards: as many examples as the catalogue has, and each judged as it says."""

import shutil
from pathlib import Path

import pytest

from trainer.authoring.lint import lint_pack

BOUQUET = Path(__file__).parents[1] / "data" / "packs" / "bouquet"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BOUQUET, tmp_path / "bouquet"))


def found(pack: Path, old: str, new: str, name: str = "offer-photo") -> list[str]:
    file = pack / "standards" / f"{name}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [
        f"{Path(p.place.path).name}:{p.place.line}:{p.place.column} {p.code}"
        for p in lint_pack(pack)
        if "standards" in p.place.path
    ]


def test_the_demo_pack_is_clean(judge) -> None:
    assert lint_pack(BOUQUET, judge) == []


def test_an_example_that_is_not_recognised_is_an_error(pack: Path) -> None:
    assert found(pack, "⟦Пришлю вам фото⟧ букета", "⟦Доставим букет⟧ букета") == [
        "offer-photo.yaml:21:5 E131"
    ]


def test_a_violation_that_is_not_found_is_an_error(pack: Path) -> None:
    lost = found(pack, "⟦Купите в другом салоне⟧", "⟦Идите мимо⟧", "send-elsewhere")
    assert [item.split()[1] for item in lost] == ["E132"]


def test_a_false_alarm_is_an_error(pack: Path) -> None:
    alarm = found(pack, "Букет уже собран, курьер выезжает", "Пришлю фото, курьер выезжает")
    assert [item.split()[1] for item in alarm] == ["E133"]


def test_too_few_examples_are_an_error(pack: Path) -> None:
    few = found(pack, "  - Пришлите фото повреждённой коробки, пожалуйста.\n", "")
    assert few == ["offer-photo.yaml:1:1 E130"]


@pytest.mark.parametrize(
    ("at", "code"),
    [("late-bouquet/were", "E134"), ("other/where", "E134"), ("late-bouquet/where", "")],
)
def test_an_example_may_name_a_turn_of_the_pack(pack: Path, at: str, code: str) -> None:
    example = "Букет уже собран, курьер выезжает в 14:00."
    told = found(pack, f"- {example}", f"- {{at: {at}, text: '{example}'}}")
    assert [item.split()[1] for item in told] == ([code] if code else [])


def test_a_turn_that_does_not_expect_the_standard_is_no_place_for_its_example(pack: Path) -> None:
    talk = pack / "dialogues" / "late-bouquet.yaml"
    text = talk.read_text(encoding="utf-8")
    text = text.replace("[empathy, offer-photo, answer-fully]", "[empathy, answer-fully]")
    talk.write_text(text.replace("shown: [offer-photo], ", ""), encoding="utf-8")
    example = "Букет уже собран, курьер выезжает в 14:00."
    told = found(pack, f"- {example}", f"- {{at: late-bouquet/where, text: '{example}'}}")
    assert [item.split()[1] for item in told] == ["E135"]
