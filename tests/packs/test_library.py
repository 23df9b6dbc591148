import pytest

from tests.packs.samples import write_pack
from trainer.model.place import Place
from trainer.model.plan import PlanDay, PlanItem
from trainer.model.problem import InputError, Problem
from trainer.packs.library import find_scenario, playable, scenario_folders
from trainer.packs.plan_reader import check_plan
from trainer.packs.problems import Problems


def test_the_pack_that_comes_with_the_program_is_found():
    assert "first-week" in [folder.name for folder in scenario_folders()]


def test_a_pack_of_the_author_comes_first_by_its_folder_or_the_one_above(tmp_path):
    folder = write_pack(tmp_path)
    assert scenario_folders([folder])[0] == folder
    assert scenario_folders([tmp_path])[0] == folder
    assert scenario_folders([tmp_path, folder]).count(folder) == 1


def test_a_folder_without_packs_is_refused_by_name(tmp_path):
    with pytest.raises(InputError) as caught:
        scenario_folders([tmp_path / "пусто"])
    assert "пусто" in str(caught.value)


def test_a_misspelt_scenario_gets_a_suggestion():
    with pytest.raises(InputError, match="courier-pickup"):
        find_scenario("courier-pikup")


def test_a_plan_may_name_what_lies_in_other_packs(tmp_path):
    for name, kind, item in (("one", "dialogues", "talk"), ("two", "exercises", "drill")):
        (tmp_path / name / kind).mkdir(parents=True)
        (tmp_path / name / kind / f"{item}.yaml").write_text("id: x\n", encoding="utf-8")
    assert playable([tmp_path / "one", tmp_path / "two", tmp_path / "none"]) == {"talk", "drill"}
    items = tuple(
        PlanItem(name, Place("pack.yaml", 3, column)) for column, name in enumerate(("talk", "drlil"))
    )
    found: list[Problem] = []
    check_plan(
        [PlanDay("one", "Первый", items)], playable([tmp_path / "one", tmp_path / "two"]), Problems(found)
    )
    assert [(item.code, item.place.column) for item in found] == [("E037", 1)]
    assert "«drill»" in found[0].text
