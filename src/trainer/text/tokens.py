"""Words, numbers and signs of a text, each with its place."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from trainer.text.morphology import Reading, known_word, read_word, unread
from trainer.text.normalize import Normalized


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"


# A text of more different words than this is no answer to a client; of those further on only the words of the
# dictionary are read, for guessing at strange ones takes half a millisecond each.
MOST_READ = 500
# What is longer is no word of any language; it is neither looked up nor remembered.
LONGEST_READ = 100

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
    readings = _Readings()
    return tuple(_token(match, readings) for match in _TOKEN.finditer(source.lower))


class _Readings(dict[str, Reading]):
    """The readings of the different words of one text."""

    def __missing__(self, word: str) -> Reading:
        if len(word) > LONGEST_READ:
            reading = unread(word)
        else:
            reading = read_word(word) if len(self) < MOST_READ or known_word(word) else unread(word)
        self[word] = reading
        return reading


def _token(match: re.Match[str], readings: _Readings) -> Token:
    text = match.group()
    if match.lastgroup == "word":
        return Token(text, Sort.WORD, match.start(), match.end(), readings[text])
    sort = Sort.NUMBER if match.lastgroup == "number" else Sort.SIGN
    if match.lastgroup == "address":
        sort = Sort.WORD
    reading = _sign(text) if len(text) <= LONGEST_READ else _as_it_is(text)
    return Token(text, sort, match.start(), match.end(), reading)


def _as_it_is(text: str) -> Reading:
    """Return the reading of what is no word: itself."""
    return Reading(text, frozenset(), True, frozenset({text}))


_sign = lru_cache(maxsize=5_000)(_as_it_is)
