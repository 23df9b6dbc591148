from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from tests.training import small_model
from trainer.training.transformer.packed import read_packed

torch = pytest.importorskip("torch")

from trainer.training.batches import prepare  # noqa: E402
from trainer.training.fit import BESIDE, fit, predict, taught  # noqa: E402
from trainer.training.material import Sample  # noqa: E402
from trainer.training.net import Net  # noqa: E402
from trainer.training.transformer.fit import Reader  # noqa: E402

CLASSES = ["rude", "greet"]
KNOWN = {"rude": 1.0, "greet": 1.0}
SAMPLES = [
    Sample("вы идиот.", frozenset({"rude"}), KNOWN, (("rude", 0, 8),), grade=1),
    Sample("курьер.", frozenset({"greet"}), KNOWN, grade=5),
]


def reader(seed: int = 1) -> Reader:
    torch.manual_seed(seed)
    return Reader(read_packed(small_model.model()), CLASSES)


def learned() -> Reader:
    return reader().learn(SAMPLES * 8, 80, 1, (), lambda _: None)


def test_a_reader_learns_and_repeats() -> None:
    texts = [sample.text for sample in SAMPLES]
    says = learned().says(texts)
    assert says[0, 0] > says[1, 0]
    assert says[1, 1] > says[0, 1]
    assert_allclose(learned().says(texts), says, atol=1e-5)


def test_a_text_is_read_alike_alone_and_beside_a_longer_one() -> None:
    one = reader()
    beside = one.says(["курьер.", "вы идиот. " * 12])
    assert_allclose(one.says(["курьер."])[0], beside[0], atol=0.05)


def test_what_was_learned_is_kept(tmp_path: Path) -> None:
    first, texts = learned(), [sample.text for sample in SAMPLES]
    first.keep(tmp_path / "reader.pt")
    assert_allclose(reader(2).take(tmp_path / "reader.pt").says(texts), first.says(texts), atol=1e-5)


def test_a_reader_counts_for_its_share_of_the_opinion() -> None:
    torch.manual_seed(1)
    teachers, rows = [Net(len(CLASSES)).eval()], [prepare(sample, CLASSES) for sample in SAMPLES]
    alone, told = taught(rows, teachers), np.array([[4.0, -4.0], [-4.0, 4.0]], np.float32)
    for row, both, own in zip(alone, taught(rows, teachers, told), told, strict=True):
        assert row.opinion is not None
        assert both.opinion is not None
        assert_allclose(both.opinion.whole, (1 - BESIDE) * row.opinion.whole + BESIDE * own, atol=1e-5)
        assert_allclose(both.opinion.at_piece, row.opinion.at_piece)


def test_a_network_goes_on_from_where_it_was() -> None:
    first = fit(SAMPLES * 4, CLASSES, 6, 1)
    on = fit(SAMPLES * 4, CLASSES, 1, 2, begin=first.weights())
    anew = fit(SAMPLES * 4, CLASSES, 1, 2)
    rows = [prepare(sample, CLASSES) for sample in SAMPLES]
    before = predict(first, rows)
    assert abs(predict(on, rows) - before).mean() < abs(predict(anew, rows) - before).mean()
