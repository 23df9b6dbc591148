"""What the network's first layer makes of each piece by itself: made once for the common pieces, not in every text.

The encoder's projection and the first matrix of its branches look at one piece at a time; only afterwards neighbours
are added up. The 2,048 commonest pieces of the exemplars are 94 % of the pieces of other people's answers, so a table
of theirs does nearly half of the network's work in advance.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.text.pieces import embed

Array = NDArray[np.float32]
# Asks for an array of a shape, and says how to make it where none is kept.
Keep = Callable[[tuple[int, ...], Callable[[], Array]], Array]


class PieceRows:
    """Rows of numbers a piece: its embedding, its projection, and its part in the sums of each branch.

    The table never changes after it was made: a product of matrices may round differently for another number of rows,
    and the same text must give the same bits whatever was read before.
    """

    def __init__(
        self, weights: Mapping[str, Array], orders: Sequence[int], eps: float,
        common: Sequence[int] = (), keep: Keep = lambda _, make: make(),
    ) -> None:  # fmt: skip
        """Take the weights of the projection and the first matrices of branches of the given ``orders``.

        ``common`` are the pieces of the table; ``keep`` may bring a table that was made before.
        """
        self._w, self._eps, self._common, self._keep = weights, eps, common, keep
        self._places = {piece: i for i, piece in enumerate(common)}
        self._parts = [_side_by_side(weights[f"w1_{i}"], order) for i, order in enumerate(orders)]
        self._projected = len(self._parts[0]) * len(orders)
        self._wide = self._projected + len(self._parts[0]) * sum(orders)

    def of(self, ids: Sequence[int]) -> tuple[Array, Array, Array]:
        """Return (embeddings, projections, parts in the sums) with a row for each piece."""
        embedded = embed(tuple(ids))
        at = np.array([self._places.get(piece, -1) for piece in ids])
        rows = np.empty((len(ids), self._wide), dtype=np.float32)
        rows[at >= 0] = self._table[at[at >= 0]]
        if (at < 0).any():
            rows[at < 0] = self._made(embedded[at < 0])
        return embedded, rows[:, : self._projected], rows[:, self._projected :]

    @cached_property
    def _table(self) -> Array:
        return self._keep((len(self._common), self._wide), lambda: self._made(embed(tuple(self._common))))

    def _made(self, embedded: Array) -> Array:
        own = layer_norm(embedded @ self._w["proj_w"] + self._w["proj_b"],
                         self._w["ln_g_all"], self._w["ln_b_all"], self._eps)  # fmt: skip
        branches = np.split(own, len(self._parts), axis=1)
        sums = [branch @ part for branch, part in zip(branches, self._parts, strict=True)]
        return np.concatenate([own, *sums], axis=1)


def layer_norm(x: Array, gain: Array, bias: Array, eps: float) -> Array:
    """Normalise rows to mean 0 and variance 1, then scale and shift."""
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(centred * centred, axis=-1, keepdims=True)
    return np.asarray(centred / np.sqrt(variance + eps) * gain + bias, dtype=np.float32)


def _side_by_side(stacked: Array, order: int) -> Any:
    """Turn a matrix for ``order`` neighbours one above another into one whose columns serve each neighbour apart."""
    return np.ascontiguousarray(np.concatenate(np.split(stacked, order), axis=1))
