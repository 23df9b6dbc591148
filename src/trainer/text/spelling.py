"""Misspelt words: unknown to the dictionary and one slip away from a frequent word.

Measured by others and here: a plain dictionary flags half of all clean support lines; asking for a frequent
neighbour brings that to almost none (precision before recall). The list of frequent words is derived from
``wordfreq`` (see docs/licences.md).
"""

import gzip
import re
from functools import cache, lru_cache
from importlib.resources import files

from trainer.text.morphology import known_word, read_word
from trainer.text.slips import slips
from trainer.text.tokens import Sort, Token

_RUSSIAN = re.compile(r"[а-я]+(?:-[а-я]+)*")
_SET_SLIPS = {"досвидания": "до свидания", "досвиданья": "до свиданья", "вообщем": "в общем", "чтонибудь": "что-нибудь",
              "какойто": "какой-то", "чтото": "что-то", "пажалуйста": "пожалуйста", "пожалусто": "пожалуйста",
              "сдраствуйте": "здравствуйте", "здравствуте": "здравствуйте"}  # fmt: skip
_SHORT = 4
# No word of the language is longer; what is, is no misspelling, and its neighbours are too many to try.
_LONGEST = 40
# From this length a slip of any dictionary word is safe to name, not only of a frequent one.
_LONG = 8
# A fond or belittling form: «скриншотик», «наушнички».
_DIMINUTIVE = re.compile(
    r"(.+?)(?:очк|ечк|ичк|еньк|оньк|ушк|юшк|чик|ик|ок|ек|юш|яш|уш|ыч)(?:[аиуыояе]|ой|ою|ам|ами|ах|ов|ом|ек)?"
)
# What a stem may end in before it was softened: «наушнич-» of «наушник».
_HARDER = {"ч": "к", "ж": "г", "ш": "х", "щ": "ск"}
_ENDINGS = ("", "а", "я", "о", "ь", "ка", "ок", "ик", "ец", "к")


@cache
def _modern() -> frozenset[str]:
    """Return words of our days and pet names that the dictionary lacks: lemmas, and forms seldom read right."""
    return frozenset((files("trainer.text") / "data" / "modern_ru.txt").read_text("utf-8").split())


@cache
def _frequent() -> dict[str, int]:
    """Return the frequent words with their rank, 0 for the most frequent."""
    data = (files("trainer.text") / "data" / "frequent_ru.txt.gz").read_bytes()
    return {word: rank for rank, word in enumerate(gzip.decompress(data).decode().split("\n"))}


def correction(token: Token, own: frozenset[str] = frozenset(), *, is_name: bool = False) -> str:
    """Return the word that a misspelt token stands for, or an empty string.

    ``own`` are words of the scenario, as good as frequent ones; names (a capital inside a sentence) are left alone.
    """
    if token.sort is not Sort.WORD or token.reading.known or len(token.text) > _LONGEST:
        return ""
    if (
        not _RUSSIAN.fullmatch(token.text)
        or is_name
        or "-" in token.text
        or len(token.text) < _SHORT
        or token.text in own
    ):
        return ""
    if token.text in _SET_SLIPS:
        return _SET_SLIPS[token.text]
    if (
        token.text.startswith("не")
        and "VERB" in read_word(token.text[2:]).tags
        and known_word(token.text[2:])
    ):
        return f"не {token.text[2:]}"
    if not _modern().isdisjoint({token.text, *token.reading.lemmas}) or _fine(token.text):
        return ""
    return _correct(token.text) or _nearest(token.text, slips(token.text) & own)


@lru_cache(maxsize=10_000)
def _correct(word: str) -> str:
    if word in _frequent():
        return ""
    if word.endswith(("сь", "ся")) and known_word(word[:-2]):
        return ""
    edits = slips(word)
    near = edits & _frequent().keys()
    if not near and len(word) >= _LONG:
        near = {w for w in edits | _two_vowels(word) if known_word(w)}
    return _nearest(word, near)


def _nearest(word: str, near: set[str]) -> str:
    """Return the most frequent of the words near by; all are one slip away."""
    rank = _frequent()
    return min(near, key=lambda w: (rank.get(w, len(rank)), w)) if near else ""


def _fine(word: str) -> bool:
    return known_word(word) or _fond(word)


def _fond(word: str) -> bool:
    match = _DIMINUTIVE.fullmatch(word)
    if not match or len(stem := match.group(1)) < _SHORT:
        return False
    harder = stem[:-1] + _HARDER.get(stem[-1], stem[-1])
    return any(
        known_word(base + end) or base + end in _modern() for base in {stem, harder} for end in _ENDINGS
    )


_SOUNDS = {"а": "о", "о": "а", "е": "и", "и": "е", "я": "е", "ы": "и"}


def _two_vowels(word: str) -> set[str]:
    """Two unstressed vowels heard wrong: «руководетилю»."""
    places = [i for i, c in enumerate(word) if c in _SOUNDS]
    return {
        word[:i] + _SOUNDS[word[i]] + word[i + 1 : j] + _SOUNDS[word[j]] + word[j + 1 :]
        for n, i in enumerate(places)
        for j in places[n + 1 :]
    }
