"""Keys as terminals send them: other layouts, old terminals, lines that are slow, letters in two parts."""

import importlib
import pkgutil

import pytest
from desks import FakeDesk, settle, shown
from fakes import FULL, FakeJudge, StillClock, scenario
from fields import Field
from textual._xterm_parser import XTermParser
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

import trainer.tui
from trainer.practice.records import Mode
from trainer.practice.replay import resume
from trainer.storage.safe import SafeStore
from trainer.tui.app import TrainerApp
from trainer.tui.keys import as_meant, know_old_terminals
from trainer.tui.screens.help import HelpScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.object import ObjectScreen
from trainer.tui.screens.talk import TalkScreen
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets import answer_field
from trainer.tui.widgets.answer_field import AnswerField

RUDE = "Здравствуйте, дурак"


def sent_by_terminal(text: str) -> list[Key]:
    """Return the keys that Textual makes of what a terminal sends."""
    know_old_terminals()
    return [event for event in XTermParser().feed(text) if isinstance(event, Key)]


async def type_raw(pilot: Pilot[None], text: str, at: float | None = None, gap: float = 0.2) -> None:
    """Let the app have what a terminal sends, at times of our own."""
    for number, event in enumerate(sent_by_terminal(text)):
        if at is not None:
            event.time = at + number * gap
        pilot.app.post_message(event)
        await pilot.pause()


async def typed(text: str, pauses: dict[int, float], hold: float = 0.05) -> tuple[list[str], str]:
    """Type letters a hand could not type so fast, with a pause before some; return what was sent and what stands there.

    The clock of the field does not run: whoever waits, waits until the end.
    """
    app = Field()
    async with app.run_test() as pilot:
        field, time = app.query_one(AnswerField), 1000.0
        for number, char in enumerate(text):
            time += pauses.get(number, 0.0005)
            if pauses.get(number, 0) > hold and field._held:
                field._held.stop()
                field._send()
            event = Key({"\r": "enter", "\n": "ctrl+j"}.get(char, char), char)
            event.time = time
            await field._on_key(event)
        if field._held:
            field._held.stop()
            field._send()
        await pilot.pause()
        return app.sent, field.text


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_field, "HOLD", 30)  # longer than any test; ``typed`` says when it is over


@pytest.mark.usefixtures("waits")
class TestUnbracketedPaste:
    async def test_enter_alone_sends(self) -> None:
        assert await typed("Да\r", {1: 0.1, 2: 0.15}) == (["Да"], "Да")

    async def test_a_paste_that_begins_with_a_line_of_one_letter_is_not_sent(self) -> None:
        assert await typed("1\rКурьер\rприедет", {}) == ([], "1\nКурьер\nприедет")

    async def test_a_paste_that_comes_in_pieces_with_enter_first_is_not_sent(self) -> None:
        # A packet ends before the line does, and the next one is a third of a second late.
        text = "Добрый день!\rВижу заказ.\rПриедем завтра."
        assert await typed(text, {text.index("\r"): 0.3}) == ([], text.replace("\r", "\n"))

    async def test_enter_after_a_paste_sends_when_a_hand_presses_it(self) -> None:
        assert await typed("Добрый день\rВижу\r", {16: 0.6}) == (["Добрый день\nВижу"], "Добрый день\nВижу")

    async def test_lines_that_end_with_two_signs_are_no_empty_lines(self) -> None:
        assert await typed("раз\r\nдва\r\nтри", {}) == ([], "раз\nдва\nтри")

    async def test_a_new_line_by_hand_is_one(self) -> None:
        assert await typed("а\n\nб", {1: 0.3, 2: 0.3, 3: 0.3}) == ([], "а\n\nб")


