"""Recovery: time goes by a clock of one's own, nothing is kept, one may leave at any moment."""

from pathlib import Path

import pytest
from desks import FakeDesk, paste, say, settle, shown, written
from drills import drill_desk
from fakes import BYE, FULL, NOTE, RUDE, scenario

from tests.practice.exercises.drill import drill
from trainer.model.scenario import Mood, Scenario
from trainer.tui.app import TrainerApp
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.note import NoteScreen
from trainer.tui.screens.recover import RecoverScreen
from trainer.tui.widgets.answer_field import AnswerField

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
SMALL = (80, 24)
NEVER = 1e6  # seconds between two looks at the clock: the test looks itself


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return drill_desk(tmp_path)


def rest(time: Time) -> RecoverScreen:
    return RecoverScreen(drill("recover"), time, NEVER)


@SIZES
async def test_the_walk_follows_the_clock_and_waits_at_a_question(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    time, app = Time(), TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = rest(time)
        await app.push_screen(screen)
        await pilot.pause()
        assert "посмотрите вдаль" in shown(app)
        assert "осталось 1:00" in shown(app)
        for seconds, told in ((51, "осталось 0:09"), (9, "Вдох   1 из 2"), (4, "Задержка   1 из 2"),
                              (2, "Выдох   1 из 2"), (6, "Вдох   2 из 2")):  # fmt: skip
            time.now += seconds
            screen.look()
            await pilot.pause()
            assert told in shown(app)
        time.now += 100
        screen.look()
        await pilot.pause()
        assert "Что из сказанного клиентом было о деле" in shown(app)
        assert app.screen.query_one(AnswerField).has_focus
        time.now += 1000
        screen.look()
        await pilot.pause()
        assert "Что из сказанного" in shown(app), "nobody is hurried at a question"
        await say(pilot, "Заказ правда опоздал.")
        assert "Вы сделали, что могли" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_written_is_kept_nowhere(desk: FakeDesk, tmp_path: Path) -> None:
    time, app = Time(), TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await app.push_screen(rest(time))
        await pilot.press("enter", "enter")
        await pilot.pause()
        await paste(pilot, "Очень личное")
        field = app.screen.query_one(AnswerField)
        await pilot.press("enter")
        await settle(pilot)
        assert field.text == ""
        await pilot.press("enter")
        await settle(pilot)
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for words in ("Очень личное", "drill-recover"):
        assert words.encode() not in kept
    assert not desk.store.unfinished_series()


@pytest.mark.parametrize("steps", range(4))
async def test_one_may_leave_at_any_moment(desk: FakeDesk, steps: int) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await app.push_screen(rest(Time()))
        for _ in range(steps):
            await pilot.press("enter")
            await pilot.pause()
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_the_screen_looks_at_the_clock_by_itself(desk: FakeDesk) -> None:
    time, app = Time(), TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await app.push_screen(RecoverScreen(drill("recover"), time, 0.01))
        time.now += 60
        for _ in range(100):
            await pilot.pause(0.02)
            if "Вдох" in shown(app):
                break
        assert "Вдох" in shown(app)


async def play(desk: FakeDesk, pilot, answers: tuple[str, ...]) -> None:
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    for text in answers:
        await say(pilot, text)
        await pilot.press("enter")
        await settle(pilot)
    if isinstance(pilot.app.screen, NoteScreen):
        await say(pilot, NOTE)
    assert isinstance(pilot.app.screen, DebriefScreen)


@pytest.mark.parametrize(("answers", "offered"), [((RUDE,), True), ((FULL, BYE), False)])
async def test_a_rest_is_offered_after_a_hard_talk_only(
    desk: FakeDesk, answers: tuple[str, ...], offered: bool
) -> None:
    app = TrainerApp(desk)
    desk.found = angry() if offered else scenario()
    async with app.run_test(size=SMALL) as pilot:
        await play(desk, pilot, answers)
        assert ("Разговор был тяжёлым" in written(app)) is offered
        await pilot.press("f8")
        await settle(pilot)
        assert isinstance(app.screen, RecoverScreen) is offered
        if offered:
            await pilot.press("escape")
            await settle(pilot)
            assert isinstance(app.screen, DebriefScreen)


def angry() -> Scenario:
    from dataclasses import replace

    found = scenario()
    return replace(found, client=replace(found.client, mood=Mood.FURIOUS))
