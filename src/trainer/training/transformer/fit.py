"""Training of the transformer on the exemplars, and what it says of texts."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (PyTorch's own custom)
from torch import Tensor, nn

from trainer.training.batches import by_length, varied
from trainer.training.material import Sample
from trainer.training.transformer.net import Transformer
from trainer.training.transformer.packed import Packed
from trainer.training.transformer.pieces import Cut, Cutter

# The body came trained: it moves ten times slower than the head.
HEAD_RATE, BODY_RATE, DECAY = 1e-3, 1e-4, 0.01
BATCH, POSITIVE, GRADE, WARM = 32, 2.0, 0.05, 0.1


@dataclass(frozen=True, slots=True)
class Row:
    """A text cut up, with what is known of it: by standard and, at its pieces, by standard."""

    cut: Cut
    y: np.ndarray
    weight: np.ndarray
    at: np.ndarray
    at_known: np.ndarray
    grade: float


Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


class Reader:
    """A transformer with the vocabulary it reads by and the standards it knows."""

    def __init__(self, packed: Packed, classes: Sequence[str]) -> None:
        self.net, self.cutter = Transformer(packed, len(classes)), Cutter(packed)
        self.classes = tuple(classes)

    def keep(self, path: Path) -> None:
        """Write what was learned."""
        torch.save(self.net.state_dict(), path)

    def take(self, path: Path) -> "Reader":
        """Read what was learned, and return itself."""
        self.net.load_state_dict(torch.load(path, weights_only=True))
        return self

    def says(self, texts: Sequence[str]) -> np.ndarray:
        """Return the logits of the whole for each text (rows in the order given)."""
        self.net.eval()
        rows = [self._row(Sample(text, frozenset(), {})) for text in texts]
        out = np.zeros((len(rows), len(self.classes)), np.float32)
        with torch.no_grad(), _half():
            for index in by_length([len(row.cut.ids) for row in rows], 2 * BATCH, None):
                ids, mask = _padded([rows[j] for j in index])
                out[index] = self.net(ids, mask)[1].float().numpy()
        return out

    def learn(
        self,
        samples: Sequence[Sample],
        epochs: int,
        seed: int,
        bank: Sequence[str],
        tell: Callable[[str], None],
    ) -> "Reader":
        """Learn from the labels of people, and return itself; ``bank`` are innocent sentences to stand beside phrases."""
        torch.manual_seed(seed)
        chance = random.Random(seed)
        parts = [{"params": self.net.head()}, {"params": self.net.body()}]
        optimizer = torch.optim.AdamW(parts, lr=HEAD_RATE, weight_decay=DECAY)
        steps = epochs * -(-len(samples) // BATCH) + 1
        rates = [HEAD_RATE, BODY_RATE]
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=WARM)
        plain = [self._row(sample) for sample in samples]
        for epoch in range(epochs):
            total = 0.0
            for batch in self._epoch(samples, plain, bank, chance):
                loss = self._loss(batch)
                optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                total += loss.item()
            tell(f"reader, epoch {epoch + 1} of {epochs}: loss {total * BATCH / len(samples):.4f}")
        return self

    def _epoch(
        self, samples: Sequence[Sample], plain: Sequence[Row], bank: Sequence[str], chance: random.Random
    ) -> Iterator[Batch]:
        self.net.train()
        rows = []
        for sample, row in zip(samples, plain, strict=True):
            other = varied(sample, bank, chance)
            rows.append(row if other is sample else self._row(other))
        for index in by_length([len(row.cut.ids) for row in rows], BATCH, chance):
            yield _stack([rows[j] for j in index])

    def _loss(self, batch: Batch) -> Tensor:
        ids, mask, y, weight, at, at_known, grade = batch
        with _half():
            at_piece, whole, impression = (part.float() for part in self.net(ids, mask))
        by_whole = (
            F.binary_cross_entropy_with_logits(whole, y, reduction="none") * weight * (1 + POSITIVE * y)
        )
        by_piece = F.binary_cross_entropy_with_logits(at_piece, at, reduction="none") * (1 + POSITIVE * at)
        by_piece = by_piece * at_known[:, None] * mask[..., None]
        pieces = at_known.sum() * mask.sum(1).mean() + 1
        loss: Tensor = by_whole.sum() / (weight.sum() + 1) + by_piece.sum() / pieces
        graded = (grade > 0).float()
        return loss + GRADE * ((impression - grade) ** 2 * graded).sum() / (graded.sum() + 1)

    def _row(self, sample: Sample) -> Row:
        cut, number = self.cutter.cut(sample.text), {name: i for i, name in enumerate(self.classes)}
        y, weight = np.zeros(len(number), np.float32), np.zeros(len(number), np.float32)
        for name in number.keys() & sample.known.keys():
            weight[number[name]] = sample.known[name]
        for name in number.keys() & sample.labels:
            y[number[name]] = 1
        at = np.zeros((len(cut.ids), len(number)), np.float32)
        for name, start, end in sample.spans:
            if name in number:
                at[[a < end and b > start for a, b in cut.ranges], number[name]] = 1
        marked = at.any(0)
        return Row(cut, y, weight, at, weight * (marked | (y == 0)), float(sample.grade))


def _half() -> torch.autocast:
    """Let products be reckoned in half precision: two and a half times as quick where the processor can."""
    return torch.autocast("cpu", dtype=torch.bfloat16)


def _padded(rows: Sequence[Row]) -> tuple[Tensor, Tensor]:
    longest = max(len(row.cut.ids) for row in rows)
    ids, mask = np.ones((len(rows), longest), np.int64), np.zeros((len(rows), longest), np.float32)
    for k, row in enumerate(rows):
        ids[k, : len(row.cut.ids)], mask[k, : len(row.cut.ids)] = row.cut.ids, 1
    return torch.from_numpy(ids), torch.from_numpy(mask)


def _stack(rows: Sequence[Row]) -> Batch:
    ids, mask = _padded(rows)
    at = np.zeros((*mask.shape, len(rows[0].y)), np.float32)
    for k, row in enumerate(rows):
        at[k, : len(row.at)] = row.at
    y, weight, known = (
        torch.from_numpy(np.stack([getattr(r, name) for r in rows])) for name in ("y", "weight", "at_known")
    )
    return ids, mask, y, weight, torch.from_numpy(at), known, torch.tensor([row.grade for row in rows])
