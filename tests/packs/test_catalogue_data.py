"""The catalogue that comes with the program: complete, plainly worded, true to its specification."""

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from trainer.model.standard import Catalogue, Kind, Standard
from trainer.packs.catalogue import read_catalogue

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
ORIGINAL = ROOT.parent / "shared" / "spec" / "standards.yaml"
OFFICIALESE = re.compile(
    r"\bданн(?:ый|ая|ое|ого|ой|ому|ым|ом|ых|ую)\b|\bосуществ|\bявля(?:ется|ются)\b|\bв связи с\b"
    r"|\bнадлежащ|\bвышеуказанн|\bпроизвести\b|\bинцидент",
    re.IGNORECASE,
)
WORDS_IN_A_SENTENCE = 20


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


def spec() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DATA / "standards.yaml").read_text(encoding="utf-8"))
    return loaded


def turns() -> set[str]:
    data = yaml.safe_load((DATA / "situations.yaml").read_text(encoding="utf-8"))
    return {f"{scenario['id']}/{turn['id']}" for scenario in data["scenarios"] for turn in scenario["turns"]}


def texts(standard: Standard) -> dict[str, str]:
    names = ("title", "asks", "matters", "fix", "missed")
    return {name: value for name in names if (value := getattr(standard, name))}


@pytest.mark.skipif(not ORIGINAL.is_file(), reason="the specification is not beside the project")
def test_the_copy_of_the_specification_has_not_drifted() -> None:
    assert (DATA / "standards.yaml").read_bytes() == ORIGINAL.read_bytes()


def test_every_standard_of_the_specification_is_there_in_its_order() -> None:
    read = [(s.id, s.quality, s.kind.value, s.source) for s in catalogue().standards.values()]
    assert read == [(s["id"], s["quality"], s["kind"], s["source"]) for s in spec()["standards"]]


def test_the_qualities_are_those_of_the_specification() -> None:
    read = [(q.id, q.title, q.source) for q in catalogue().qualities.values()]
    assert read == [(name, q["title"], q["source"]) for name, q in spec()["qualities"].items()]


@pytest.mark.parametrize("name", [item["id"] for item in spec()["standards"]])
def test_a_standard_is_shown_from_both_sides(name: str) -> None:
    standard = catalogue().standards[name]
    hits, misses = ({e.text for e in examples} for examples in (standard.hits, standard.misses))
    assert len(hits) >= 8
    assert len(misses) >= 8
    assert not hits & misses


@pytest.mark.parametrize("name", [item["id"] for item in spec()["standards"]])
def test_texts_for_people_are_short_and_plain(name: str) -> None:
    for field, text in texts(catalogue().standards[name]).items():
        own_words = re.sub(r"«[^»]*»", "…", text)
        assert not OFFICIALESE.search(own_words), field
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert len(re.findall(r"\w+", sentence)) < WORDS_IN_A_SENTENCE, (field, sentence)


@pytest.mark.parametrize("name", [item["id"] for item in spec()["standards"]])
def test_a_fix_gives_a_wording_to_use(name: str) -> None:
    assert re.search(r"«[^»]{12,}", catalogue().standards[name].fix)


def test_only_what_is_judged_by_the_wording_costs_points() -> None:
    for standard in catalogue().standards.values():
        assert (standard.points > 0) is (standard.kind is not Kind.PROCESS), standard.id


def test_examples_that_need_a_turn_name_one_that_exists() -> None:
    named = {e.at for s in catalogue().standards.values() for e in (*s.hits, *s.misses) if e.at}
    assert named
    assert named <= turns()


def test_the_page_of_standards_is_current() -> None:
    path = ROOT / "docs" / "make_standards.py"
    module_spec = importlib.util.spec_from_file_location("make_standards", path)
    assert module_spec
    assert module_spec.loader
    module = importlib.util.module_from_spec(module_spec)
    module_spec.loader.exec_module(module)
    page = (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")
    assert page == module.render(catalogue()), "run: python docs/make_standards.py"
    assert all(f"`{name}`" in page for name in catalogue().standards)
