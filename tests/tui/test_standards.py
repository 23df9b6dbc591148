"""Standards: found as one types, with good and bad wordings and one's own answers."""

from pathlib import Path

import pytest
from contrast import faint
from desks import FakeDesk, NoRecords, settle, shown, written
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.cli.test_records import NASTY, talk
from tests.tui.test_mentor import as_anna, database
from trainer import wiring
from trainer.model.span import Span
from trainer.model.standard import Catalogue
from trainer.storage.db.engine import Database
from trainer.storage.safe import SafeStore
from trainer.team.said import Said
from trainer.tui.app import TrainerApp
from trainer.tui.finding import found
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.standards import StandardsScreen

__all__ = ["as_anna", "database"]  # fixtures
SMALL = (80, 24)


class Sayings(NoRecords):
    def said(self, standard: str) -> list[Said]:
        if standard != "empathy":
            return []
        at = "2026-11-20T10:00:00Z"
        return [
            Said("Понимаю вас [/]", (Span(0, 7),), False, 0, "parcel", at),
            Said("Ждите.", (), True, 12, "parcel", at),
        ]


@pytest.fixture
def desk(tmp_path: Path, shipped: Catalogue) -> FakeDesk:
    one = FakeDesk(SafeStore(tmp_path / "sessions"))
    one.standards, one.kept = shipped, Sayings()
    return one


async def typed(pilot: Pilot[None], text: str) -> None:
    for char in text:
        await pilot.press(char)
    await settle(pilot)


async def opened(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f6")
    for _ in range(100):  # on a busy machine the screen comes a little later
        await settle(pilot)
        if isinstance(pilot.app.screen, StandardsScreen):
            return
        await pilot.pause(0.02)


async def test_the_list_narrows_as_one_types_and_the_standard_is_told_whole(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert isinstance(app.screen, StandardsScreen)
        await typed(pilot, "empathy")
        assert f"1 из {len(desk.standards.standards)}" in shown(app)
        told = written(app)
        for part in (
            "Выразить понимание",
            "Зачем это клиенту",
            "Так хорошо",
            "А здесь этого нет",
            "id: empathy",
        ):
            assert part in told
        assert "+ 20.11, получилось: Понимаю вас [/]" in told
        assert "- 20.11, снято 12: Ждите." in told
        assert not faint(app)


async def test_escape_forgets_the_search_before_it_leaves(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await typed(pilot, "ъъ")
        assert "Ничего похожего" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, StandardsScreen)
        assert "ДОБРОЖЕЛАТЕЛЬНОСТЬ" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_arrows_move_and_pages_leaf_while_one_types(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        first = app.screen.query_one("#standards").highlighted  # type: ignore[attr-defined]
        await pilot.press("down", "down")
        await settle(pilot)
        assert app.screen.query_one("#standards").highlighted == first + 2  # type: ignore[attr-defined]
        await pilot.press("pagedown")
        await settle(pilot)
        assert app.screen.query_one("#standard").scroll_y > 0
        await pilot.press("up")
        await settle(pilot)
        assert app.screen.query_one("#standard").scroll_y == 0


async def test_a_click_shows_a_standard_and_letters_still_search(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await pilot.click("#standards", offset=(3, 4))
        await settle(pilot)
        await typed(pilot, "обращ")
        assert app.screen.query_one("#standard-search").value == "обращ"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("поздор", "greet"),
        ("EMPATHY", "empathy"),
        ("извинениями", "apologize"),
        ("ПонимаНие", "empathy"),
        ("wrong", "wrong-fact"),
    ],
)
def test_the_best_comes_first(shipped: Catalogue, wanted: str, first: str) -> None:
    assert first in [one.id for one in found(list(shipped.standards.values()), wanted)][:6]


@given(st.text())
def test_whatever_is_typed_finds_some_of_them_once(wanted: str) -> None:
    from fakes import catalogue

    every = list(catalogue().standards.values())
    hits = found(every, wanted)
    assert len({one.id for one in hits}) == len(hits)
    if not wanted.strip():
        assert hits == every


def test_own_answers_are_told_but_not_those_of_others_or_of_an_exam_that_goes_on(as_anna: Database) -> None:
    talk(as_anna, "anna", "s-exam", "exam", end=False)
    said = wiring.HouseRecords().said("curt")
    assert [(one.text, one.broken, one.scenario) for one in said] == [(NASTY, True, "courier-pickup")]
    assert said[0].points == 35
    assert wiring.HouseRecords().said("empathy") == []
    talk(as_anna, "anna", "s-exam-2", "exam")
    assert len(wiring.HouseRecords().said("curt")) == 1 + 1
