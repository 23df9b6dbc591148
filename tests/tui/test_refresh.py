"""Ten minutes a day in the app: by keys alone, every form, left and gone on with."""

import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from contrast import faint, pairs
from desks import FakeDesk, paste, say, settle, shown, written
from fakes import StillClock
from textual.pilot import Pilot

from tests.refresh.conftest import WordJudge, library
from trainer.model.exercise import Form, NextItem, WhichItem
from trainer.model.place import NOWHERE
from trainer.model.problem import InputError, Problem
from trainer.model.span import Span
from trainer.model.verdict import Setting, Verdict
from trainer.practice.exercises.replay import resume
from trainer.practice.exercises.series import Series, start
from trainer.practice.tell import Names
from trainer.refresh.cards import Card, Situation
from trainer.refresh.library import Library
from trainer.refresh.memory import Memory
from trainer.refresh.plan import Reason
from trainer.refresh.rating import Rating
from trainer.refresh.run import Run
from trainer.refresh.today import Load, SetItem, Today, as_exercise
from trainer.storage.safe import SafeStore
from trainer.tui.app import TrainerApp
from trainer.tui.screens.assessment import AssessmentScreen
from trainer.tui.screens.exercise import ExerciseScreen
from trainer.tui.screens.help import HelpScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.refresh import RefreshScreen
from trainer.tui.screens.refresh_card import LessonScreen, RefreshCardScreen
from trainer.tui.screens.series_sum import SeriesSumScreen

__all__ = ["library"]

DAY = date(2026, 11, 22)
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
# One whose items can be recognised by a digit, so that a set can be done with one hand.
DIGITS = (Form.WHICH, Form.NEXT)
FORMS = (Form.ANSWER, Form.REWRITE, Form.SPOT, Form.VARIANTS, Form.SHORTEN, *DIGITS)


class Refreshing:
    """Puts one card of each form wanted; keeps the set as the house does."""

    def __init__(self, library: Library, folder: Path, forms: tuple[Form, ...]) -> None:
        self.library, self.store, self.judge = library, SafeStore(folder / "cards"), WordJudge()
        self.set = tuple(_item(library, form) for form in forms)
        self.series: Series | None = None
        self.asked_more = False

    def today(self) -> Today:
        done = len(self.series.kept) if self.series else 0
        card = self.set[0].card
        memory = Memory(30.0, 5.0, DAY, DAY + timedelta(days=2), Rating.GOOD, 0.2)
        late = replace(memory, stability=2.0, due=DAY)
        return Today(
            day=DAY,
            due=4,
            waiting=2,
            set=self.set,
            forecast=tuple(Load(DAY + timedelta(days=n), 3 if n == 2 else 0) for n in range(1, 15)),
            memories={card: late, Card("greet", Situation.CALM): memory},
            done=done,
            session="r" if self.series else "",
            finished=bool(self.series and self.series.closed),
        )

    def begin(self, *, more: bool = False) -> Run | None:
        self.asked_more = more
        found = as_exercise([one.item for one in self.set], self.library)
        catalogue = self.library.catalogue
        if self.series is None:
            self.series = start("r", found, self.judge, catalogue, self.store, StillClock())
        else:
            self.series = resume(self.store, "r", lambda _id: found, self.judge, catalogue, StillClock())
        return Run(self.series, self.today(), Names(catalogue))


def _item(library: Library, form: Form) -> SetItem:
    for card, sources in library.cards.items():
        for source in sources:
            if source.form is form and (item := library.make(source, 0)):
                return SetItem(item, card, form, Reason.MISSED, 30)
    raise AssertionError(form)


Make = Callable[..., TrainerApp]


@pytest.fixture
def app(tmp_path: Path, library: Library) -> Make:
    def made(*forms: Form, at: bool = True) -> TrainerApp:
        desk = FakeDesk(SafeStore(tmp_path))
        desk.standards = library.catalogue
        desk.refreshing = Refreshing(library, tmp_path, forms or DIGITS)
        return TrainerApp(desk, at_refresh=at)

    return made


def cards(app: TrainerApp) -> Refreshing:
    assert isinstance(app.desk, FakeDesk)
    assert isinstance(app.desk.refreshing, Refreshing)
    return app.desk.refreshing


def series(app: TrainerApp) -> Series:
    found = cards(app).series
    assert found
    return found


def right(app: TrainerApp) -> str:
    """Return the digit of the right option of the present card."""
    item = series(app).item
    assert isinstance(item, WhichItem | NextItem)
    return str(1 + [one.id for one in item.options].index(item.right))


