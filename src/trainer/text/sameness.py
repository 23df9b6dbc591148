"""How much two wordings are the same sentence with other trimmings: by lemmas, in any order, and letter by letter."""

from trainer.text.analysis import Text
from trainer.text.similarity import likeness
from trainer.text.tokens import Sort, Token

# Parts of speech that carry no meaning of their own; what a wording is about are its other words.
_EMPTY_PARTS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})


def sameness(one: str, other: str) -> float:
    """Return 0-1: the mean of the shared lemmas (of the shorter wording's) and the likeness of the letters.

    Shared lemmas tell a changed order and an added greeting, letters tell a word or two put in for others.
    """
    mine, theirs = content(one), content(other)
    shared = len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
    return (shared + likeness(one, other)) / 2


def content(text: str) -> frozenset[str]:
    """Return the lemmas of the words that carry meaning, and the numbers."""
    return frozenset(token.lemma for token in Text(text).tokens if _says_something(token))


def _says_something(token: Token) -> bool:
    return token.sort is not Sort.SIGN and not (_EMPTY_PARTS & token.reading.tags)
