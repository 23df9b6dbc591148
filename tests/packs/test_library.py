import pytest

from tests.packs.samples import write_pack
from trainer.model.problem import InputError
from trainer.packs.library import find_scenario, scenario_folders


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
