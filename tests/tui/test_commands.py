"""Help for the screen in front, and the list of commands."""

import importlib
import pkgutil
import re

import pytest
from contrast import faint
from desks import FakeDesk, settle, shown, written
from textual.binding import Binding
from textual.command import CommandPalette

from trainer.tui import screens
from trainer.tui.app import TrainerApp
from trainer.tui.help_texts_ru import PAGES
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.help import HelpScreen, page_of
from trainer.tui.screens.settings import SettingsScreen
from trainer.tui.screens.standards import StandardsScreen

SMALL = (80, 24)
LATIN = re.compile(r"[A-Za-z]{4,}")
# Bases of screens, and the help itself.
NO_PAGE = {"TrainerScreen", "AnsweringScreen", "RecordedScreen", "HelpScreen"}


def every_screen() -> list[type[TrainerScreen[object]]]:
    found = set()
    for module in pkgutil.iter_modules(screens.__path__):
        loaded = importlib.import_module(f"{screens.__name__}.{module.name}")
        found |= {
            one for one in vars(loaded).values() if isinstance(one, type) and issubclass(one, TrainerScreen)
        }
    return sorted(found, key=lambda one: one.__name__)


@pytest.mark.parametrize(
    "screen",
    [one for one in every_screen() if one.__name__.endswith("Screen") and one.__name__ not in NO_PAGE],
    ids=lambda one: one.__name__,
)
def test_every_screen_has_help_that_names_its_keys(screen: type[TrainerScreen[object]]) -> None:
    page = page_of(screen)
    assert page, f"help_texts_ru.PAGES lacks a page for {screen.__name__}"
    told = " ".join(key for key, _ in page.keys)
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        if binding.show and binding.description:
            keys = binding.key.upper().replace("ESCAPE", "ESC").split(",")
            shown_as = (binding.key_display or "").upper()
            assert any(key in told.upper() for key in (*keys, shown_as)), (screen.__name__, binding.key)


def test_every_page_of_the_help_belongs_to_a_screen() -> None:
    assert set(PAGES.values()) == {page_of(one) for one in every_screen() if page_of(one)}


async def test_f1_tells_of_the_screen_in_front_first(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert "Этот экран: первый экран" in shown(app)
        await pilot.press("escape", "f6", "f1")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert "Этот экран: стандарты" in shown(app)
        assert "Клавиши везде" in written(app)
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, StandardsScreen)


async def test_commands_are_found_by_russian_words_and_run(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+з")  # Ctrl+P under the Russian layout
        await opened(pilot)
        told = shown(app)
        for title in ("Стандарты сервиса", "Настройки", "Первый разговор с пояснениями"):
            assert title in told
        assert not faint(app)
        await pilot.press(*"настр")
        await opened(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)


async def test_the_list_of_commands_speaks_russian_only(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await opened(pilot)
        front = [str(option.prompt) for option in app.screen.query_one("CommandList").options]  # type: ignore[attr-defined]
        assert len(front) > 5
        assert not [text for text in front if LATIN.search(text.replace("Ctrl", ""))]
        await pilot.press(*"ъъъ")
        await opened(pilot)
        assert "Ничего не нашлось" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert not isinstance(app.screen, CommandPalette)


async def opened(pilot) -> None:  # type: ignore[no-untyped-def]
    """Wait for the list, which is gathered in the background."""
    for _ in range(40):
        await pilot.pause(0.02)
        listed = pilot.app.screen.query_one("CommandList")
        if listed.option_count and not pilot.app.screen._show_busy:
            break
    await settle(pilot)
