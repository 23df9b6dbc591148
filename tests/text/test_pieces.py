import itertools

import numpy as np
import pytest
from hypothesis import given

from tests.text.strategies import ANY
from trainer.text.analysis import Text
from trainer.text.pieces import LIMIT, SIZE, clean, embed, pieces_of


@pytest.mark.parametrize(
    ("normal", "cleaned"),
    [
        ("ВНИМАНИЕ, заказ", "внимание, заказ"),
        ("СМС и ГЖ", "СМС и ГЖ"),
        ("ок)) да", "ок   да"),
        ("да 😀 да", "да   да"),
        ("№5 250 ₽", "N5 250 р"),
        ("(в скобках)", "(в скобках)"),
    ],
)
def test_what_confuses_the_encoder_is_taken_out(normal: str, cleaned: str) -> None:
    assert clean(normal) == cleaned


@given(ANY)
def test_positions_stay(typed: str) -> None:
    normal = Text(typed).source.text
    assert len(clean(normal)) == len(normal)


@given(ANY)
def test_each_piece_has_its_words(typed: str) -> None:
    text = Text(typed)
    pieces = pieces_of(text)
    assert len(pieces.ids) == len(pieces.ranges) == len(pieces.sentence) == len(pieces.clause)
    assert all(0 <= a <= b <= len(text.source.text) for a, b in pieces.ranges)
    for numbers in (pieces.sentence, pieces.clause):
        assert numbers[0] == 0
        assert all(b >= a for a, b in itertools.pairwise(numbers))


def test_pieces_know_their_sentence_and_clause() -> None:
    text = Text("Здравствуйте! Курьер приедет завтра, но придётся подождать вечера")
    pieces = pieces_of(text)
    words = {
        text.source.text[a:b]: (s, c)
        for (a, b), s, c in zip(pieces.ranges, pieces.sentence, pieces.clause, strict=True)
    }
    assert words["Здравствуйте!"] == (0, 0)
    assert words["приедет"] == (1, 1)
    assert words["подождать"] == (1, 2)


def test_a_long_answer_is_cut() -> None:
    pieces = pieces_of(Text("слово за словом " * 1000))
    assert len(pieces.ids) == LIMIT + 1


def test_embeddings_are_one_row_a_piece() -> None:
    rows = embed((1, 54551, 1, 2))
    assert rows.shape == (4, SIZE)
    assert (rows[0] == rows[2]).all()
    assert (rows[0] != rows[1]).any()


def numbers(typed: str) -> list[tuple[str, int, int]]:
    text = Text(typed)
    found = pieces_of(text)
    words = {}
    for (a, b), s, c in zip(found.ranges, found.sentence, found.clause, strict=True):
        if b > a:
            words[text.source.text[a:b]] = (text.source.text[a:b], s, c)
    return list(words.values())


def test_a_clause_of_one_or_two_words_goes_with_the_next_one() -> None:
    found = numbers("Да, конечно, курьер приедет завтра, но вы ждите его дома. Хорошо, спасибо.")
    assert [(word, clause) for word, _, clause in found if word in {"Да,", "курьер", "но", "Хорошо,"}] == [
        ("Да,", 0), ("курьер", 0), ("но", 1), ("Хорошо,", 2),
    ]  # fmt: skip
    assert {sentence for _, sentence, _ in found} == {0, 1}


def test_pieces_begin_and_end_with_marks_of_their_own() -> None:
    found = pieces_of(Text("Да"))
    assert (found.ids[0], found.ids[-1]) == (1, 2)
    assert (found.ranges[0], found.ranges[-1]) == ((0, 0), (2, 2))
    assert pieces_of(Text("")).ids == (1, 2)
    assert pieces_of(Text("Да")).ids == pieces_of(Text(" Да ")).ids


def test_what_is_too_long_for_a_word_is_read_in_the_same_way() -> None:
    short, long_ = pieces_of(Text("ха" * 50)), pieces_of(Text("ха" * 51))
    assert short.ids[1:6] == long_.ids[1:6]
    assert long_.ranges[1] == (0, 102)


def test_pieces_that_share_a_scale_have_rows_of_their_own() -> None:
    rows = embed((17, 0, 34))
    assert rows.dtype == np.float32
    assert np.isfinite(rows).all()
    assert (rows[0] != rows[2]).any()
    assert (embed((17,))[0] == rows[0]).all()
