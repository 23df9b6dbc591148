import itertools

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
