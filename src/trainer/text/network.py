"""The network that reads an answer and says which standards it shows or breaks (numpy, no training here).

Three convolution branches of Universal Sentence Encoder multilingual v3, tuned for this catalogue, give each piece a
vector of its neighbourhood; sentences and clauses get vectors by the encoder's own projection; a small
head of dilated convolutions joins both and gives a logit for each standard at each piece and for the whole answer.
``trainer train`` makes the weights (see docs/agreement.md).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.text.piece_rows import Keep, PieceRows, layer_norm

Array = NDArray[np.float32]
# (n-gram order, left context) of the three branches, as the encoder was built.
ORDERS = ((2, 0), (3, 1), (5, 2))
WIDTH = 256
POOL_SHARPNESS = 2.0
POOL_SHIFT = 0.3
UNIT_SCALE = 8.0
# Where the impression starts from: the middle grade, an answer of about fifty pieces.
MIDDLE_GRADE, LENGTH_SHIFT = 3.0, 4.0


def gelu(x: Array) -> Array:
    """Gaussian error linear unit, tanh form."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x))), dtype=np.float32)


class Network:
    """Weights by name and the forward pass."""

    def __init__(
        self, weights: Mapping[str, Any], common: Sequence[int] = (), keep: Keep = lambda _, make: make()
    ) -> None:
        """Take the arrays of the weight file as 32-bit floats; ``common`` and ``keep`` as ``PieceRows`` has them."""
        self.w = {k: np.asarray(v, dtype=np.float32) for k, v in weights.items()}
        self.eps = float(self.w["eps"])
        self.layers = sum(k.startswith("conv") and k.endswith("_w") for k in self.w)
        self.rows = PieceRows(self.w, [order for order, _ in ORDERS], self.eps, common, keep)

    def read(
        self, ids: Sequence[int], sentence: NDArray[np.int64], clause: NDArray[np.int64]
    ) -> tuple[Array, Array, float]:
        """Return logits at each piece, logits of the whole, and the grade that a mentor would give (1-5, unrounded).

        ``ids`` are the pieces; ``sentence`` and ``clause`` number the stretch of each piece from 0.
        """
        features = self._features(ids)
        w = self.w
        x = features @ w["inp_w"] + w["inp_b"]
        for name, (units, sizes) in zip("sc", self._stretches(features, sentence, clause), strict=True):
            x += np.repeat(units @ w[f"u{name}_w"] + w[f"u{name}_b"], sizes, axis=0)
        h = gelu(x)
        for i in range(self.layers):
            h = layer_norm(h + gelu(self._dilated(h, i)), w[f"ln{i}_g"], w[f"ln{i}_b"], 1e-5)
        whole = np.concatenate([h.mean(axis=0), h.max(axis=0)])
        h = h + gelu(whole @ w["glob_w"] + w["glob_b"])
        at_piece = h @ w["out_w"] + w["out_b"]
        if "wide_w" in w:
            at_piece = at_piece + features @ w["wide_w"] + w["wide_b"]
        pooled = _soft_maximum(at_piece) + whole @ w["doc_w"] + w["doc_b"]
        logits: Array = np.asarray(pooled, dtype=np.float32)
        return at_piece, logits, self._grade(whole, logits, len(h))

    def _grade(self, whole: Array, logits: Array, pieces: int) -> float:
        if "grade_w" not in self.w:
            return 0.0
        told = np.concatenate([whole, np.tanh(logits / 4), [np.log(pieces) - LENGTH_SHIFT]])
        hidden = gelu(told @ self.w["hidden_w"] + self.w["hidden_b"])
        return float((hidden @ self.w["grade_w"] + self.w["grade_b"])[0]) + MIDDLE_GRADE

    def _features(self, ids: Sequence[int]) -> Array:
        w = self.w
        embedded, projected, sums = self.rows.of(ids)
        parts, at = [embedded], 0
        for i, (order, left) in enumerate(ORDERS):
            own = projected[:, i * WIDTH : (i + 1) * WIDTH]
            h = np.maximum(_added(sums[:, at : at + order * WIDTH], order, left) + w[f"b1_{i}"], 0) + own
            parts.append(np.maximum(_windows(h, order, left) @ w[f"w2_{i}"] + w[f"b2_{i}"], 0) + h)
            at += order * WIDTH
        return layer_norm(np.concatenate(parts, axis=1), w["ln_g"], w["ln_b"], self.eps)

    def _stretches(
        self, features: Array, *numbers: NDArray[np.int64]
    ) -> list[tuple[Array, NDArray[np.int64]]]:
        """Return the unit vectors of sentences, then of clauses, by the encoder's projection, and their sizes in pieces.

        All stretches go through the projection together: its weights are large, and reading them takes the time.
        """
        w = self.w
        starts = [np.flatnonzero(np.diff(number, prepend=-1)) for number in numbers]
        sizes = [
            np.diff(np.append(first, len(number))) for first, number in zip(starts, numbers, strict=True)
        ]
        count = np.concatenate(sizes).astype(np.float32)[:, None]
        sums = np.concatenate([np.add.reduceat(features, first, axis=0) for first in starts])
        mean = (sums @ w["cnn_w"] + count * w["cnn_b"]) / np.sqrt(count)
        y0 = np.maximum(mean @ w["d0"], 0)
        y1 = np.maximum(mean @ w["p1"] + y0 @ w["d1"], 0)
        y2 = np.maximum(y1 @ w["d2"], 0)
        z = np.tanh(y1 @ w["p3"] + y2 @ w["d3"])
        z = z / np.sqrt((z * z).sum(axis=1, keepdims=True) + self.eps) * UNIT_SCALE
        split = np.split(np.asarray(z, dtype=np.float32), np.cumsum([len(size) for size in sizes])[:-1])
        return list(zip(split, sizes, strict=True))

    def _dilated(self, h: Array, i: int) -> Array:
        step = 2**i
        padded = _padded(h, step, step)
        n = len(h)
        stacked = np.concatenate(
            [padded[:n], padded[step : step + n], padded[2 * step : 2 * step + n]], axis=1
        )
        return np.asarray(stacked @ self.w[f"conv{i}_w"] + self.w[f"conv{i}_b"], dtype=np.float32)


def _windows(x: Array, order: int, left: int) -> Array:
    padded = _padded(x, left, order - 1 - left)
    return np.concatenate([padded[i : i + len(x)] for i in range(order)], axis=1)


def _added(sums: Array, order: int, left: int) -> Array:
    """Add up at each piece what its neighbours give: the first columns of the leftmost, the last of the rightmost."""
    padded = _padded(sums, left, order - 1 - left)
    out = np.zeros((len(sums), WIDTH), dtype=np.float32)
    for i in range(order):
        out += padded[i : i + len(sums), i * WIDTH : (i + 1) * WIDTH]
    return out


def _padded(x: Array, before: int, after: int) -> Array:
    """Return rows with rows of noughts around them; ``np.pad`` does the same much slower."""
    out = np.zeros((before + len(x) + after, x.shape[1]), dtype=np.float32)
    out[before : before + len(x)] = x
    return out


def _soft_maximum(at_piece: Array) -> Array:
    """Log-sum-exp over the pieces: close to the largest, but several weak places add up."""
    scaled = at_piece * POOL_SHARPNESS
    top = scaled.max(axis=0)
    pooled = (top + np.log(np.exp(scaled - top).sum(axis=0))) / POOL_SHARPNESS - POOL_SHIFT
    return np.asarray(pooled, dtype=np.float32)
