"""Words that differ by a typo, texts that differ by a few words. The only user of rapidfuzz."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from trainer.text.analysis import SHORTEST_SLIP

_WORD = re.compile(r"\w+")


def near_words(typed: str, word: str, lemmas: Iterable[str]) -> bool:
    """Tell whether ``typed`` is ``word`` (or a form with one of ``lemmas``' stems) but for one slip.

    One edit (letter changed, lost, added or two swapped) in words of five letters or more, two in words of
    nine or more. Stems are compared so that an inflected form with a typo is still found.
    """
    if len(typed) < SHORTEST_SLIP:
        return False
    allowed = 2 if len(typed) >= 9 else 1
    return any(_close(typed, candidate, allowed) for candidate in {word, *lemmas})


def _close(typed: str, candidate: str, allowed: int) -> bool:
    if len(candidate) < SHORTEST_SLIP or abs(len(typed) - len(candidate)) > 3:
        return False
    if OSA.distance(typed, candidate, score_cutoff=allowed) <= allowed:
        return True
    stem = max(SHORTEST_SLIP, min(len(candidate), len(typed)) - 2)
    return OSA.distance(typed[:stem], candidate[:stem], score_cutoff=1) <= 1 and stem >= 6


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0-1, letter by letter; signs, case and «ё» do not count."""
    return fuzz.ratio(_plain(one), _plain(other)) / 100


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("ё", "е")))
