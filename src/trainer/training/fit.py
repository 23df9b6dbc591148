"""Training itself: one network on the material, or predictions of a trained one."""

import random
from collections.abc import Callable, Sequence

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (PyTorch's own custom)
from torch import Tensor, nn

from trainer.training.batches import Batch, Prepared, batches, prepare, varied
from trainer.training.material import Sample
from trainer.training.net import Net

HEAD_RATE, ENCODER_RATE, DECAY = 2e-3, 3e-4, 0.02
BATCH, POSITIVE, PIECE_DROP, GRADE = 32, 2.0, 0.1, 0.05


def fit(
    samples: Sequence[Sample], classes: Sequence[str], epochs: int, seed: int, bank: Sequence[str] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Net:  # fmt: skip
    """Train a network; the same seed, samples and machine give the same weights.

    ``bank`` are innocent sentences that may be put beside a phrase.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    net = Net(len(classes))
    encoder = list(net.encoder.values())
    head = [p for name, p in net.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": head}, {"params": encoder}], lr=HEAD_RATE, weight_decay=DECAY)
    steps = epochs * (-(-len(samples) // BATCH)) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [HEAD_RATE, ENCODER_RATE], total_steps=steps, pct_start=0.15
    )
    plain = [prepare(s, classes) for s in samples]
    for epoch in range(epochs):
        net.train()
        rows = [_again(s, p, classes, bank, chance) for s, p in zip(samples, plain, strict=True)]
        total = 0.0
        for _, batch in batches(rows, BATCH, chance):
            loss = _loss(net, batch)
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


def _loss(net: Net, batch: Batch) -> Tensor:
    x, mask, sentence, clause, y, weight, at, at_known, grade = batch
    kept = (torch.rand(mask.shape) > PIECE_DROP).float()[..., None]
    at_piece, whole, impression = net(x * kept, mask, sentence, clause)
    by_whole = F.binary_cross_entropy_with_logits(whole, y, reduction="none") * weight * (1 + POSITIVE * y)
    by_piece = (
        F.binary_cross_entropy_with_logits(at_piece, at, reduction="none")
        * at_known[:, None]
        * mask[..., None]
    )
    by_piece = by_piece * (1 + POSITIVE * at)
    pieces = at_known.sum() * mask.sum(1).mean() + 1
    loss: Tensor = by_whole.sum() / weight.sum() + by_piece.sum() / pieces
    graded = (grade > 0).float()
    return loss + GRADE * ((impression - grade) ** 2 * graded).sum() / (graded.sum() + 1)


def predict(net: Net, prepared: Sequence[Prepared]) -> np.ndarray:
    """Return the logits of the whole for each sample (rows in the order given)."""
    out = np.zeros((len(prepared), len(prepared[0].y)), np.float32)
    with torch.no_grad():
        for index, batch in batches(prepared, 64, None):
            out[index] = net(*batch[:4])[1].numpy()
    return out
