"""The guide for trainees tells what the program does."""

from pathlib import Path

from trainer.practice.exercises.texts_ru import FORMS
from trainer.practice.texts_ru import HELP
from trainer.tui.exercise_texts_ru import HELP_KEYS as EXERCISE_KEYS
from trainer.tui.exercise_texts_ru import TO_DO
from trainer.tui.texts_ru import HELP_KEYS

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "trainee.md").read_text("utf-8")


def test_every_key_of_the_help_is_in_the_guide() -> None:
    for key, _ in HELP_KEYS:
        assert key in GUIDE or key.lower() in GUIDE.lower()


def test_every_form_of_exercise_is_in_the_guide() -> None:
    for form, name in FORMS.items():
        assert f"| {name} |" in GUIDE
        assert TO_DO[form]
        assert EXERCISE_KEYS[form]


def test_every_command_of_the_plain_mode_is_in_the_guide() -> None:
    commands = {line.split()[0] for line in HELP.splitlines() if line.startswith("/")}
    assert len(commands) == 9
    for command in commands:
        assert f"`{command}" in GUIDE


def test_the_pictures_are_there_and_show_the_screens() -> None:
    for name, word in (
        ("talk", "Карточка"),
        ("verdict", "снято"),
        ("debrief", "Доброжелательность"),
        ("exercise", "Отмечено"),
    ):
        picture = (DOCS / "pictures" / f"{name}.svg").read_text("utf-8")
        assert f"pictures/{name}.svg" in GUIDE
        assert word in picture
        assert "@font-face" not in picture
