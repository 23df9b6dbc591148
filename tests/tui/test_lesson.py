"""The first lesson: offered once, skippable, tells by doing what a verdict means."""

from pathlib import Path

import pytest
from desks import FakeDesk, settle, shown, written
from textual.events import Paste
from textual.pilot import Pilot

from trainer.storage.safe import SafeStore
from trainer.tui.app import TrainerApp
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.lesson import FirstLessonScreen, LessonOffer, LessonVerdictScreen
from trainer.tui.screens.page import PageScreen
from trainer.tui.widgets.answer_field import AnswerField

SMALL = (80, 24)
GOOD = "Здравствуйте, Лена! Понимаю, как вы волнуетесь. Торт привезём в субботу к 17:00."


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    found = FakeDesk(SafeStore(tmp_path / "sessions"))
    found.comfort.due = True
    return found


async def say(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(AnswerField).load("")
    pilot.app.post_message(Paste(text))
    await pilot.pause()
    await pilot.press("enter")
    await settle(pilot)


def coach(app: TrainerApp) -> str:
    return str(app.screen.query_one("#coach").render())


async def test_somebody_new_is_led_through_two_lines_and_sees_what_a_verdict_means(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, LessonOffer)
        assert "Esc – пропустить" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FirstLessonScreen)
        assert "Шаг 1 из 4" in coach(app)
        await say(pilot, "Можно")
        assert isinstance(app.screen, LessonVerdictScreen)
        verdict = app.screen.attempt.verdict
        lost = sum(item.points for item in verdict.deductions)
        assert f"100 − {lost} = {verdict.score}" in coach(app)
        assert coach(app).splitlines()[0][:20] in shown(app)
        await pilot.press("f5")
        await settle(pilot)
        assert "Шаг 3 из 4" in coach(app)
        await say(pilot, GOOD)
        assert f"Было {verdict.score}, стало" in coach(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Шаг 4 из 4" in coach(app)
        await say(pilot, GOOD)
        assert "Вот и весь разбор" in coach(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PageScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert desk.comfort.done == 1
        assert not desk.store.unfinished()  # nothing of it is kept


async def test_who_declines_or_leaves_is_not_asked_again(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert desk.comfort.done == 1
        await pilot.press("f6", "escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
    async with TrainerApp(desk).run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_lesson_can_be_left_in_the_middle_and_asked_for_again(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        await app.run_action("lesson")
        await settle(pilot)
        assert isinstance(app.screen, FirstLessonScreen)
        assert "Шаг 1 из 4" in coach(app)


async def test_a_perfect_first_answer_is_told_so(desk: FakeDesk) -> None:
    app = TrainerApp(desk, in_lesson=True)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, f"{GOOD} 250 завтра")
        if not app.screen.attempt.verdict.deductions:  # type: ignore[attr-defined]
            assert "100 из 100" in coach(app)
        assert "Возразить" not in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_lesson_leaves_room_for_the_answer(desk: FakeDesk, size: tuple[int, int]) -> None:
    app = TrainerApp(desk, in_lesson=True)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        field = app.screen.query_one(AnswerField)
        assert field.region.height >= 5
        assert field.region.bottom <= size[1] - 1
        assert "Торт привезут в 12" in written(app)
