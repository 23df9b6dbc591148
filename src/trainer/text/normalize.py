"""One spelling for every way of typing, with a map back to what was typed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from trainer.model.span import Span

# One base character with its combining marks: NFD text arrives as «и» + U+0306.
_CLUSTER = re.compile(r"[^̀-ͯ][̀-ͯ]*|[̀-ͯ]+")
_SWAPS = {
    "ё": "е", "Ё": "Е", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'",
    "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    "\r": "\n", "\u2028": "\n", "\u2029": "\n", "…": ".",
}  # fmt: skip
# Latin letters typed by mistake inside a Russian word («cпасибо» with a Latin c).
_LOOKALIKES = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
# Characters that stand for one of their own each, once swapped: nearly everything that people type.
_PLAIN = re.compile("[ -~а-яА-ЯёЁ«»“”„’‘–—−‑\u00a0\u202f\u2009…№₽\n\t\r]*")
_SWAPPED = str.maketrans(_SWAPS)
_LATIN = re.compile("[a-zA-Z]")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[a-zA-Zа-яА-Я]+")
_UP_TO_LAST = (re.compile(r".*[а-яА-Я]"), re.compile(r".*[a-zA-Z]"))


@dataclass(frozen=True)
class Normalized:
    """A text as typed, its normal form, and for each normal character where it was typed."""

    typed: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Map a stretch of the normal form back to code points of the typed text."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.typed)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    @cached_property
    def lower(self) -> str:
        """The normal form in lower case; every character keeps its position."""
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)


def normalize(typed: str) -> Normalized:
    """Fold Unicode forms, quotes, dashes, spaces, ё and control characters.

    Each character of the result stands for one or more typed code points; nothing is invented.
    """
    if _PLAIN.fullmatch(typed):
        size = len(typed)
        return Normalized(
            typed, _russian(typed.translate(_SWAPPED)), tuple(range(size)), tuple(range(1, size + 1))
        )
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(typed):
        for char in _fold(match.group()):
            chars.append(char)
            starts.append(match.start())
            ends.append(match.end())
    return Normalized(typed, _russian("".join(chars)), tuple(starts), tuple(ends))


def _russian(text: str) -> str:
    return _WORD.sub(lambda m: _unmixed(m.group()), text) if _LATIN.search(text) else text


def _unmixed(word: str) -> str:
    """Make a word of both alphabets Russian; what stands behind its last letter of one of them is left."""
    edge = min(m.end() if (m := pattern.match(word)) else 0 for pattern in _UP_TO_LAST)
    if not edge:
        return word
    return _LETTERS.sub(lambda m: m.group().translate(_LOOKALIKES) if m.start() < edge else m.group(), word)


def _fold(cluster: str) -> str:
    composed = unicodedata.normalize("NFC", cluster)
    if len(composed) > 1:
        # Stress marks and other combining signs carry no meaning for the judge.
        composed = composed[0]
    composed = _SWAPS.get(composed, composed)
    if composed != "\n" and unicodedata.category(composed) in ("Cc", "Cf", "Co", "Cs"):
        return " " if unicodedata.category(composed) == "Cc" else ""
    return composed
