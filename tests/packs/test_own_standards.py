"""Standards of a pack: read beside those of the program, refused with the place."""

import shutil
from pathlib import Path

import pytest

from trainer.model.problem import InputError, Problem
from trainer.model.standard import Catalogue
from trainer.packs.reader import read_pack
from trainer.packs.rule_shapes import PLACES, ROLES, SHAPES
from trainer.packs.shelf import Root, Shelf
from trainer.scoring.rules.base import Role
from trainer.scoring.rules.kinds import KINDS

BOUQUET = Path(__file__).parents[1] / "data" / "packs" / "bouquet"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BOUQUET, tmp_path / "bouquet"))


def change(pack: Path, old: str, new: str, name: str = "offer-photo") -> None:
    file = pack / "standards" / f"{name}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(pack: Path) -> list[Problem]:
    found: list[Problem] = []
    read_pack(pack, found)
    return found


def at(pack: Path) -> list[str]:
    return [f"{Path(p.place.path).name}:{p.place.line}:{p.place.column} {p.code}" for p in problems(pack)]


def test_a_pack_and_its_scenarios_carry_their_standards() -> None:
    pack = read_pack(BOUQUET)
    assert [(s.id, s.pack) for s in pack.standards] == [
        ("offer-photo", "bouquet"),
        ("send-elsewhere", "bouquet"),
    ]
    assert pack.scenarios["late-bouquet"].own == pack.standards
    assert "offer-photo" in pack.scenarios["late-bouquet"].turns["where"].expected


def test_the_shapes_of_rules_are_those_that_the_judge_knows() -> None:
    assert {name: {*options, "role"} for name, options in SHAPES.items()} == {
        name: set(kind.options) for name, kind in KINDS.items()
    }
    # A supporting rule helps the network, and the network knows nothing of own standards.
    assert set(ROLES) == set(Role) - {Role.SUPPORTS}


def test_the_places_of_a_pattern_are_those_that_the_catalogue_uses(shipped: Catalogue) -> None:
    used = {r.options["where"] for s in shipped.standards.values() for r in s.rules if "where" in r.options}
    assert used <= set(PLACES)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: offer-photo", "id: photo-offer", "offer-photo.yaml:1:5 E033"),
        ("kind: obligation", "kind: process", "offer-photo.yaml:3:7 E095"),
        ("quality: initiative", "quality: iniciative", "offer-photo.yaml:2:10 E025"),
        ("source:", "sourse:", "offer-photo.yaml:9:1 E021"),
        ("kind: pattern", "kind: patern", "offer-photo.yaml:12:11 E096"),
        ("    any:", "    eny:", "offer-photo.yaml:14:7 E097"),
        ("    any:", "    where: middle\n    any:", "offer-photo.yaml:13:12 E025"),
        ("    any:", "    role: supports\n    any:", "offer-photo.yaml:13:11 E025"),
        ("    any:", "    quoted: да\n    any:", "offer-photo.yaml:13:13 E023"),
        ("    any:", "    any: []\n    unless_anywhere:", "offer-photo.yaml:13:10 E024"),
        ("    any:", "    any: фото\n    unless_anywhere:", "offer-photo.yaml:13:10 E023"),
        ('"(прислать|', '"(прислать||', "offer-photo.yaml:14:9 E098"),
        ('"(прислать|', '"((прислать|', "offer-photo.yaml:14:9 E099"),
        ('"(прислать|', '"#никогда (прислать|', "offer-photo.yaml:14:9 E098"),
        ('"(прислать|', '"*много (прислать|', "offer-photo.yaml:14:9 E098"),
        ("⟦Пришлю вам фото⟧", "Пришлю вам фото", "offer-photo.yaml:21:5 E083"),
    ],
)
def test_a_mistake_is_told_at_its_place(pack: Path, old: str, new: str, expected: str) -> None:
    change(pack, old, new)
    assert expected in at(pack)


def test_every_mistake_of_a_file_is_told_and_the_other_standard_is_still_read(pack: Path) -> None:
    change(pack, "kind: pattern", "kind: patern")
    change(pack, "quality: initiative", "quality: nothing")
    codes = {problem.code for problem in problems(pack) if "standards" in problem.place.path}
    assert codes == {"E025", "E096"}
    found: list[Problem] = []
    assert [s.id for s in read_pack(pack, found).standards] == ["send-elsewhere"]


def test_a_rule_without_a_pattern_and_a_standard_without_a_rule_are_refused(pack: Path) -> None:
    file = pack / "standards" / "offer-photo.yaml"
    text = file.read_text(encoding="utf-8")
    head, tail = text[: text.index("rules:")], text[text.index("hits:") :]
    file.write_text(head + "rules: []\n" + tail, encoding="utf-8")
    assert "offer-photo.yaml:11:8 E082" in at(pack)
    file.write_text(head + "rules: [{kind: pattern}]\n" + tail, encoding="utf-8")
    assert "offer-photo.yaml:11:9 E022" in at(pack)


def test_an_id_of_the_catalogue_is_taken(pack: Path) -> None:
    (pack / "standards" / "offer-photo.yaml").rename(pack / "standards" / "greet.yaml")
    change(pack, "id: offer-photo", "id: greet", "greet")
    assert "greet.yaml:1:5 E090" in at(pack)


def test_a_link_out_of_the_pack_is_not_followed(pack: Path, tmp_path: Path) -> None:
    file = pack / "standards" / "offer-photo.yaml"
    file.rename(tmp_path / "elsewhere.yaml")
    file.symlink_to(tmp_path / "elsewhere.yaml")
    assert "offer-photo.yaml:0:0 E094" in at(pack)


def test_two_packs_may_not_bring_one_id(pack: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(BOUQUET, tmp_path / "other"))
    (other / "dialogues" / "late-bouquet.yaml").rename(other / "dialogues" / "another.yaml")
    shelf = Shelf((Root(pack), Root(other)))
    with pytest.raises(InputError, match="E066"):
        shelf.own_standards()
    found: list[Problem] = []
    assert [s.pack for s in shelf.own_standards(found) if s.pack == "bouquet"] == ["bouquet", "bouquet"]
    assert [p.code for p in found] == ["E066", "E066"]


def test_the_packs_of_the_program_bring_standards_with_examples() -> None:
    brought = Shelf().own_standards()
    assert "private-in-public" in {s.id for s in brought}
    assert all(s.hits and s.misses for s in brought)
