"""Words, numbers and signs of a text, each with its place."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from trainer.text.morphology import Reading, read_word
from trainer.text.normalize import Normalized


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"


# Order matters: addresses before words, times and sums before plain numbers.
# A number keeps its ending («30-го», «2-х»), so that «го» is no word of its own.
_TOKEN = re.compile(
    r"(?P<address>[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w|https?://\S+)"
    r"|(?P<number>\d+(?:[ ]\d{3}(?!\d))*(?:[.,:]\d+)*(?:-?(?:го|му|й|я|ый|ая|ое|е|х|ти|м|ю|ми|ой|ого|ом)(?![а-я]))?)"
    r"|(?P<word>[^\W\d_]+(?:[-'][^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s]|_)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token; ``start`` and ``end`` are positions in the normal form of the text."""

    text: str
    sort: Sort
    start: int
    end: int
    reading: Reading

    @property
    def lemma(self) -> str:
        """The dictionary form, or the token itself for numbers and signs."""
        return self.reading.lemma

    def has(self, *tags: str) -> bool:
        """Tell whether the likeliest reading carries all these grammemes."""
        return self.reading.tags.issuperset(tags)


def tokenize(source: Normalized) -> tuple[Token, ...]:
    """Split the normal form into tokens; white space separates and is dropped."""
    lower = source.lower
    return tuple(_token(match, lower) for match in _TOKEN.finditer(lower))


def _token(match: re.Match[str], lower: str) -> Token:
    text = match.group()
    if match.lastgroup == "word":
        return Token(text, Sort.WORD, match.start(), match.end(), read_word(text))
    sort = Sort.NUMBER if match.lastgroup == "number" else Sort.SIGN
    if match.lastgroup == "address":
        sort = Sort.WORD
    return Token(text, sort, match.start(), match.end(), _as_it_is(text))


@lru_cache(maxsize=5_000)
def _as_it_is(text: str) -> Reading:
    """Return the reading of what is no word: itself."""
    return Reading(text, frozenset(), True, frozenset({text}))
