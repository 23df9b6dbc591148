"""One key and a sentence, in a real store; the decision is told at the next start and in the sums."""

from dataclasses import replace
from pathlib import Path

import pytest
from desks import FakeDesk, say, settle, written
from drills import at_exercise, drill_desk
from fakes import BYE, LACKS_PRICE, NOTE, RUDE
from test_app import to_talk
from textual.pilot import Pilot

from trainer.team.objections import Decision, State
from trainer.tui.app import TrainerApp
from trainer.tui.screens.assessment import AssessmentScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.object import ObjectScreen
from trainer.tui.screens.series_sum import SeriesSumScreen
from trainer.tui.screens.verdict import VerdictScreen


async def to_verdict(pilot: Pilot[None], desk: FakeDesk, text: str) -> VerdictScreen:
    await to_talk(pilot)
    await say(pilot, text)
    screen = pilot.app.screen
    assert isinstance(screen, VerdictScreen)
    desk.given = screen.attempt.verdict.deductions
    return screen


def decided(desk: FakeDesk, withdrawn: bool, before: int, after: int) -> None:
    made = Decision(withdrawn, "Цена названа", "vera", "2026-11-22T09:00:00Z", before, after)
    desk.made = [replace(item, decisions=(made,)) for item in desk.made]


@pytest.mark.parametrize("key", ["o", "щ", "O", "Щ"])
async def test_one_key_and_a_sentence(desk: FakeDesk, key: str) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(100, 40)) as pilot:
        await to_verdict(pilot, desk, LACKS_PRICE)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, ObjectScreen)
        await say(pilot, "Цену [b]клиент знает")
        assert isinstance(app.screen, VerdictScreen)
        (made,) = desk.made
        assert (made.attempt, made.deduction, made.text) == (1, 1, "Цену [b]клиент знает")
        assert "Вы возразили: «Цену [b]клиент знает»" in written(app)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, VerdictScreen)


async def test_of_several_deductions_one_is_chosen(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(100, 40)) as pilot:
        await to_verdict(pilot, desk, RUDE)
        await pilot.press("o")
        await settle(pilot)
        await pilot.press("down", "enter")
        await say(pilot, "Понимание было раньше")
        assert [item.deduction for item in desk.made] == [2]


async def test_nothing_is_kept_without_words(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(100, 40)) as pilot:
        await to_verdict(pilot, desk, LACKS_PRICE)
        await pilot.press("o")
        await settle(pilot)
        await say(pilot, "  ")
        assert isinstance(app.screen, ObjectScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, VerdictScreen)
        assert desk.made == []


async def test_a_decision_changes_the_sums_and_is_shown_with_both_scores(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 50)) as pilot:
        await to_verdict(pilot, desk, RUDE)
        await pilot.press("enter")
        await settle(pilot)
        await say(pilot, NOTE)
        assert isinstance(app.screen, DebriefScreen)
        before = app.screen.sum_up.score
        await pilot.press("щ")
        await settle(pilot)
        await pilot.press("enter")
        await say(pilot, "Поздоровался раньше")
        assert isinstance(app.screen, DebriefScreen)
        assert "Наставник ещё не решил" in written(app)
        decided(desk, True, before, before + 20)
        assert desk.made[0].state is State.WITHDRAWN
        await app.screen.recompose()
        assert app.screen.sum_up.score == before + 20
        assert f"Было {before}, стало {before + 20}" in written(app)
        assert "Цена названа" in written(app)


async def test_the_next_start_tells_what_was_decided(desk: FakeDesk) -> None:
    about = {"standard": "rude", "withdrawn": True, "before": 64, "after": 76, "reason": "Это [b]цитата"}
    desk.untold = [about]
    app = TrainerApp(desk)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        (note,) = app._notifications
        assert "«Грубость», было 64, стало 76. Это [b]цитата" in note.message
        assert desk.untold == []


async def test_a_perfect_answer_leaves_nothing_to_object_to(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await to_verdict(pilot, desk, "Здравствуйте! Понимаю. Завтра, 250 рублей.")
        assert not screen.attempt.verdict.deductions
        assert screen.check_action("object", ()) is False
        assert BYE


async def test_a_result_of_an_exercise_is_objected_to_with_the_same_key(tmp_path: Path) -> None:
    desk = drill_desk(tmp_path)
    app = at_exercise(desk, "rewrite")
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await say(pilot, "Сам дурак, вернём за 10 дней")
        screen = app.screen
        assert isinstance(screen, AssessmentScreen)
        lost = screen.done.assessment.losses
        assert lost
        desk.given = lost  # type: ignore[assignment]
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, ObjectScreen)
        await say(pilot, "Это цитата")
        assert isinstance(app.screen, AssessmentScreen)
        assert "Вы возразили: «Это цитата»" in written(app)
        before = screen.done.assessment.score
        decided(desk, True, before, before + lost[0].points)
        await pilot.press("enter")
        await settle(pilot)
        await say(pilot, "Новую кружку отправим завтра")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SeriesSumScreen)
        assert app.screen.sum_up.score > app.screen.given.score
        assert "наставник отменил снятие" in written(app)
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, SeriesSumScreen | ObjectScreen)
