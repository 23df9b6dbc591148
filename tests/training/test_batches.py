import random

import numpy as np
import pytest

from trainer.training.material import Sample

pytest.importorskip("torch")

from trainer.training.batches import batches, prepare, varied

CLASSES = ["rude", "greet", "empathy"]
TEXT = "Здравствуйте! Вы идиот."
SAMPLE = Sample(
    TEXT, frozenset({"greet", "rude"}), {"rude": 1.0, "greet": 2.0, "typos": 1.0}, (("rude", 14, 22),)
)


def test_targets_weights_and_places() -> None:
    row = prepare(SAMPLE, CLASSES)
    assert list(row.y) == [1, 1, 0]
    assert list(row.weight) == [1, 2, 0]
    # Of «greet» nobody marked the words, so its pieces teach nothing; an absent standard teaches by absence.
    assert list(row.at_known) == [1, 0, 0]
    marked = {TEXT[a:b] for (a, b), on in zip(row.pieces.ranges, row.at[:, 0], strict=True) if on}
    assert marked == {"Вы", "идиот."}


def test_a_batch_is_padded_and_masked() -> None:
    rows = [
        prepare(Sample(text, frozenset(), {"rude": 1.0}), CLASSES)
        for text in ("Да.", TEXT, "Курьер приедет завтра.")
    ]
    (found,) = batches(rows, 8, None)
    order, batch = found
    x, mask, sentence, clause, y, weight, at, known, grades = batch
    assert sorted(order) == [0, 1, 2]
    sizes = [len(rows[i].pieces.ids) for i in order]
    assert sizes == sorted(sizes)
    assert mask.sum(1).tolist() == sizes
    assert x.shape[:2] == mask.shape == sentence.shape == clause.shape == at.shape[:2]
    assert y.shape == weight.shape == known.shape == (3, 3)
    assert grades.tolist() == [0, 0, 0]
    assert (x[0, sizes[0] :] == 0).all()


def test_every_sample_is_met_once_in_an_epoch() -> None:
    rows = [prepare(Sample("да " * n, frozenset(), {}), CLASSES) for n in range(1, 12)]
    seen = [i for order, _ in batches(rows, 3, random.Random(1)) for i in order]
    assert sorted(seen) == list(range(11))


def test_variations_keep_labels_and_the_place_of_the_words() -> None:
    clean = Sample("Вы идиот.", frozenset({"rude"}), {"rude": 2.0, "argue": 0.15}, (("rude", 0, 8),))
    chance = random.Random(3)
    texts = set()
    for _ in range(300):
        other = varied(clean, ["Курьер приедет завтра."], chance)
        texts.add(other.text)
        ((_, start, end),) = other.spans
        assert other.text[start:end].lower() == "вы идиот"
        assert other.labels == clean.labels
    assert {"вы идиот.", "Вы идиот. Курьер приедет завтра.", "Курьер приедет завтра. Вы идиот."} <= texts


def test_nothing_is_put_beside_what_hangs_on_the_whole() -> None:
    curt = Sample("Ждите.", frozenset({"curt"}), {"curt": 2.0, "rude": 0.15})
    chance = random.Random(3)
    assert all("Курьер" not in varied(curt, ["Курьер приедет завтра."], chance).text for _ in range(300))


def test_the_same_chance_gives_the_same_variations() -> None:
    runs = [
        [varied(SAMPLE, ["Да, конечно."], chance).text for _ in range(20)]
        for chance in (random.Random(5), random.Random(5))
    ]
    assert runs[0] == runs[1]
    assert np.unique(runs[0]).size > 1