async def test_enter_is_sent_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_field, "HOLD", 0.01)
    app = Field()
    async with app.run_test() as pilot:
        await pilot.press("Д", "а")
        app.query_one(AnswerField)._run = 0
        app.query_one(AnswerField)._last_key = 0
        await pilot.press("enter")
        await pilot.pause(0.05)
        assert app.sent == ["Да"]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x1b[1089;5u", "ctrl+c"),  # Ctrl+с, Kitty
        ("\x1b[1103;5u", "ctrl+z"),
        ("\x1b[1085;5u", "ctrl+y"),
        ("\x1b[1081;5u", "ctrl+q"),  # Ctrl+й
        ("\x1b[13;5u", "ctrl+enter"),
        ("\x1b[13;2u", "shift+enter"),
        ("\x1b[13;3u", "alt+enter"),
        ("\x1b\r", "alt+enter"),
        ("\n", "ctrl+j"),
        ("\r", "enter"),
        ("\x1bOP", "f1"),
        ("\x1b[11~", "f1"),
        ("\x1b[[A", "f1"),  # the console of Linux
        ("\x1b[P", "f1"),  # Kitty
        ("\x1b[15~", "f5"),
        ("\x1b[[E", "f5"),
        ("\x1b[21~", "f10"),
    ],
)
def test_what_terminals_send(sent: str, key: str) -> None:
    (event,) = sent_by_terminal(sent)
    as_meant(event)
    assert event.key == key


