import numpy as np
import pytest
from numpy.testing import assert_allclose

from trainer.text.analysis import Text
from trainer.text.meaning import Reader
from trainer.text.network import Array, gelu
from trainer.text.piece_rows import layer_norm
from trainer.text.pieces import Pieces, pieces_of


def read(reader: Reader, typed: str) -> tuple[tuple[Array, Array, float], Pieces]:
    pieces = pieces_of(Text(typed))
    numbers = np.array(pieces.sentence), np.array(pieces.clause)
    return reader.networks[0].read(pieces.ids, *numbers), pieces


def test_rows_are_normalised() -> None:
    one, none = np.ones(3, np.float32), np.zeros(3, np.float32)
    rows = layer_norm(np.array([[1, 2, 3], [10, 20, 60]], np.float32), one, none, 1e-9)
    assert_allclose(rows.mean(axis=1), 0, atol=1e-6)
    assert_allclose(rows.std(axis=1), 1, atol=1e-4)
    scaled = layer_norm(np.array([[1, 2, 3]], np.float32), 2 * one, none + 5, 1e-9)
    assert_allclose(scaled.mean(), 5, atol=1e-5)


def test_gelu_lets_the_large_pass_and_stops_the_negative() -> None:
    assert_allclose(gelu(np.array([-10.0, 0.0, 10.0], np.float32)), [0, 0, 10], atol=1e-4)


@pytest.mark.parametrize("typed", ["Да.", "Здравствуйте! Курьер приедет завтра, но позже."])
def test_logits_for_each_piece_and_for_the_whole(reader: Reader, typed: str) -> None:
    (at_piece, whole, _), pieces = read(reader, typed)
    assert at_piece.shape == (len(pieces.ids), len(reader.classes))
    assert whole.shape == (len(reader.classes),)
    assert np.isfinite(at_piece).all()
    assert np.isfinite(whole).all()


def test_the_same_text_gives_the_same_logits(reader: Reader) -> None:
    first, second = (read(reader, "Курьер приедет завтра.")[0][1] for _ in range(2))
    assert (first == second).all()
