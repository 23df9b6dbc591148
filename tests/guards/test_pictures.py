"""The pictures of the guides are made by one command, are there, are small, and show what they are said to show."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.project import ROOT

PICTURES = ROOT / "docs" / "pictures"
MOST = 200_000  # bytes
TITLE = "Тренажёр разговоров с клиентами"  # of the window around each picture
# Each picture with words of the screen that it shows.
SHOWS = {
    "talk": ("Карточка", "Enter"),
    "verdict": ("Разбор ответа", "снято"),
    "debrief": ("Итоги", "Восемь", "Запомните", "Ваш"),
    "exercise": ("Отмечено",),
    "exercises": ("Упражнения",),
    "preview": ("Предпросмотр",),
    "mentor": ("Стол", "наставника", "Анна"),
    "progress": ("Где", "качеств"),
    "standards": ("Стандарты", "Выразить", "Так"),
    "settings": ("Настройки", "Тема"),
    "lesson": ("Шаг", "Снято"),
    "refresh": ["Десять минут в день", "Набор на сегодня"],
    "refresh-card": ["из 9"],
    "refresh-lesson": ["Как вышло", "Пустое обещание"],
}


def words(svg: str) -> str:
    """Return what a picture says, with its spaces."""
    found = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    return " ".join(found).replace("&#160;", " ")


@pytest.mark.parametrize("name", SHOWS)
def test_a_picture_is_there_small_and_of_its_screen(name: str) -> None:
    picture = (PICTURES / f"{name}.svg").read_text("utf-8")
    assert len(picture.encode()) < MOST
    assert "@font-face" not in picture  # no fonts of others, nothing is loaded
    for word in (TITLE, *SHOWS[name]):
        assert word in words(picture)


def test_no_picture_is_there_that_nobody_shows() -> None:
    guides = "".join(path.read_text("utf-8") for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
    # Charts are made by other commands.
    of_the_app = {path.stem for path in PICTURES.glob("*.svg") if TITLE in words(path.read_text("utf-8"))}
    assert of_the_app == set(SHOWS)
    for name in SHOWS:
        assert f"pictures/{name}.svg" in guides


def test_the_command_makes_a_picture_from_the_running_app(tmp_path: Path) -> None:
    call = [sys.executable, str(ROOT / "docs" / "make_pictures.py"), "settings", "--into", str(tmp_path)]
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    subprocess.run(call, check=True, timeout=300, env={**os.environ, "PYTHONPATH": path}, cwd=ROOT)
    made = words((tmp_path / "settings.svg").read_text("utf-8"))
    stored = words((PICTURES / "settings.svg").read_text("utf-8"))
    assert "Настройки" in made
    assert "Тема:" in made
    # What is stored shows the same rows: the texts of the screen have not moved on since.
    assert made.split()[:20] == stored.split()[:20]
