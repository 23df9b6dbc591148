import pytest
from fields import Field
from textual.events import Key, Paste

from trainer.tui.keys import as_meant, know_old_terminals
from trainer.tui.widgets.answer_field import AnswerField


@pytest.mark.parametrize(
    ("key", "character", "meant", "text"),
    [
        ("ctrl+с", None, "ctrl+c", None),
        ("ctrl+shift+я", None, "ctrl+shift+z", None),
        ("shift+ф", None, "Ф", "Ф"),
        ("ф", "ф", "ф", "ф"),
        ("ctrl+q", None, "ctrl+q", None),
        ("f1", None, "f1", None),
        ("+", "+", "+", "+"),
    ],
)
def test_keys_as_meant(key: str, character: str | None, meant: str, text: str | None) -> None:
    event = Key(key, character)
    as_meant(event)
    assert (event.key, event.character) == (meant, text)


def test_alt_enter_of_old_terminals_is_not_enter() -> None:
    from textual._xterm_parser import XTermParser

    know_old_terminals()
    parser = XTermParser()
    assert [event.key for event in parser.feed("\x1b\r") if isinstance(event, Key)] == ["alt+enter"]


class Typed(Field):
    async def type(self, text: str, gap: float, before_enter: float) -> None:
        """Type a text; ``gap`` and ``before_enter`` are seconds between the keys."""
        field, time = self.query_one(AnswerField), 1000.0
        for char in text:
            time += before_enter if char == "\n" else gap
            event = Key("enter", "\r") if char == "\n" else Key(char, char)
            event.time = time
            await field._on_key(event)


async def test_enter_sends_what_a_hand_typed() -> None:
    app = Typed()
    async with app.run_test() as pilot:
        await app.type("Да\n", 0.06, 0.1)
        await pilot.pause()
        assert app.sent == ["Да"]


@pytest.mark.parametrize("before_enter", [0.0005, 0.1])
async def test_enter_right_after_a_run_no_hand_can_type_is_a_newline(before_enter: float) -> None:
    app = Typed()
    async with app.run_test() as pilot:
        await app.type("Добрый день\nВижу заказ", 0.0005, before_enter)
        await pilot.pause()
        assert app.sent == []
        assert app.query_one(AnswerField).text == "Добрый день\nВижу заказ"


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter", "alt+enter"])
async def test_newline_keys(key: str) -> None:
    app = Typed()
    async with app.run_test() as pilot:
        app.query_one(AnswerField).focus()
        await pilot.press("а", key, "б")
        assert app.query_one(AnswerField).text == "а\nб"
        assert app.sent == []


async def test_a_bracketed_paste_of_many_lines_is_kept_whole() -> None:
    app = Typed()
    async with app.run_test() as pilot:
        app.query_one(AnswerField).focus()
        app.post_message(Paste("раз\nдва\nтри"))
        await pilot.pause()
        assert app.query_one(AnswerField).text == "раз\nдва\nтри"
        assert app.sent == []
