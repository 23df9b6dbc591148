"""The screen goes on while answers are judged: nothing is judged on its thread, and the judge leaves it room."""

import asyncio
import gc
import threading
import time
from itertools import pairwise

import pytest
from desks import FakeDesk, say, settle
from fakes import BYE, FULL, NOTE, FakeJudge

from trainer.model.verdict import Setting, Verdict
from trainer.practice.records import Mode, Stage
from trainer.scoring.judge import Judge
from trainer.tui import tidy
from trainer.tui.app import TrainerApp
from trainer.tui.screens.help import HelpScreen
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.wiring.pauses import without_pauses


class Watched(FakeJudge):
    def __init__(self) -> None:
        super().__init__()
        self.threads: list[threading.Thread] = []

    def score(self, text: str, setting: Setting) -> Verdict:
        self.threads.append(threading.current_thread())
        return super().score(text, setting)


async def test_answers_and_notes_are_never_judged_on_the_thread_of_the_screen(desk: FakeDesk) -> None:
    desk.judge = judge = Watched()
    session = desk.start("parcel", Mode.TRAINING)
    app = TrainerApp(desk, session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for text in (FULL, BYE):
            await say(pilot, text)
            await pilot.press("enter")
            await settle(pilot)
        assert session.stage is Stage.NOTE
        await say(pilot, NOTE)
    assert session.stage is Stage.DONE
    assert len(judge.threads) >= 3
    assert threading.current_thread() not in judge.threads


class Slow(FakeJudge):
    """Judges by the real judge, over and over: as long as it takes to see whether the screen goes on."""

    TIMES = 40

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge, self.took = judge, 0.0

    def score(self, text: str, setting: Setting) -> Verdict:
        begun = time.perf_counter()
        for number in range(self.TIMES):
            self.judge.read(f"{text} {number}")
        self.took = time.perf_counter() - begun
        return super().score(text, setting)


async def test_the_screen_is_alive_while_an_answer_is_judged(desk: FakeDesk, judge: Judge) -> None:
    judge.read(FULL)
    desk.judge = slow = Slow(judge)
    session = desk.start("parcel", Mode.TRAINING)
    app = TrainerApp(desk, session)
    beats: list[float] = []

    async def beat() -> None:
        while not slow.took:
            beats.append(time.perf_counter())
            await asyncio.sleep(0.001)

    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(AnswerField).insert(FULL)
        await pilot.pause()
        heart = asyncio.create_task(beat())
        await pilot.press("enter")
        await settle(pilot)
        await heart
        assert isinstance(app.screen, VerdictScreen)
    longest = max(after - before for before, after in pairwise(beats))
    # Judged on the thread of the screen, there would be one beat before and one after.
    assert longest < slow.took / 3
    assert len(beats) > Slow.TIMES / 4


def test_what_stays_to_the_end_is_not_looked_through_for_garbage() -> None:
    before = gc.get_freeze_count()
    try:
        with without_pauses():
            assert not gc.isenabled()
        assert gc.get_freeze_count() > before
        assert gc.isenabled()
    finally:
        gc.unfreeze()


async def test_garbage_is_looked_for_when_nobody_types(
    desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, looks = gc.get_threshold(), []
    monkeypatch.setattr(tidy.gc, "collect", lambda: looks.append(1))
    monkeypatch.setattr(tidy.gc, "get_count", lambda: (0, 0, 9))
    app = TrainerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert gc.get_threshold()[2] > before[2]
        app._tidier.tidy()
        assert looks
    assert gc.get_threshold() == before


async def test_a_screen_is_laid_out_once_and_drawn_apart_from_that(
    desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        drawn: list[bool] = []
        laying: list[bool] = []

        def lay_out(screen: HelpScreen, *more: object, **named: object) -> None:
            laying.append(True)
            layout(screen, *more, **named)  # type: ignore[arg-type]
            laying.pop()

        def draw(screen: HelpScreen) -> None:
            drawn.append(bool(laying))
            refresh(screen)

        layout, refresh = HelpScreen._refresh_layout, HelpScreen._compositor_refresh
        monkeypatch.setattr(HelpScreen, "_refresh_layout", lay_out)
        monkeypatch.setattr(HelpScreen, "_compositor_refresh", draw)
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert app.screen.has_class("-wide", "-high")
    assert drawn
    assert drawn[0] is False  # the first picture is a piece of work of its own
