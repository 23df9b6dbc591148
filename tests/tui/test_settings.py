"""Settings: changed by Enter, kept at once, told when that fails."""

import pytest
from contrast import faint
from desks import FakeDesk, settle, shown
from fakes import FULL
from textual.events import Paste

from trainer.model.place import NOWHERE
from trainer.model.problem import InputError, Problem
from trainer.practice.preferences import Preferences
from trainer.team.people import Person
from trainer.tui.app import TrainerApp
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.settings import SettingsScreen
from trainer.tui.screens.talk import TalkScreen

SMALL = (80, 24)


async def test_the_theme_is_changed_at_once_and_written_down(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f12")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        assert "Тема: тёмная" in shown(app)
        assert "/дом/settings.toml" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Тема: светлая" in shown(app)
        assert app.theme == "morning"
        assert not faint(app)
        assert desk.comfort.written == [("theme", "light")]
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_the_app_begins_as_the_person_likes_it(desk: FakeDesk) -> None:
    desk.comfort.chosen = Preferences(theme="light", hints=False)
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert app.theme == "morning"
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert "Подсказка" not in shown(app)
        await pilot.press("f3", "f4")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)


async def test_hints_are_taken_away_and_given_back(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f12", "down", "enter")
        await settle(pilot)
        assert "в разговоре: нет" in shown(app)
        assert app.screen.query_one("#choices").highlighted == 1  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settle(pilot)
        assert desk.comfort.written == [("hints", False), ("hints", True)]


async def test_who_practises_is_remembered_on_this_machine_or_asked(
    desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "player", lambda: Person("anna", "Анна [b]"))
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f12", "down", "down", "enter")
        await settle(pilot)
        assert "Кто занимается: Анна [b]" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert desk.comfort.written == [("person", "Анна [b]"), ("person", None)]


async def test_what_could_not_be_written_is_told(desk: FakeDesk) -> None:
    desk.comfort.why = "настройки не сохранились: нет прав [/]"
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f12", "enter")
        await settle(pilot)
        assert any("нет прав [/]" in note.message for note in app._notifications)


async def test_settings_with_an_error_are_told_and_the_app_begins(
    desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Preferences:
        raise InputError(Problem(NOWHERE, "E196", "«theme»: «dark»"))

    monkeypatch.setattr(desk.comfort, "preferences", broken)
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert any("«theme»" in note.message for note in app._notifications)


async def test_a_talk_goes_on_under_the_settings(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        app.post_message(Paste(FULL))
        await pilot.pause()
        await pilot.press("f12", "escape")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert app.screen.query_one("#answer").text == FULL  # type: ignore[attr-defined]
