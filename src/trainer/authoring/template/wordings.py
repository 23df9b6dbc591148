"""Finds wordings by which a fact is recognised in its own sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from trainer.text.analysis import Text
from trainer.text.pattern import PatternError
from trainer.text.wording import find_wording, read_wording

_ITEM = re.compile(r"\d{1,2}:\d\d|\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
_NEGATION = re.compile(r"\b(?:не|ни|нельзя|без)\b", re.IGNORECASE)
_PIECES = re.compile(r"(?<=[.!?;…])\s+")
_TRIES = 60


def parts_of(text: str, written: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a fact, one a sentence, each with wordings that are met in ``written``.

    A sentence without any word to go by makes no part; a fact without parts cannot be recognised.
    """
    answer = Text(written)
    return tuple(filter(None, (_wordings(piece, answer) for piece in _PIECES.split(text))))


def _wordings(piece: str, answer: Text) -> tuple[str, ...]:
    """Return a full wording and a short one: the author will add others beside them."""
    full = next(_met(piece, answer, (4, 3, 2, 1)), "")
    short = next(_met(piece, answer, (2,)), "") if full.count(" ") > 1 else ""
    return tuple(dict.fromkeys(filter(None, (full, short))))


def _met(piece: str, answer: Text, sizes: Sequence[int]) -> Iterator[str]:
    items = _items(piece)
    spoken = _spoken(piece)
    for size in sizes:
        for chosen in islice(combinations(items, size), _TRIES):
            for wording in _signed(" ".join(sorted(chosen, key=spoken.index)), piece):
                if _found(wording, answer):
                    yield wording


def _items(piece: str) -> list[str]:
    """Return numbers and the longest words, the weightiest first."""
    found = _spoken(piece)
    words = sorted((w for w in found if w[0] != "#" and not _NEGATION.fullmatch(w)), key=len, reverse=True)
    return [*(w for w in found if w[0] == "#"), *words]


def _spoken(piece: str) -> list[str]:
    """Return the items of a sentence in the order in which they are said."""
    words = [word.lower() for word in _ITEM.findall(piece)]
    return list(dict.fromkeys(f"#{w}" if w[0].isdigit() else w for w in words))


def _signed(wording: str, piece: str) -> Iterator[str]:
    yield wording
    if _NEGATION.search(piece):
        yield f"не {wording}"


def _found(wording: str, answer: Text) -> bool:
    try:
        return find_wording(read_wording(wording), answer) is not None
    except PatternError:
        return False
