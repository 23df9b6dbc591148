"""Preferences in ``settings.toml``: one line is changed, everything else stays."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.model.problem import InputError
from trainer.practice.preferences import Preferences
from trainer.storage.preferences import read_preferences, with_line, write_preference
from trainer.storage.seen import LESSON, mark_seen, was_seen

OWN = '# мои наборы\npacks = ["~/наборы"]  # общие\n\n[xapi]\nurl = "https://lrs.test"\ntheme = "чужая"\n'


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"TRAINER_HOME": str(tmp_path / "дом")}


def settings(home: dict[str, str]) -> Path:
    return Path(home["TRAINER_HOME"]) / "settings.toml"


def test_nothing_chosen_is_the_dark_theme_with_hints(home: dict[str, str]) -> None:
    assert read_preferences(home) == Preferences()
    assert Preferences() == Preferences("dark", True, "", ())


def test_a_choice_is_written_read_changed_and_forgotten(home: dict[str, str]) -> None:
    write_preference("theme", "light", home)
    write_preference("hints", False, home)
    write_preference("person", 'Анна "Ким"\\', home)
    assert read_preferences(home) == Preferences("light", False, 'Анна "Ким"\\')
    write_preference("theme", "dark", home)
    write_preference("person", None, home)
    assert read_preferences(home) == Preferences("dark", False)
    assert settings(home).read_text("utf-8").count("theme") == 1
    assert not list(settings(home).parent.glob("tmp*"))


def test_comments_and_sections_stay_as_they_are(home: dict[str, str]) -> None:
    settings(home).parent.mkdir()
    settings(home).write_text(OWN, "utf-8")
    write_preference("theme", "light", home)
    text = settings(home).read_text("utf-8")
    assert text.replace('theme = "light"\n', "", 1) == OWN
    assert read_preferences(home).packs == ("~/наборы",)


@pytest.mark.parametrize(
    ("text", "code"), [('theme = "ночь"', "E196"), ('hints = "нет"', "E197"), ("theme = [", "E190")]
)
def test_a_value_that_means_nothing_is_told_with_its_place(
    home: dict[str, str], text: str, code: str
) -> None:
    settings(home).parent.mkdir()
    settings(home).write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_preferences(home)
    assert code in str(caught.value)
    assert "settings.toml" in str(caught.value)


def test_a_value_over_several_lines_is_left_to_the_person(home: dict[str, str]) -> None:
    settings(home).parent.mkdir()
    text = 'person = """Анна\nКим"""\n'
    settings(home).write_text(text, "utf-8")
    with pytest.raises(InputError, match="E198"):
        write_preference("person", "Борис", home)
    assert settings(home).read_text("utf-8") == text


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match="E198"):
        write_preference("theme", "light", {"TRAINER_HOME": str(tmp_path / "file")})


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(["", OWN, 'person = "x"\nhints = true']),
)
def test_any_name_comes_back_as_it_was(name: str, before: str) -> None:
    read = tomllib.loads(with_line(before, "person", name))
    assert read == {**tomllib.loads(before), "person": name}
    assert "person" not in tomllib.loads(with_line(with_line(before, "person", name), "person", None))


def test_the_lesson_is_seen_by_each_person_once(home: dict[str, str]) -> None:
    assert not was_seen(LESSON, "anna", home)
    mark_seen(LESSON, "anna", home)
    assert was_seen(LESSON, "anna", home)
    assert not was_seen(LESSON, "boris", home)


@pytest.mark.parametrize("text", ["[", "[]", "\x00"])
def test_a_file_that_cannot_be_read_does_not_teach_twice(home: dict[str, str], text: str) -> None:
    settings(home).parent.mkdir()
    (settings(home).parent / "seen.json").write_text(text, "utf-8")
    assert was_seen(LESSON, "anna", home)
    mark_seen(LESSON, "anna", home)  # and nothing breaks
