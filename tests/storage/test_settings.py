"""The settings file, and which of option, variable and settings names the packs."""

import os
from pathlib import Path

import pytest

from trainer.model.problem import InputError
from trainer.packs.shelf import Shelf
from trainer.storage.settings import settings_path, shelf_of


def home(tmp_path: Path, text: str | bytes) -> dict[str, str]:
    raw = text.encode() if isinstance(text, str) else text
    (tmp_path / "settings.toml").write_bytes(raw)
    return {"TRAINER_HOME": str(tmp_path)}


def folders(*names: str, at: Path) -> list[str]:
    for name in names:
        (at / name).mkdir(parents=True)
    return [str(at / name) for name in names]


def paths(shelf: Shelf) -> list[str]:
    return [str(root.path) for root in shelf.roots]


def test_settings_stand_in_the_home_of_the_trainer_or_where_the_platform_keeps_them(tmp_path: Path) -> None:
    assert settings_path({"TRAINER_HOME": str(tmp_path)}) == tmp_path / "settings.toml"
    assert settings_path({}).parts[-2:] == ("trainer", "settings.toml")


def test_the_nearest_naming_wins(tmp_path: Path) -> None:
    option, variable, second, settled = folders("o", "v", "v2", "s", at=tmp_path)
    environment = home(tmp_path, f"packs = ['{settled}']")
    assert paths(shelf_of([], environment)) == [settled]
    environment["TRAINER_PACKS"] = os.pathsep.join([variable, "", second])
    assert paths(shelf_of([], environment)) == [variable, second]
    assert paths(shelf_of([option, second], environment)) == [option, second]
    environment["TRAINER_PACKS"] = ""
    assert paths(shelf_of([], environment)) == []


def test_a_relative_folder_of_the_settings_is_meant_from_the_file(tmp_path: Path) -> None:
    (own,) = folders("наборы", at=tmp_path)
    assert paths(shelf_of([], home(tmp_path, 'packs = ["наборы"]'))) == [own]


def test_no_settings_no_folders(tmp_path: Path) -> None:
    assert shelf_of([], {"TRAINER_HOME": str(tmp_path / "нет")}).roots == ()
    assert shelf_of([], home(tmp_path, "")).roots == ()


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('packs = ["a"', "", "E190 ошибка в TOML: список не закрыт"),
        ("\npacks = a", ":2:9", "E190 ошибка в TOML: значение не читается"),
        ('packs = "C:\\Users"', ":1:14", "одинарные кавычки"),
        ("packs = []\npaks = []", "", "E021 неизвестный ключ «paks» - возможно, вы имели в виду «packs»?"),
        ('packs = "a"', "", "E191"),
        ("packs = [1]", "", "E191"),
        ("packs = [' ']", "", "E191"),
        (b"packs = ['\xff']", "", "E004"),
        (b"#" * (2**20 + 1), "", "E192"),
        ("packs = ['нет такой']", "", "E061 нет папки с наборами"),
    ],
)
def test_what_is_wrong_with_the_settings_is_told_with_the_place(
    tmp_path: Path, text: str | bytes, place: str, says: str
) -> None:
    with pytest.raises(InputError) as caught:
        shelf_of([], home(tmp_path, text))
    told = str(caught.value)
    assert f"settings.toml{place}: error" in told
    assert says in told


def test_every_missing_folder_is_told_with_where_it_was_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        shelf_of(["нет", "тоже нет"], {})
    assert [str(problem.place) for problem in caught.value.problems] == ["--packs", "--packs"]
    with pytest.raises(InputError, match="TRAINER_PACKS: error: E061"):
        shelf_of([], {"TRAINER_PACKS": "нет"})
