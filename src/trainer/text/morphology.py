"""What a Russian word may be: lemma, part of speech, person, mood. The only user of pymorphy3."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

# pymorphy3 prefers a rare reading for these everyday words.
_LEMMAS = {"деньги": "деньги", "денег": "деньги", "деньгам": "деньги", "деньгами": "деньги", "пришли": "прийти",
           "дали": "дать", "дней": "день", "дня": "день", "день": "день", "нам": "мы", "нас": "мы",
           "всего": "весь", "часа": "час", "часу": "час", "часам": "час", "могла": "мочь", "уже": "уже",
           "есть": "быть", "при": "при", "стоит": "стоить", "стоят": "стоить", "тех": "тот", "данные": "данные",
           "данных": "данные", "завтра": "завтра", "течение": "течение", "течении": "течение"}  # fmt: skip


_RUSSIAN = re.compile("[а-яё]")
# Halves of characters, which patterns may hold; the dictionary cannot look them up.
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """The likeliest reading of a word form; ``tags`` are OpenCorpora grammemes."""

    lemma: str
    tags: frozenset[str]
    known: bool
    lemmas: frozenset[str]


@cache
def _analyzer() -> Any:
    import pymorphy3  # loaded on first use: 0.2 s

    return pymorphy3.MorphAnalyzer(lang="ru")


def read_word(word: str) -> Reading:
    """Return the likeliest reading of a lower-case word; lemmas are spelled without ё.

    ``lemmas`` holds every reading's lemma, so that a matcher may accept any of them.
    """
    return _read(word)[0]


@lru_cache(maxsize=50_000)
def _read(word: str) -> tuple[Reading, tuple[frozenset[str], ...]]:
    """Return the likeliest reading and the grammemes of all: the dictionary is asked once for both."""
    if not _RUSSIAN.search(word) or _HALF.search(word):
        # Other scripts have no readings here, and some letters make the dictionary fall over.
        return Reading(word, frozenset(), True, frozenset({word})), (frozenset(),)
    parses = _analyzer().parse(word)
    best = parses[0]
    lemma = _LEMMAS.get(word) or best.normal_form.replace("ё", "е")
    every = frozenset({lemma, *(p.normal_form.replace("ё", "е") for p in parses if p.score >= 0.02)})
    tags = tuple(frozenset(p.tag.grammemes) for p in parses)
    return Reading(lemma, tags[0], best.is_known, every), tags


def unread(word: str) -> Reading:
    """Return the reading of a strange word that nobody guesses at: itself, and unknown."""
    return Reading(word, frozenset(), False, frozenset({word}))


def known_word(word: str) -> bool:
    """Tell whether the dictionary holds this word form (lower case, with or without ё)."""
    return bool(_RUSSIAN.search(word)) and bool(_analyzer().word_is_known(word))


def tags_of(word: str) -> tuple[frozenset[str], ...]:
    """Return the grammemes of every reading, the likeliest first."""
    return _read(word)[1]
