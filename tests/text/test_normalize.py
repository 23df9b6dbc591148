import re
import unicodedata
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.text.strategies import ANY, TYPED
from trainer.model.span import Span
from trainer.text.normalize import normalize


def typed_as(typed: str, part: str) -> str:
    """Return what was typed where the normal form has ``part``."""
    source = normalize(typed)
    at = source.text.index(part)
    return source.span(at, at + len(part)).of(typed)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Ещё", "Еще"),
        ("е\u0308лка", "елка"),
        ("мои\u0306", "мой"),
        ("«да»", '"да"'),
        ("“да” „нет“", '"да" "нет"'),
        ("да — нет – или", "да - нет - или"),
        ("12\u00a0000\u202f₽", "12 000 ₽"),
        ("так\tсяк", "так сяк"),
        ("один\r\nдва", "один\n\nдва"),
        ("ну…", "ну."),
        ("за\u0301мок", "замок"),
        ("за\u200bказ", "заказ"),
        ("за\x1bказ", "за каз"),
    ],
)
def test_ways_of_typing_have_one_spelling(typed: str, normal: str) -> None:
    assert normalize(typed).text == normal


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("cпасибо", "спасибо"),
        ("Cпacибo", "Спасибо"),
        ("Вектор Delivery", "Вектор Delivery"),
        ("SMS код", "SMS код"),
        ("оk", "оk"),
    ],
)
def test_latin_letters_inside_a_russian_word_become_russian(typed: str, normal: str) -> None:
    assert normalize(typed).text == normal


def test_words_keep_their_place_in_what_was_typed() -> None:
    assert typed_as("Да, мои\u0306 заказ", "мой") == "мои\u0306"
    assert typed_as("😀😀 привет", "привет") == "привет"
    assert typed_as("раз\r\nдва", "два") == "два"
    assert typed_as("за\u200bказ тут", "заказ") == "за\u200bказ"
    assert typed_as("за\u0301мок", "замок") == "за\u0301мок"


def test_lower_case_moves_nothing() -> None:
    source = normalize("İstanbul ЗАКАЗ")
    assert len(source.lower) == len(source.text)
    assert source.lower.endswith("заказ")


def test_an_empty_stretch_lies_where_it_would_begin() -> None:
    source = normalize("мои\u0306 дом")
    assert source.span(3, 3) == Span(4, 4)
    assert source.span(7, 7) == Span(len(source.typed), len(source.typed))
    assert normalize("").span(0, 0) == Span(0, 0)


@given(ANY)
@example("\u0306\u0301")
@example("и\u0306" * 3)
@example("\r\n\r\n")
@example("👩‍👧🇷🇺")
@example("ﬁ½²")
def test_the_map_covers_the_text_from_left_to_right(typed: str) -> None:
    source = normalize(typed)
    assert len(source.text) == len(source.starts) == len(source.ends) == len(source.lower)
    assert all(0 <= a < b <= len(typed) for a, b in zip(source.starts, source.ends, strict=True))
    assert list(source.starts) == sorted(source.starts)
    assert list(source.ends) == sorted(source.ends)


@given(TYPED)
def test_decomposed_and_composed_typing_read_the_same(typed: str) -> None:
    composed = unicodedata.normalize("NFC", typed)
    assert normalize(unicodedata.normalize("NFD", composed)).text == normalize(composed).text


@given(ANY)
def test_no_control_character_is_left(typed: str) -> None:
    assert not [c for c in normalize(typed).text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]


PLAIN = "абвёЙя ABc!~09«»“”„’‘–—−‑\u00a0\u202f\u2009…№₽\n\t\r"


@given(st.text(st.sampled_from(PLAIN), max_size=60))
def test_plain_typing_takes_a_shorter_way_to_the_same(typed: str) -> None:
    short = normalize(typed)
    with mock.patch("trainer.text.normalize._PLAIN", re.compile(r"(?!)")):
        assert short == normalize(typed)


def test_what_cannot_be_seen_is_dropped_and_what_steers_is_a_space() -> None:
    assert normalize("а\ud800б\u200bв\x07г\ue000д").text == "абв гд"
