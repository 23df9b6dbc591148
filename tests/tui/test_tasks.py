"""Reminders on the first screen and the choice of who practises, with the real store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desks import FakeDesk, settle, shown, written
from fakes import FULL
from textual.events import Paste
from textual.widgets import Input

from tests.storage.test_team_store import finish
from trainer import wiring
from trainer.practice.records import Mode
from trainer.storage.db import assignment_store as tasks
from trainer.storage.db import people_store as store
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.pins import set_pin
from trainer.team.assignments import Assignment
from trainer.team.people import Person, Role
from trainer.tui.app import TrainerApp
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.person import PersonScreen, PinScreen
from trainer.tui.screens.talk import TalkScreen
from trainer.wiring.team_desk import TeamDesk

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])
NOW = datetime.now(UTC)
DAY = timedelta(days=1)


class RealTeam(FakeDesk):
    """The small scenario and the simple judge, with the people and the assignments of the real store."""

    def __init__(self) -> None:
        super().__init__(wiring.store())
        self.team = TeamDesk()

    def players(self) -> object:
        return self.team.players()

    def player(self) -> Person | None:
        return self.team.player()

    def choose(self, person_id: str, pin: str) -> str:
        why = self.team.choose(person_id, pin)
        self.store = wiring.store()
        return why

    def tasks(self) -> object:
        return self.team.tasks()


def person(name: str, role: Role = Role.TRAINEE, pin: str = "") -> Person:
    with wiring.team(write=True) as connection:
        made = store.add_person(connection, name, NOW, role)
        if pin:
            set_pin(connection, made.id, pin)
    return made


def assign(whom: str, title: str, due: timedelta | None, mode: Mode = Mode.TRAINING, **more: object) -> str:
    given = Assignment("", title, ("parcel",), frozenset(), mode, due=due and NOW + due, **more)  # type: ignore[arg-type]
    with wiring.team(write=True) as connection:
        return tasks.add_assignment(connection, given, [whom], [], NOW).id


@SIZES
async def test_what_is_due_stands_on_top_and_enter_begins_it(home: Path, size: tuple[int, int]) -> None:
    assign("local", "Экзамен [b]дня", 3 * DAY, Mode.EXAM)
    assign("local", "Давно пора", -DAY)
    assign("local", "На завтра", DAY)
    desk = RealTeam()
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        rows = shown(app).split("\n")
        places = [
            next(n for n, row in enumerate(rows) if text in row[:50])
            for text in ("Задано: На завтра", "Задано: Экзамен [b]дня", "Задано: Давно пора", "Пропавшая")
        ]
        assert places == sorted(places)
        assert "сдать завтра" in shown(app)
        assert "новое" in shown(app)
        assert "просрочено " in shown(app)
        await pilot.press("down")
        await pilot.pause()
        assert "Режим: экзамен" in written(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)
        assert app.screen.mode is Mode.EXAM
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert desk.started_for == [desk.tasks()[1].assignment.id]


async def test_what_was_begun_goes_on_even_when_no_attempt_is_left(home: Path) -> None:
    assign("local", "Одна попытка", DAY, Mode.EXAM, attempts=1)
    desk = RealTeam()
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        pilot.app.post_message(Paste(FULL))
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape", "escape", "escape")
        await settle(pilot)
        while not isinstance(app.screen, HomeScreen):
            await pilot.press("escape")
            await settle(pilot)
        assert "Задано: Одна попытка" in shown(app)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert desk.count == 1


async def test_what_is_passed_goes_from_the_list(home: Path) -> None:
    assign("local", "Готовое", DAY)
    finish(wiring.database(), "local", "parcel", 90, datetime.now(UTC) - timedelta(minutes=5))
    app = TrainerApp(RealTeam())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Готовое" not in shown(app)


async def test_nobody_is_asked_where_there_is_one_person(home: Path) -> None:
    app = TrainerApp(RealTeam())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


@SIZES
async def test_of_several_people_one_is_chosen_and_sees_only_their_own(
    home: Path, size: tuple[int, int]
) -> None:
    anna, boris = person("Анна [b]Котова"), person("Борис")
    assign(anna.id, "Для Анны", DAY)
    assign(boris.id, "Для Бориса", DAY)
    keep = EventStore(wiring.database(), boris.id)
    start = {"kind": "start", "at": NOW.isoformat(), "scenario": "parcel", "mode": "training"}
    keep.append("left", start)
    keep.save_draft("left", 0, "Начал")
    app = TrainerApp(RealTeam())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, PersonScreen)
        names = [row.strip() for row in shown(app).split("\n")]
        assert [name for name in names if name in ("Анна [b]Котова", "Борис", "Без имени")] == [
            "Анна [b]Котова", "Борис", "Без имени",
        ]  # fmt: skip
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, PersonScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Анна [b]Котова" in shown(app).split("\n")[0]
        assert "Для Анны" in shown(app)
        assert "Для Бориса" not in shown(app)
        assert "Продолжить" not in shown(app)
        assert wiring.person_id() == anna.id
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "Для Бориса" in shown(app)
        assert "Для Анны" not in shown(app)
        assert "Продолжить" in shown(app)


async def test_whoever_has_a_pin_is_asked_for_it(home: Path) -> None:
    olga = person("Ольга", Role.MENTOR, "4815")
    app = TrainerApp(RealTeam())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "наставник, спросит PIN" in shown(app)
        for pin in ("0000", "4815"):
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, PinScreen)
            app.screen.query_one(Input).value = pin
            await pilot.pause()
            assert pin not in shown(app)
            await pilot.press("enter")
            await settle(pilot)
            assert (wiring.person_id() == olga.id) is (pin == "4815")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert wiring.person_id() == olga.id


async def test_who_is_named_is_not_asked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person("Анна")
    monkeypatch.setenv("TRAINER_PERSON", "Анна")
    wiring.store.cache_clear()
    app = TrainerApp(RealTeam())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Анна" in shown(app).split("\n")[0]


async def test_a_store_that_does_not_answer_asks_and_reminds_of_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_DATABASE_URL", "postgresql://anna:secret@127.0.0.1:9/trainer")
    desk = TeamDesk()
    assert (desk.players(), desk.player(), desk.tasks()) == ((), None, ())
    assert "нет связи" in desk.choose("p1", "")
    monkeypatch.delenv("TRAINER_DATABASE_URL")


def test_a_session_of_the_real_desk_says_what_it_was_done_for(home: Path) -> None:
    found = assign("local", "Курьер", DAY)
    session = wiring.HouseDesk().start("courier-pickup", Mode.EXAM, found)
    assert wiring.store().events(session.id)[0]["assignment"] == found
