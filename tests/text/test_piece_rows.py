import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from trainer.text.meaning import Reader
from trainer.text.network import ORDERS
from trainer.text.piece_rows import Array, PieceRows
from trainer.text.pieces import embed

IDS = (1, 900, 31, 900, 77, 4512, 2)


def rows_of(reader: Reader, common: tuple[int, ...] = ()) -> PieceRows:
    network = reader.networks[0]
    return PieceRows(network.w, [order for order, _ in ORDERS], network.eps, common)


def test_each_piece_has_its_embedding_and_as_many_parts_as_branches_have_neighbours(reader: Reader) -> None:
    embedded, projected, sums = rows_of(reader).of(IDS)
    assert_array_equal(embedded, embed(IDS))
    assert projected.shape == (7, 256 * 3)
    assert sums.shape == (7, 256 * (2 + 3 + 5))


def test_parts_add_up_to_the_first_matrix_over_neighbours(reader: Reader) -> None:
    _, projected, sums = rows_of(reader).of((31, 77))
    both = np.concatenate([projected[0, :256], projected[1, :256]])
    assert_allclose(sums[0, :256] + sums[1, 256:512], both @ reader.networks[0].w["w1_0"], atol=1e-4)


@pytest.mark.parametrize("common", [IDS, (31, 2), (5, 6)])
def test_a_table_of_common_pieces_changes_nothing(reader: Reader, common: tuple[int, ...]) -> None:
    for made, from_table in zip(rows_of(reader).of(IDS), rows_of(reader, common).of(IDS), strict=True):
        assert_allclose(from_table, made, atol=1e-4)


def test_what_was_read_before_changes_no_bit(reader: Reader) -> None:
    rows = rows_of(reader, (31, 2, 900))
    first = rows.of(IDS)[2].copy()
    rows.of(range(60))
    assert_array_equal(rows.of(IDS)[2], first)


def test_the_shipped_network_has_a_table_and_makes_it_once_when_it_is_needed(reader: Reader) -> None:
    network, asked = reader.networks[0], []

    def keep(shape: tuple[int, ...], make: object) -> Array:
        asked.append(shape)
        return np.zeros(shape, np.float32)

    rows = PieceRows(network.w, [order for order, _ in ORDERS], network.eps, reader.about["common"], keep)
    assert asked == []
    assert not rows.of(reader.about["common"][:5])[2].any()
    rows.of(IDS)
    assert asked == [(2048, 256 * 13)]