@pytest.mark.parametrize(
    "sent", ["o", "O", "щ", "Щ", "\x1b[1097;;1097u", "\x1b[1097;2;1065u", "\x1b[1097;2u", "\x1b[111;2u"]
)
async def test_a_letter_is_a_shortcut_in_every_layout(desk: FakeDesk, sent: str) -> None:
    session = desk.start("parcel", Mode.TRAINING)
    session.answer(RUDE)
    app = TrainerApp(desk, session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(VerdictScreen(session, session.kept[-1]))
        await settle(pilot)
        await type_raw(pilot, sent)
        await settle(pilot)
        assert isinstance(app.screen, ObjectScreen)
        # In a field the same key is a letter.
        field = app.screen.query_one(AnswerField)
        field.focus()
        await pilot.pause()
        await type_raw(pilot, "щО")
        assert field.text == "щО"


def every_binding() -> list[tuple[str, Binding]]:
    found = []
    for module in pkgutil.walk_packages(trainer.tui.__path__, "trainer.tui."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and issubclass(one, DOMNode) and one.__module__ == module.name:
                own = [item for item in one.__dict__.get("BINDINGS", []) if isinstance(item, Binding)]
                found += [(one.__name__, item) for item in own]
    return found


def test_letters_are_bound_in_both_cases_and_mean_the_key_not_the_sign() -> None:
    letters = {
        (name, item.action): set(item.key.split(","))
        for name, item in every_binding()
        if len(item.key.split(",")[0]) == 1
    }
    assert letters
    for where, keys in letters.items():
        latin = {key for key in keys if key.isascii() and key.isalpha()}
        assert {key.swapcase() for key in latin} == latin, where


def test_nothing_is_sent_by_a_key_that_means_a_newline_in_some_terminal() -> None:
    bound = {key for _, item in every_binding() for key in item.key.split(",")}
    assert bound.isdisjoint({"ctrl+j", "ctrl+enter", "shift+enter", "alt+enter", "ctrl+m"})


async def test_what_was_typed_is_taken_back_and_brought_again_in_either_layout() -> None:
    app = TrainerApp.__new__(TrainerApp)
    app = Field()
    async with app.run_test() as pilot:
        field = app.query_one(AnswerField)
        field.insert("Здравствуйте! ")
        field.history.checkpoint()
        field.insert("Вижу заказ.")
        for sent, text in (
            ("\x1b[1103;5u", "Здравствуйте! "),
            ("\x1b[1085;5u", "Здравствуйте! Вижу заказ."),
            ("\x1a", "Здравствуйте! "),
            ("\x19", "Здравствуйте! Вижу заказ."),
        ):
            for event in sent_by_terminal(sent):
                as_meant(event)
                app.post_message(event)
            await pilot.pause()
            assert field.text == text


async def test_letters_in_two_parts_are_judged_as_one_and_shown_as_typed(desk: FakeDesk) -> None:
    import unicodedata

    answer = unicodedata.normalize("NFD", "Здравствуйте! Мой коллега ещё занят.")
    session = desk.start("parcel", Mode.TRAINING)
    app = TrainerApp(desk, session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_raw(pilot, answer, at=1000.0)
        field = app.screen.query_one(AnswerField)
        assert field.text == answer
        assert session.draft() == answer or app.screen.drafts._text == answer


async def test_the_mouse_does_what_keys_do(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = shown(app).splitlines()
        row = next(number for number, line in enumerate(rows) if "Пропавшая посылка" in line)
        await pilot.click(offset=(6, row))
        await settle(pilot)
        for _ in range(2):
            if not isinstance(app.screen, TalkScreen):
                await click_footer(pilot, "enter")
                await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        field = app.screen.query_one(AnswerField)
        field.insert("абв")
        await pilot.click(AnswerField, offset=(field.region.width - 2, 1))
        await pilot.click(AnswerField, offset=(field.gutter.left + 1, field.gutter.top))
        await type_raw(pilot, "Я", at=2000.0)
        assert field.text == "аЯбв"
        await click_footer(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        await click_footer(pilot, "escape")
        await click_footer(pilot, "escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Продолжить" in shown(app)


async def click_footer(pilot: Pilot[None], key: str) -> None:
    await pilot.pause()
    keys = pilot.app.screen.query_one(Footer).query(FooterKey)
    wanted = next(one for one in keys if key in one.key.split(","))
    await pilot.click(wanted)
    await pilot.pause()


class TestNoDraftIsLost:
    def again(self, desk: FakeDesk, session_id: str) -> str:
        fresh = SafeStore(desk.store._home)
        return resume(fresh, session_id, lambda _: scenario(), FakeJudge(), StillClock()).draft()

    @pytest.mark.parametrize("how", ["quit", "leave", "hangup"])
    async def test_the_last_letters_are_kept_however_one_leaves(self, desk: FakeDesk, how: str) -> None:
        session = desk.start("parcel", Mode.TRAINING)
        app = TrainerApp(desk, session)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await type_raw(pilot, "Вижу ваш заказ", at=1000.0)
            if how == "hangup":
                app._ended()
            else:
                await pilot.press("ctrl+q" if how == "quit" else "escape")
            await pilot.pause()
        assert self.again(desk, session.id) == "Вижу ваш заказ"

    async def test_words_of_a_note_are_kept_too(self, desk: FakeDesk) -> None:
        session = desk.start("parcel", Mode.TRAINING)
        for text in (FULL, "Здравствуйте, понимаю. Курьер позвонит."):
            session.answer(text)
        app = TrainerApp(desk, session)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await type_raw(pilot, "Ждёт посылку", at=1000.0)
            await pilot.press("ctrl+q")
        assert self.again(desk, session.id) == "Ждёт посылку"

    async def test_an_objection_that_was_not_sent_is_asked_about(self, desk: FakeDesk) -> None:
        session = desk.start("parcel", Mode.TRAINING)
        session.answer(RUDE)
        app = TrainerApp(desk, session)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            app.push_screen(VerdictScreen(session, session.kept[-1]))
            await settle(pilot)
            await pilot.press("o")
            await settle(pilot)
            app.screen.query_one(AnswerField).focus()
            await pilot.pause()
            await type_raw(pilot, "Он сам", at=1000.0)
            await pilot.press("escape")
            assert isinstance(app.screen, ObjectScreen)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, VerdictScreen)


async def test_the_standards_open_by_f6_while_one_writes(desk: FakeDesk) -> None:
    app = Field()
    async with app.run_test():
        field = app.query_one(AnswerField)
        assert not field.check_action("select_line", ())
        assert field.check_action("undo", ())
