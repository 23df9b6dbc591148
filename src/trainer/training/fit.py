"""Training itself: one network on the material, alone or with the opinions of trained ones."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (PyTorch's own custom)
from torch import Tensor, nn

from trainer.training.batches import Batch, Opinion, Opinions, Prepared, batches, opinions, prepare, varied
from trainer.training.material import Sample
from trainer.training.net import Net

# Greatest steps of the head and of the encoder; smaller ones for a network that goes on from a trained one.
RATES, RATES_AGAIN, DECAY = (2e-3, 3e-4), (1.2e-3, 2e-4), 0.02
BATCH, POSITIVE, PIECE_DROP, GRADE = 32, 2.0, 0.1, 0.05
# How much labels of people count beside the opinions of teachers (which count for the rest).
LABELS = 0.5
DENIED = 0.5
# How much a reader of another build counts beside the teachers, in logits of the whole.
BESIDE = 0.5


def fit(
    samples: Sequence[Sample], classes: Sequence[str], epochs: int, seed: int, bank: Sequence[str] = (),
    tell: Callable[[str], None] = lambda _: None, teachers: Sequence[Net] = (), beside: np.ndarray | None = None,
    begin: Mapping[str, np.ndarray] | None = None,
) -> Net:  # fmt: skip
    """Train a network; the same seed, samples and machine give the same weights.

    ``bank`` are innocent sentences that may be put beside a phrase. With ``teachers`` the network learns from their
    averaged readings as well (distillation: Hinton et al., 2015), save where they deny a label; samples that know no
    standard teach by those alone. ``beside`` are logits of the whole by a reader of another build, a row for each
    sample: they are averaged with those of the teachers. ``begin`` are weights to go on from.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    net = Net(len(classes)).take(begin) if begin else Net(len(classes))
    encoder = list(net.encoder.values())
    head = [p for name, p in net.named_parameters() if not name.startswith("encoder")]
    rates = list(RATES_AGAIN if begin else RATES)
    optimizer = torch.optim.AdamW([{"params": head}, {"params": encoder}], lr=rates[0], weight_decay=DECAY)
    steps = epochs * (-(-len(samples) // BATCH)) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=0.15)
    plain = taught([prepare(s, classes) for s in samples], teachers, beside)
    for epoch in range(epochs):
        net.train()
        rows = [_again(s, p, classes, bank, chance) for s, p in zip(samples, plain, strict=True)]
        total = 0.0
        for index, batch in batches(rows, BATCH, chance):
            loss = _loss(net, batch, opinions([rows[j] for j in index]) if teachers else None)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        tell(f"seed {seed}, epoch {epoch + 1} of {epochs}: loss {total * BATCH / len(rows):.4f}")
    return net.eval()


def _again(
    sample: Sample, plain: Prepared, classes: Sequence[str], bank: Sequence[str], chance: random.Random
) -> Prepared:
    other = varied(sample, bank, chance)
    return plain if other is sample else prepare(other, classes)


Reading = tuple[Tensor, Tensor, Tensor]


def _loss(net: Net, batch: Batch, told: Opinions | None) -> Tensor:
    x, mask, sentence, clause = batch[:4]
    kept = (torch.rand(mask.shape) > PIECE_DROP).float()[..., None]
    reading = net(x * kept, mask, sentence, clause)
    if told is None:
        return _by_labels(reading, batch)
    return LABELS * _by_labels(reading, batch) + (1 - LABELS) * _by_teachers(reading, batch, told)


def _by_labels(reading: Reading, batch: Batch) -> Tensor:
    _, mask, _, _, y, weight, at, at_known, grade = batch
    at_piece, whole, impression = reading
    by_whole = F.binary_cross_entropy_with_logits(whole, y, reduction="none") * weight * (1 + POSITIVE * y)
    by_piece = (
        F.binary_cross_entropy_with_logits(at_piece, at, reduction="none")
        * at_known[:, None]
        * mask[..., None]
    )
    by_piece = by_piece * (1 + POSITIVE * at)
    pieces = at_known.sum() * mask.sum(1).mean() + 1
    loss: Tensor = by_whole.sum() / (weight.sum() + 1) + by_piece.sum() / pieces
    graded = (grade > 0).float()
    return loss + GRADE * ((impression - grade) ** 2 * graded).sum() / (graded.sum() + 1)


def _by_teachers(reading: Reading, batch: Batch, told: Opinions) -> Tensor:
    at_piece, whole, impression = reading
    piece_logits, whole_logits, grade, there = told
    wanted, at = torch.sigmoid(whole_logits), torch.sigmoid(piece_logits)
    heard = _heard(wanted, batch)
    by_whole = F.binary_cross_entropy_with_logits(whole, wanted, reduction="none") * (1 + POSITIVE * wanted)
    by_piece = F.binary_cross_entropy_with_logits(at_piece, at, reduction="none") * (1 + POSITIVE * at)
    by_whole, by_piece = by_whole * heard, by_piece * heard[:, None]
    counted = batch[1] * there[:, None]
    loss: Tensor = (by_whole.mean(1) * there).sum() / (there.sum() + 1)
    loss = loss + (by_piece.mean(2) * counted).sum() / (counted.sum() + 1)
    return loss + GRADE * ((impression - grade) ** 2 * there).sum() / (there.sum() + 1)


def _heard(wanted: Tensor, batch: Batch) -> Tensor:
    """Return 0 where a teacher denies what a person said of a text, else 1: there it knows less than the label."""
    y, weight = batch[4], batch[5]
    return 1 - ((weight >= 1) & ((wanted - y).abs() > DENIED)).float()


def taught(
    prepared: Sequence[Prepared], teachers: Sequence[Net], beside: np.ndarray | None = None
) -> list[Prepared]:
    """Return the rows with the averaged opinion of the teachers; without teachers, as they are.

    ``beside`` are logits of the whole for each row that count for ``BESIDE`` of the opinion.
    """
    out = list(prepared)
    if not teachers:
        return out
    with torch.no_grad():
        for index, batch in batches(prepared, 64, None):
            readings = [teacher(*batch[:4]) for teacher in teachers]
            at, whole, grade = (torch.stack(part).mean(0).numpy() for part in zip(*readings, strict=True))
            for k, j in enumerate(index):
                size = len(prepared[j].pieces.ids)
                told = whole[k] if beside is None else (1 - BESIDE) * whole[k] + BESIDE * beside[j]
                out[j] = replace(prepared[j], opinion=Opinion(at[k, :size].copy(), told, float(grade[k])))
    return out


def predict(net: Net, prepared: Sequence[Prepared]) -> np.ndarray:
    """Return the logits of the whole for each sample (rows in the order given)."""
    out = np.zeros((len(prepared), len(prepared[0].y)), np.float32)
    with torch.no_grad():
        for index, batch in batches(prepared, 64, None):
            out[index] = net(*batch[:4])[1].numpy()
    return out
