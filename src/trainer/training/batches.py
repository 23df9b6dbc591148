"""Samples as arrays: pieces, stretches, targets; and the small changes that teach what does not matter."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from trainer.text.analysis import Text
from trainer.text.pieces import SIZE, Pieces, embed, pieces_of
from trainer.training.material import Sample

# Standards that hang on the whole of an answer: gluing an innocent sentence to it may change them.
_WHOLE = frozenset(
    [
        "curt",
        "question-for-question",
        "premature-closing",
        "tangled",
        "flat-refusal",
        "vague-promise",
        "acknowledge-first",
        "typos",
        "greet",
        "farewell",
        "abandon",
    ]
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the teachers make of a text: logits at the pieces and of the whole, and its grade."""

    at_piece: np.ndarray
    whole: np.ndarray
    grade: float


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sample ready for the network; ``at`` marks (piece, class) where the words stand.

    ``grade`` is 1-5 as people gave it, 0 where nobody did; ``opinion`` is there when the sample has been taught.
    """

    pieces: Pieces
    y: np.ndarray
    weight: np.ndarray
    at: np.ndarray
    at_known: np.ndarray
    grade: float = 0.0
    opinion: Opinion | None = None


def prepare(sample: Sample, classes: Sequence[str]) -> Prepared:
    """Turn a sample into arrays; positions of the words are kept where the material marks them."""
    text = Text(sample.text)
    pieces = pieces_of(text)
    number = {name: i for i, name in enumerate(classes)}
    y, weight = np.zeros(len(classes), np.float32), np.zeros(len(classes), np.float32)
    for name, value in sample.known.items():
        if name in number:
            weight[number[name]] = value
    for name in sample.labels & number.keys():
        y[number[name]] = 1
    at = np.zeros((len(pieces.ids), len(classes)), np.float32)
    starts = np.array(
        [text.source.starts[a] if a < len(text.source.starts) else 10**9 for a, _ in pieces.ranges]
    )
    ends = np.array(
        [text.source.ends[b - 1] if 0 < b <= len(text.source.ends) else 0 for _, b in pieces.ranges]
    )
    for name, start, end in sample.spans:
        if name in number:
            at[(starts < end) & (ends > start), number[name]] = 1
    marked = {name for name, _, _ in sample.spans}
    at_known = np.array(
        [w * float(n in marked or not t) for n, w, t in zip(classes, weight, y, strict=True)], np.float32
    )
    return Prepared(pieces, y, weight, at, at_known, float(sample.grade))


def varied(sample: Sample, bank: Sequence[str], chance: random.Random) -> Sample:
    """Return the sample as another person might have typed it: lower case, or beside an innocent sentence."""
    roll = chance.random()
    if not sample.known:  # nothing but the opinion on this very text is known
        return sample
    if roll < 0.12:
        return replace(sample, text=sample.text.lower())
    if roll < 0.16:
        return replace(sample, text=sample.text.lower().replace(".", " "))
    one = len(sample.known) > 1 and not sample.turn and bank
    if roll < 0.40 and one and not (sample.labels | {n for n, w in sample.known.items() if w >= 1}) & _WHOLE:
        return _beside(sample, chance.choice(bank), chance)
    return sample


def _beside(sample: Sample, innocent: str, chance: random.Random) -> Sample:
    if any(w >= 1 and n in _OPEN for n, w in sample.known.items()):
        return sample
    if chance.random() < 0.5:
        return replace(sample, text=f"{sample.text} {innocent}")
    shift = len(innocent) + 1
    spans = tuple((n, a + shift, b + shift) for n, a, b in sample.spans)
    return replace(sample, text=f"{innocent} {sample.text}", spans=spans)


# An innocent sentence of a good operator may well show these, so it is never glued to their near misses.
_OPEN = frozenset(
    [
        "greet",
        "introduce",
        "polite-words",
        "thank-complaint",
        "farewell",
        "acknowledge-first",
        "clarify",
        "lead-next-step",
        "use-name",
        "use-details",
        "set-boundary",
        "empathy",
        "explore-need",
        "extra-mile",
        "answer-fully",
        "explain-why",
        "teach",
        "offer-alternatives",
        "apologize",
        "commit",
        "take-ownership",
        "summarize-agreement",
        "confirm-resolved",
    ]
)


Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
Opinions = tuple[Tensor, Tensor, Tensor, Tensor]


def opinions(rows: Sequence[Prepared]) -> Opinions:
    """Return the opinions of teachers on some rows as padded tensors, and 1 or 0 a row where there is one or none."""
    n, longest, classes = len(rows), max(len(r.pieces.ids) for r in rows), len(rows[0].y)
    at_piece, whole = np.zeros((n, longest, classes), np.float32), np.zeros((n, classes), np.float32)
    grade, there = np.zeros(n, np.float32), np.zeros(n, np.float32)
    for k, row in enumerate(rows):
        if row.opinion:
            at_piece[k, : len(row.pieces.ids)], whole[k] = row.opinion.at_piece, row.opinion.whole
            grade[k], there[k] = row.opinion.grade, 1
    return (
        torch.from_numpy(at_piece),
        torch.from_numpy(whole),
        torch.from_numpy(grade),
        torch.from_numpy(there),
    )


def batches(
    prepared: Sequence[Prepared], size: int, chance: random.Random | None
) -> Iterator[tuple[list[int], Batch]]:
    """Yield index lists and padded tensors; texts of like length go together."""
    for group in by_length([len(row.pieces.ids) for row in prepared], size, chance):
        yield group, _stack([prepared[j] for j in group])


def by_length(lengths: Sequence[int], size: int, chance: random.Random | None) -> list[list[int]]:
    """Return groups of ``size`` indices of like lengths; with ``chance`` another grouping each time."""
    order = list(range(len(lengths)))
    if chance:
        chance.shuffle(order)
    block = size * 16 if chance else len(order)
    order = [
        j for k in range(0, len(order), block) for j in sorted(order[k : k + block], key=lambda j: lengths[j])
    ]
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if chance:
        chance.shuffle(groups)
    return groups


def _stack(rows: Sequence[Prepared]) -> Batch:
    n, longest, classes = len(rows), max(len(r.pieces.ids) for r in rows), len(rows[0].y)
    x = np.zeros((n, longest, SIZE), np.float32)
    mask, at = np.zeros((n, longest), np.float32), np.zeros((n, longest, classes), np.float32)
    sentence, clause = np.zeros((n, longest), np.int64), np.zeros((n, longest), np.int64)
    for k, row in enumerate(rows):
        size = len(row.pieces.ids)
        x[k, :size], mask[k, :size], at[k, :size] = embed(row.pieces.ids), 1, row.at
        sentence[k, :size], clause[k, :size] = row.pieces.sentence, row.pieces.clause
    stacked = [np.stack([getattr(r, name) for r in rows]) for name in ("y", "weight", "at_known")]
    grades = np.array([row.grade for row in rows], np.float32)
    x_, m_, s_, c_, y_, w_, a_, k_, g_ = map(
        torch.from_numpy, (x, mask, sentence, clause, stacked[0], stacked[1], at, stacked[2], grades)
    )
    return x_, m_, s_, c_, y_, w_, a_, k_, g_
