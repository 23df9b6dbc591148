"""The debrief: what to remember, what was before a retry, where other answers would have led."""

import pytest
from contrast import faint
from desks import FakeDesk, settle, shown, written
from fakes import BYE, LACKS_PRICE, PRICE, RUDE
from textual.pilot import Pilot

from trainer.practice.records import Mode
from trainer.tui.app import TrainerApp
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.verdict import VerdictScreen


def played(desk: FakeDesk) -> TrainerApp:
    session = desk.start("parcel", Mode.TRAINING)
    session.answer(RUDE)
    session.retry()
    for text in (LACKS_PRICE, PRICE, BYE):
        session.answer(text)
    session.finish()
    return TrainerApp(desk, session)


def path_of(pilot: Pilot[None]) -> str:
    menu = pilot.app.screen.query_one("#path")
    return "\n".join(str(option.prompt) for option in menu.options)  # type: ignore[attr-defined]


async def test_the_path_is_a_tree_with_what_other_answers_would_have_led_to(desk: FakeDesk) -> None:
    app = played(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        path = path_of(pilot)
        assert "├─ если сказать сразу: 250 рублей: клиент не переспросил бы" in path
        assert "├─ если допустить: грубость: концовка «Ольга ушла»" in path
        assert "├─ иначе: концовка «Осадок остался»" in path
        assert "└─ Ольга благодарна" in written(app)
        assert not faint(app)


async def test_a_talk_that_is_resumed_at_its_sum_is_told_with_titles(desk: FakeDesk) -> None:
    async with played(desk).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = written(pilot.app)
        assert "Доброжелательность" in text
        assert "Запомните" in text
        for name in ("goodwill", "answer-fully", "log-contact"):
            assert name not in text


async def test_an_answer_given_anew_shows_what_was_and_what_is(desk: FakeDesk) -> None:
    app = played(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = written(app)
        assert f"было  {app.screen.session.talk.attempts[0].verdict.score:>3} {RUDE}" in text  # type: ignore[attr-defined]
        assert LACKS_PRICE in text
        assert text.index("Было и стало") < text.index(RUDE) < text.index(LACKS_PRICE)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_lines_to_remember_are_numbered_and_a_step_opens_its_verdict(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    app = played(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Запомните" in written(app)
        assert "1. Ответить" in written(app)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert isinstance(app.screen, VerdictScreen)
        assert LACKS_PRICE in shown(app)