async def begin(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


# ---------------------------------------------------------------- the way there
@pytest.mark.parametrize("key", ["r", "к"])
async def test_the_first_screen_says_what_is_due_and_one_key_leads_there(app: Make, key: str) -> None:
    made = app(at=False)
    async with made.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Освежить: десять минут (R)" in shown(made)
        assert "пора повторить: 4 карточки" in shown(made)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(made.screen, RefreshScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(made.screen, HomeScreen)


async def test_what_is_due_stands_under_the_cursor_and_enter_opens_it(app: Make) -> None:
    made = app(at=False)
    async with made.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Сегодня в наборе 2 карточки" in written(made)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(made.screen, RefreshScreen)


async def test_whoever_has_no_cards_begins_with_a_talk(tmp_path: Path) -> None:
    made = TrainerApp(FakeDesk(SafeStore(tmp_path)))
    async with made.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "карточек пока нет" in shown(made)
        await pilot.press("r")
        await settle(pilot)
        assert "Карточек пока нет" in shown(made)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(made.screen, RefreshScreen)
        await pilot.press("escape", "enter")
        await settle(pilot)
        assert not isinstance(made.screen, RefreshScreen | HomeScreen)


@SIZES
async def test_the_day_is_told_in_plain_words(app: Make, size: tuple[int, int]) -> None:
    made = app(*FORMS)
    async with made.run_test(size=size) as pilot:
        await settle(pilot)
        told = written(made)
        for text in (
            "Пора повторить: 4 карточки.",
            "Сегодня в наборе 7 карточек",
            "Ещё 2 карточки подождут",
            "Уже встречались 2 карточки: держатся 1, ещё свежие 0, пора повторить 1.",
            "[ ] Ответить на реплику.",
            "24.11",
        ):
            assert text in told
        assert "trainer refresh --more" not in told


# ---------------------------------------------------------------- cards
async def answer(pilot: Pilot[None], app: TrainerApp, form: Form) -> None:
    """Answer the present card of a form by keys."""
    if form in DIGITS:
        await pilot.press(right(app))
    elif form is Form.VARIANTS:
        for text in ("Сейчас всё сделаю.", "Уже берусь, всё будет.", "Да, всё решу сегодня."):
            await paste(pilot, text)
            await pilot.press("enter")
            await pilot.pause()
    elif form is Form.SPOT:
        await pilot.press("enter", "enter")
    else:
        await say(pilot, "Сейчас всё сделаю.")
    await settle(pilot)


async def answer_badly(pilot: Pilot[None], app: TrainerApp, form: Form) -> None:
    """Answer so that the lesson has something to take off for."""
    if form in DIGITS:
        await pilot.press("2" if right(app) == "1" else "1")
    elif form in (Form.VARIANTS, Form.SPOT):
        await answer(pilot, app, form)
    else:
        app.screen.query_one("TextArea").load("")  # type: ignore[attr-defined]
        await say(pilot, "Нет.")
    await settle(pilot)


@SIZES
@pytest.mark.parametrize("form", FORMS)
async def test_every_form_is_done_by_keys_and_ends_with_the_lesson(
    app: Make, form: Form, size: tuple[int, int]
) -> None:
    made = app(form)
    async with made.run_test(size=size) as pilot:
        await begin(pilot)
        screen = made.screen
        assert isinstance(screen, RefreshCardScreen)
        assert "прошлый раз не вышло" in written(made)
        assert screen.help_for() is form
        await answer(pilot, made, form)
        assert isinstance(made.screen, LessonScreen), form
        lesson = made.screen.lesson
        told = written(made)
        assert f"Стандарт: {lesson.title}" in told
        assert lesson.line in told
        assert lesson.best in told
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(made.screen, AssessmentScreen)
        await pilot.press("escape", "enter")
        await settle(pilot)
        assert isinstance(made.screen, SeriesSumScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(made.screen, RefreshScreen)
        assert "На сегодня всё." in shown(made)


async def test_too_easy_is_one_key_that_goes_on(app: Make) -> None:
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press(right(made))
        await settle(pilot)
        assert "→ Слишком легко" in shown(made)
        await pilot.press("right")
        await settle(pilot)
        assert series(made).progress.easy == {series(made).items[0].id}
        assert isinstance(made.screen, RefreshCardScreen)
        assert "2 из 2" in shown(made)


async def test_what_went_wrong_cannot_have_been_too_easy(app: Make) -> None:
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("2" if right(made) == "1" else "1")
        await settle(pilot)
        assert isinstance(made.screen, LessonScreen)
        assert "Пока не засчитано" in shown(made)
        assert "Слишком легко" not in shown(made)
        await pilot.press("right", "e")
        await settle(pilot)
        assert isinstance(made.screen, LessonScreen)
        assert not series(made).progress.easy


async def test_a_card_is_answered_anew_by_f5(app: Make) -> None:
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press(right(made))
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(made.screen, RefreshCardScreen)
        assert not series(made).kept
        assert "1 из 2" in shown(made)


async def test_leaving_at_a_card_keeps_it_with_what_was_typed(app: Make) -> None:
    made = app(Form.WHICH, Form.ANSWER)
    async with made.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press(right(made))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await paste(pilot, "Понимаю, как это")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(made.screen, RefreshScreen)
        assert "Набор начат: сделано 1 из 2" in shown(made)
        assert "[+]" in shown(made)
        await pilot.press("enter")
        await settle(pilot)
        assert "2 из 2" in shown(made)
        assert "Понимаю, как это" in shown(made)


async def test_after_the_set_enter_asks_for_another_one(app: Make) -> None:
    made = app(Form.NEXT)
    async with made.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press(right(made))
        await settle(pilot)
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert "ещё один набор" in shown(made)
        await pilot.press("enter")
        await settle(pilot)
        assert cards(made).asked_more


async def stops(pilot: Pilot[None], app: TrainerApp) -> AsyncIterator[str]:
    """Go through a day of refreshers; each stop is named."""
    await settle(pilot)
    yield "day"
    await pilot.press("f1")
    await settle(pilot)
    yield "help"
    await pilot.press("escape", "enter")
    await settle(pilot)
    for form in FORMS:
        yield f"card {form}"
        await answer(pilot, app, form)
        yield f"lesson {form}"
        if app.screen.check_action("easy", ()):
            await pilot.press("f5")
            await settle(pilot)
            yield f"again {form}"
            await answer_badly(pilot, app, form)
            yield f"bad lesson {form}"
        await pilot.press("f4")
        await settle(pilot)
        yield f"whole {form}"
        await pilot.press("escape", "enter")
        await settle(pilot)
        if form is FORMS[-2]:
            await pilot.press("escape")
            await settle(pilot)
            yield "begun"
            await pilot.press("enter")
            await settle(pilot)
    yield "sum"
    await pilot.press("escape")
    await settle(pilot)
    yield "done"


@pytest.mark.parametrize("theme", ["evening", "morning"])
async def test_the_screens_of_refreshers_have_contrast(app: Make, theme: str) -> None:
    made, seen = app(*FORMS), 0
    async with made.run_test(size=(120, 40)) as pilot:
        made.theme = theme
        async for stop in stops(pilot, made):
            assert not faint(made), (stop, faint(made))
            seen += len(pairs(made))
        assert isinstance(made.screen, RefreshScreen)
        assert "На сегодня всё." in shown(made)
    assert seen > 100  # something was measured


class SlowJudge(WordJudge):
    """Waits until it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def score(self, text: str, setting: Setting) -> Verdict:
        assert self.go.wait(30)
        return super().score(text, setting)


async def test_keys_are_heard_while_an_answer_is_judged(app: Make) -> None:
    made = app(Form.ANSWER)
    cards(made).judge = judge = SlowJudge()
    async with made.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await paste(pilot, "Сейчас всё сделаю.")
        await pilot.press("enter")
        await pilot.pause()
        assert "Читаю ответ" in shown(made)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(made.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(made.screen, ExerciseScreen)
        judge.go.set()
        await settle(pilot)
        assert isinstance(made.screen, LessonScreen)


async def test_marked_words_of_a_card_are_named_and_not_only_underlined(app: Make) -> None:
    made = app(Form.WHICH)
    item = cards(made).set[0].item
    assert isinstance(item, WhichItem)
    word = item.text.split()[0]
    marked = replace(item, span=Span(0, len(word)))
    cards(made).set = (replace(cards(made).set[0], item=marked),)
    async with made.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        assert f"Речь о словах «{word}»." in written(made)


async def test_a_store_that_fails_is_said_in_the_row(app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made = app(at=False)

    def fails() -> Today:
        raise InputError(Problem(NOWHERE, "E205", "хранилище не отвечает"))

    monkeypatch.setattr(cards(made), "today", fails)
    async with made.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "сейчас не прочитать" in shown(made)
        await pilot.press("r")
        await settle(pilot)
        assert "хранилище не отвечает" in shown(made)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(made.screen, RefreshScreen)
