"""The look: contrast of what is shown, in both themes; nothing by colour alone."""

from collections.abc import AsyncIterator

import pytest
from contrast import colours, faint, pairs, ratio
from desks import FakeDesk, say, settle, shown
from fakes import BYE, FULL, NOTE, RUDE
from textual.pilot import Pilot

from trainer.tui.app import TrainerApp
from trainer.tui.screens.debrief import DebriefScreen

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=str)


async def walk(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Go through the screens of a talk; each stop is named."""

    async def press(*keys: str) -> None:
        await pilot.press(*keys)
        await settle(pilot)

    await settle(pilot)
    yield "home"
    await press("f6")
    yield "standards"
    await press("escape", "f1")
    yield "help"
    await press("escape", "enter")
    yield "briefing"
    await press("enter")
    yield "talk"
    await press("f3")
    yield "hint"
    await press("escape", "f2", "1")
    yield "card"
    await press("escape")
    await say(pilot, f"{RUDE} Здравствуйте")
    yield "verdict"
    await press("f4")
    yield "model"
    await press("f5")
    pilot.app.screen.query_one("#answer").load("")  # type: ignore[attr-defined]
    await say(pilot, FULL)
    await press("enter")
    yield "second line"
    await say(pilot, BYE)
    await press("enter")
    await say(pilot, "Ждёт посылку")
    yield "note"
    pilot.app.screen.query_one("#answer").load("")  # type: ignore[attr-defined]
    await say(pilot, NOTE)
    yield "debrief"
    await press("enter")
    yield "path"
    await press("pagedown")
    yield "end of debrief"


@pytest.mark.parametrize("theme", ["evening", "morning"])
async def test_every_text_has_contrast_on_what_stands_behind_it(desk: FakeDesk, theme: str) -> None:
    app, seen = TrainerApp(desk), 0
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        async for stop in walk(pilot):
            assert not faint(app), (stop, faint(app))
            seen += len(pairs(app))
        assert isinstance(app.screen, DebriefScreen)
    assert seen > 100  # something was measured


def test_contrast_is_measured_as_wcag_has_it() -> None:
    assert ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert ratio((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


async def test_no_color_means_no_colour_at_all_and_the_cursor_is_still_seen(
    desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = TrainerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        async for stop in walk(pilot):
            assert not colours(app), stop
            if stop in ("home", "path"):
                assert under_cursor(app), stop
            if stop == "verdict":
                assert any(style.underline for style in styles(app, "дурак"))
                assert "[1]" in shown(app)


def styles(app: TrainerApp, text: str) -> list:  # type: ignore[type-arg]
    strips = app.screen._compositor.render_strips()
    return [part.style for strip in strips for part in strip if part.style and text in part.text]


def under_cursor(app: TrainerApp) -> bool:
    listed = app.screen.query_one("#talks, #path")
    strips = app.screen._compositor.render_strips()[listed.region.y : listed.region.bottom]
    return any(part.style.underline for strip in strips for part in strip if part.style and part.text.strip())


@SIZES
async def test_no_line_is_too_long_to_be_read(desk: FakeDesk, size: tuple[int, int]) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        async for _ in walk(pilot):
            for part in app.screen.query("Section > .text, .line, #about-text, #standard-text, .deduction"):
                assert part.region.width <= 130
