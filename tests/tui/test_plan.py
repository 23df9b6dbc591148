"""The packs on the first screen, and the plan of a pack."""

from dataclasses import replace
from pathlib import Path

import pytest
from desks import FakeDesk, settle, shown, written
from fakes import BYE, FULL, NOTE, pack, scenario
from textual.events import Paste
from textual.pilot import Pilot

from tests.practice.exercises.drill import drill
from trainer.model.plan import PlanDay, PlanItem
from trainer.model.scenario import Pack
from trainer.packs.shelf import Root, Shelf
from trainer.practice.records import Mode
from trainer.storage.safe import SafeStore
from trainer.tui.app import TrainerApp
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.screens.exercise_brief import ExerciseBriefScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.plan import PlanScreen
from trainer.wiring import HouseDesk

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])


def week() -> Pack:
    days = (
        PlanDay("one", "День первый", (PlanItem("parcel"), PlanItem("gone"), PlanItem("drill")), minutes=30),
        PlanDay("two", "День [b]второй", (PlanItem("parcel"),), exam=True),
    )
    return replace(
        pack(), id="week", title="Неделя", audience="Новичкам.", minutes=120, trains=("greet",), plan=days,
        scenarios={},
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    desk = FakeDesk(SafeStore(tmp_path / "sessions"))
    desk.all = (replace(pack(), scenarios={"parcel": scenario()}), week())
    desk.drills = (replace(drill("rewrite"), id="drill"),)
    return desk


async def to_plan(pilot: Pilot[None]) -> PlanScreen:
    await settle(pilot)
    await pilot.press("end", "enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, PlanScreen)
    return pilot.app.screen


@SIZES
async def test_talks_stand_under_their_pack_and_enter_begins_the_first_one(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        rows = shown(app).split("\n")
        places = [
            next(n for n, row in enumerate(rows) if text in row[:50])
            for text in ("МАЛЫЙ", "Пропавшая", "НЕДЕЛЯ")
        ]
        assert places == sorted(places)
        assert "120 мин. Новичкам" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)


@SIZES
async def test_a_pack_tells_for_whom_it_is_and_what_its_plan_is(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("end")
        await pilot.pause()
        text = written(app)
        for part in ("Для кого: Новичкам.", "Сколько займёт: 120 мин", "поздороваться", "День первый  30 мин",
                     "[ ] Пропавшая посылка", "[ ] gone", "[ ] Живыми словами", "День [b]второй  экзамен"):  # fmt: skip
            assert part in text


async def test_enter_on_a_pack_without_a_plan_goes_to_its_first_talk(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("home", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)


async def test_what_is_done_is_marked_and_the_cursor_goes_to_what_is_next(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await to_plan(pilot)
        assert [day.done for day in screen.plan] == [(False, False, False), (False,)]
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)
        assert app.screen.mode is Mode.TRAINING
        await pilot.press("enter")
        await settle(pilot)
        for text in (FULL, BYE):
            app.post_message(Paste(text))
            await pilot.pause()
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("enter")
            await settle(pilot)
        app.post_message(Paste(NOTE))
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        assert [day.done for day in app.screen.plan] == [(True, False, False), (False,)]
        assert "[+] Пропавшая посылка" in shown(app)
        menu = app.screen.query_one("#days")
        assert menu.get_option_at_index(menu.highlighted).id == "0:1"  # type: ignore[attr-defined]


async def test_a_day_of_exam_is_played_as_one_and_what_is_not_there_is_told(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_plan(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        assert any("«gone» открыть не получилось" in note.message for note in app._notifications)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ExerciseBriefScreen)
        assert app.screen.mode is Mode.TRAINING
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)
        assert app.screen.mode is Mode.EXAM


def test_the_desk_tells_what_a_plan_names_in_vain_and_plays_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "week"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "id: week\ntitle: Неделя\nplan: [{id: one, title: День, items: [courier-pickup, courier-pikcup]}]\n",
        encoding="utf-8",
    )
    desk = HouseDesk(Shelf((Root(folder),)))
    (problem,) = desk.problems()
    assert "pack.yaml:3:" in problem
    assert "«courier-pickup»" in problem
    assert [item.id for item in desk.packs()[0].plan[0].items] == ["courier-pickup", "courier-pikcup"]
