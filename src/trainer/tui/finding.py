"""Finding standards by what is typed. Pure."""

import unicodedata
from collections.abc import Sequence

from trainer.model.standard import Standard

# A longer word may end otherwise in the text than it was typed.
_BENDS, _ENDING = 5, 2


def found(standards: Sequence[Standard], wanted: str) -> list[Standard]:
    """Return the standards that hold every typed word: in the title first, then in the id, then in the texts."""
    words = plain(wanted).split()
    ranked = [
        (rank, number, one) for number, one in enumerate(standards) if (rank := _rank(one, words)) is not None
    ]
    return [one for _, _, one in sorted(ranked, key=lambda item: item[:2])]


def _rank(standard: Standard, words: Sequence[str]) -> int | None:
    title, name = plain(standard.title), standard.id.casefold()
    texts = plain(" ".join((standard.asks, standard.matters, standard.fix, standard.missed)))
    if all(word in title for word in words):
        return 0 if title.startswith(" ".join(words)) else 1
    if all(word in name for word in words):
        return 2
    return 3 if all(_inside(word, f"{title} {name} {texts}") for word in words) else None


def _inside(word: str, text: str) -> bool:
    return word in text or (len(word) >= _BENDS and word[:-_ENDING] in text)


def plain(text: str) -> str:
    """Return a text as it is compared: composed, without case, «ё» as «е»."""
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
