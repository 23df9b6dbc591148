"""The shelf: where packs are found, and what is refused with the place it was named at."""

import pickle
from pathlib import Path

import pytest

from tests.packs.samples import PACK, TALK, write_pack
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.packs.library import home
from trainer.packs.shelf import Root, Shelf

NAMED = Place("--packs")


def shelf(*paths: Path) -> Shelf:
    return Shelf(tuple(Root(path, NAMED) for path in paths))


def refused(*paths: Path) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        shelf(*paths).folders()
    return caught.value.problems


def write(home_: Path, pack_id: str, talk_id: str = "talk") -> Path:
    folder = write_pack(home_, TALK.replace("id: talk", f"id: {talk_id}"), PACK.replace("demo", pack_id))
    (folder / "dialogues" / "talk.yaml").rename(folder / "dialogues" / f"{talk_id}.yaml")
    text = (folder / "pack.yaml").read_text(encoding="utf-8").replace("[talk]", f"[{talk_id}]")
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return folder.rename(home_ / pack_id)


def test_an_empty_shelf_holds_what_came_with_the_program() -> None:
    assert "first-week" in [folder.name for folder in Shelf().folders()]
    assert Shelf().find("courier-pickup")[0].id == "first-week"


def test_a_root_is_a_pack_or_holds_packs_at_its_top_or_in_scenarios(tmp_path: Path) -> None:
    top, inner = write(tmp_path, "sales"), write(tmp_path / "scenarios", "support", "other")
    assert shelf(top).folders()[0] == top
    assert set(shelf(tmp_path).folders()) >= {top, inner}
    pack, found = shelf(tmp_path).find("other")
    assert (pack.id, found.id) == ("support", "other")
    assert shelf(tmp_path).find("courier-pickup")[0].id == "first-week"


def test_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "sales")
    write(tmp_path, ".git", "other")
    assert ".git" not in [folder.name for folder in shelf(tmp_path).folders()]


def test_a_folder_that_is_reached_twice_counts_once(tmp_path: Path) -> None:
    folder = write(tmp_path, "sales")
    found = shelf(folder, tmp_path, home()).folders()
    assert found.count(folder) == 1
    assert len(found) == len(Shelf().folders()) + 1


def test_a_missing_folder_and_one_without_packs_are_all_told_where_they_were_named(tmp_path: Path) -> None:
    (tmp_path / "пусто").mkdir()
    file = tmp_path / "файл"
    file.write_text("")
    found = refused(tmp_path / "нет", tmp_path / "пусто", file, Path("a" * 5000))
    assert [problem.code for problem in found] == ["E061", "E061", "E061", "E065"]
    assert {problem.place for problem in found} == {NAMED}
    assert any("пусто" in problem.text and "pack.yaml" in problem.text for problem in found)


def test_two_packs_with_one_id_are_refused_with_both_places(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a", "sales"), write(tmp_path / "b", "sales", "other")
    (problem,) = refused(first, second)
    assert problem.place == Place(str(second / "pack.yaml"))
    assert str(first / "pack.yaml") in problem.text
    assert problem.code == "E062"


def test_a_pack_may_not_take_the_id_of_one_that_came_with_the_program(tmp_path: Path) -> None:
    (problem,) = refused(write(tmp_path, "first-week"))
    assert (problem.code, Path(problem.place.path).parent.name) == ("E062", "first-week")


def test_two_scenarios_with_one_id_are_refused_at_the_second(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a"), write(tmp_path, "b")
    (problem,) = refused(first, second)
    assert (problem.code, problem.place.path) == ("E063", str(second / "dialogues" / "talk.yaml"))
    (taken,) = refused(write(tmp_path / "c", "c", "courier-pickup"))
    assert taken.code == "E063"


def test_a_repository_may_be_cloned_under_any_name(tmp_path: Path) -> None:
    folder = write(tmp_path, "sales").rename(tmp_path / "Наш клон")
    with pytest.raises(InputError, match="E033"):
        shelf(folder).find("talk")
    (folder / ".git").mkdir()
    assert shelf(folder).find("talk")[0].id == "sales"
    (problem,) = refused(folder, write(tmp_path, "sales", "other"))
    assert problem.code == "E062"


def test_a_scenario_that_its_pack_does_not_list_is_no_crash(tmp_path: Path) -> None:
    folder = write(tmp_path, "sales")
    (folder / "dialogues" / "spare.yaml").write_text(TALK.replace("id: talk", "id: spare"), encoding="utf-8")
    with pytest.raises(InputError, match="E032"):
        shelf(folder).find("spare")


def test_a_shelf_travels_to_other_processes(tmp_path: Path) -> None:
    own = shelf(write(tmp_path, "sales"))
    assert pickle.loads(pickle.dumps(own)).folders() == own.folders()
