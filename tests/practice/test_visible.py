import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.visible import one_line, visible


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Да, можно ё 😊", "Да, можно ё 😊"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\r\nb\tc", "a \nb c"),
        ("x\u202ey\ud800z\x9b", "x▯y▯z▯"),
        ("й", "й"),
        ("\x7f", "␡"),
    ],
)
def test_what_cannot_be_seen_is_shown(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@given(st.text(st.characters(codec=None)))
def test_offsets_hold_and_nothing_is_raw(typed: str) -> None:
    shown = visible(typed)
    assert len(shown) == len(typed)
    assert not any(char in shown for char in "\x1b\x9b\x07\x08\r\u202e")


def test_one_line() -> None:
    assert one_line(" a\r\n b\x00") == "a b␀"
