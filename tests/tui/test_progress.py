"""«Where am I» in the app, by its keys."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from desks import FakeDesk, settle, shown, written

from trainer.storage.safe import SafeStore
from trainer.team.progress.build import Progress, progress
from trainer.team.progress.data import DaySum, Drill, History, Measured, Scale, StandardWeek
from trainer.tui.app import TrainerApp
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.progress import AllStandardsScreen, ProgressScreen

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
TODAY = date(2026, 11, 22)
WEEK = date(2026, 11, 16)


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(SafeStore(tmp_path))


def stands() -> Progress:
    scale = Scale(
        (("warm", "Доброжелательность"), ("clear", "Заинтересованность")),
        (
            Measured("greet", "Поздороваться", "warm", always=False),
            Measured("jargon", "Сленг [b] и сокращения", "clear", always=True, fix="Скажите проще."),
        ),
    )
    days = tuple(DaySum(WEEK - timedelta(days=n), 3, 210) for n in range(20))
    lost = (StandardWeek(WEEK, "jargon", "clear", 2, 30, 0), StandardWeek(WEEK, "greet", "warm", 0, 0, 3))
    return progress("", History(days, lost), [Drill("rewrite", 5, 5, {"jargon": 5})], scale, TODAY)


@SIZES
async def test_f3_tells_where_one_stands_and_f3_again_all_standards(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    desk.stands = stands()
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Где я (F3)" in shown(app)
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, ProgressScreen)
        screen = shown(app)
        for text in ("Балл сейчас: 70 из 100", "Серия", "Заинтересованность", "Сленг [b] и сокращения"):
            assert text in screen
        told = written(app)
        assert "Переписать  до" in told
        assert "Пн   Вт" in told
        assert "Скажите проще." in told
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, AllStandardsScreen)
        assert "ДОБРОЖЕЛАТЕЛЬНОСТЬ" in shown(app)
        assert "Поздороваться" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ProgressScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_rows_keep_to_one_line(desk: FakeDesk) -> None:
    desk.stands = stands()
    for size in ((80, 24), (120, 40)):
        app = TrainerApp(desk)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await pilot.press("f3")
            await settle(pilot)
            row = next(line for line in shown(app).splitlines() if "Заинтересованность" in line)
            assert "хорошо" in row or "бывает" in row or "слабое место" in row


async def test_whoever_has_not_begun_is_told_what_to_do(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert "Пока здесь пусто" in shown(app)
        assert "Восемь качеств" not in shown(app)
        assert "Все стандарты" not in shown(app)
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, ProgressScreen)
