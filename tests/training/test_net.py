from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from trainer.text.network import Network

torch = pytest.importorskip("torch")

from trainer.training.batches import batches, opinions, prepare  # noqa: E402
from trainer.training.export import read_weights, write  # noqa: E402
from trainer.training.fit import fit, predict, taught  # noqa: E402
from trainer.training.material import Sample  # noqa: E402
from trainer.training.net import Net  # noqa: E402

CLASSES = ["rude", "greet"]
SAMPLES = [
    Sample(
        "Здравствуйте! Курьер приедет завтра, но позже.", frozenset({"greet"}), {"rude": 1.0, "greet": 1.0}
    ),
    Sample("Вы идиот.", frozenset({"rude"}), {"rude": 1.0, "greet": 1.0}, (("rude", 0, 8),)),
]


def test_the_program_reads_the_network_as_it_was_trained() -> None:
    torch.manual_seed(1)
    net = Net(len(CLASSES)).eval()
    rows = [prepare(sample, CLASSES) for sample in SAMPLES]
    trained = predict(net, rows)
    network = Network(net.weights())
    for row, logits in zip(rows, trained, strict=True):
        _, batch = next(batches([row], 1, None))
        numbers = np.array(row.pieces.sentence), np.array(row.pieces.clause)
        at_piece, whole, grade = network.read(row.pieces.ids, *numbers)
        assert_allclose(whole, logits, atol=2e-3)
        with torch.no_grad():
            expected = net(*batch[:4])
            assert_allclose(at_piece, expected[0][0].numpy(), atol=2e-3)
            assert_allclose(grade, expected[2][0].item(), atol=2e-3)


def test_padding_changes_nothing() -> None:
    torch.manual_seed(1)
    net = Net(len(CLASSES)).eval()
    rows = [prepare(sample, CLASSES) for sample in SAMPLES]
    together, alone = predict(net, rows), np.concatenate([predict(net, [row]) for row in rows])
    assert_allclose(together, alone, atol=1e-3)


def test_training_learns_and_repeats() -> None:
    lines: list[str] = []
    first = fit(SAMPLES * 4, CLASSES, 6, 1, tell=lines.append)
    logits = predict(first, [prepare(sample, CLASSES) for sample in SAMPLES])
    assert logits[0, 1] > logits[1, 1]
    assert logits[1, 0] > logits[0, 0]
    assert len(lines) == 6
    again = fit(SAMPLES * 4, CLASSES, 6, 1)
    assert_allclose(predict(again, [prepare(sample, CLASSES) for sample in SAMPLES]), logits, atol=1e-5)


def test_a_student_learns_from_a_teacher_what_no_label_says() -> None:
    teacher = fit(SAMPLES * 4, CLASSES, 6, 1)
    unlabelled = [Sample(sample.text, frozenset(), {}) for sample in SAMPLES]
    student = fit(unlabelled * 4, CLASSES, 8, 2, teachers=[teacher])
    logits = predict(student, [prepare(sample, CLASSES) for sample in SAMPLES])
    assert logits[0, 1] > logits[1, 1]
    assert logits[1, 0] > logits[0, 0]


def test_opinions_of_teachers_are_averaged_for_the_pieces_of_each_text() -> None:
    torch.manual_seed(1)
    teachers = [Net(len(CLASSES)).eval(), Net(len(CLASSES)).eval()]
    rows = taught([prepare(sample, CLASSES) for sample in SAMPLES], teachers)
    each = np.stack([predict(teacher, rows) for teacher in teachers])
    for row, wanted in zip(rows, each.mean(0), strict=True):
        assert row.opinion is not None
        assert_allclose(row.opinion.whole, wanted, atol=1e-3)
        assert row.opinion.at_piece.shape == (len(row.pieces.ids), len(CLASSES))
    at_piece, whole, _, there = opinions([rows[0], prepare(SAMPLES[1], CLASSES)])
    assert there.tolist() == [1, 0]
    assert at_piece.shape[:2] == (2, max(len(row.pieces.ids) for row in rows))
    assert not whole[1].any()


def test_written_weights_make_the_same_network_again(tmp_path: Path) -> None:
    torch.manual_seed(1)
    nets = [Net(len(CLASSES)).eval(), Net(len(CLASSES)).eval()]
    write(tmp_path / "two.npz", nets, {"classes": CLASSES, "bars": {}})
    again = [Net(len(CLASSES)).take(weights) for weights in read_weights(tmp_path / "two.npz")]
    rows = [prepare(sample, CLASSES) for sample in SAMPLES]
    assert len(again) == 2
    for first, second in zip(nets, again, strict=True):
        assert_allclose(predict(second, rows), predict(first, rows), atol=0.02)
    assert not np.allclose(predict(again[0], rows), predict(again[1], rows), atol=0.02)


def test_a_label_outweighs_a_teacher_that_denies_it() -> None:
    wrong = [Sample(s.text, frozenset(CLASSES) - s.labels, s.known) for s in SAMPLES]
    teacher = fit(wrong * 4, CLASSES, 8, 1)
    rows = [prepare(sample, CLASSES) for sample in SAMPLES]
    assert predict(teacher, rows)[1, 0] < 0
    alone, beside = fit(SAMPLES * 4, CLASSES, 8, 2), fit(SAMPLES * 4, CLASSES, 8, 2, teachers=[teacher])
    assert_allclose(predict(beside, rows) > 0, predict(alone, rows) > 0)
