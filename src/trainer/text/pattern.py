r"""Patterns over lemmas: a small language for wordings, and their search in a text.

A pattern is a line of items, each matching one token, in order, within one sentence:

- ``слово`` any inflection of the word; a typo of one letter in a long word is forgiven;
- ``=слово`` exactly this form; ``слово~`` any word that begins so;
- ``(а|б|в)`` one of several items; ``[а]`` an item that may be absent;
- ``*`` up to four tokens of any kind, ``*9`` up to nine; ``_`` exactly one word;
- ``#250``, ``#15:00``, ``#час`` a quantity of this value however written; ``#`` any quantity;
- ``<VERB,1per>`` a word whose likeliest reading carries these grammemes;
- ``^`` the beginning of a sentence, ``$`` its end; ``!слово`` a token that is not this one.

A match never crosses the end of a sentence, nor a negation «не» that the pattern does not name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainer.text.analysis import Stretch, Text
from trainer.text.morphology import read_word
from trainer.text.quantities import Quantity
from trainer.text.similarity import near_words
from trainer.text.tokens import Sort, Token

_ITEM = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\S+")
GAP = 4
_NEGATIONS = {"не", "ни", "нет", "без", "никогда"}


class PatternError(ValueError):
    """A pattern that cannot be read; the message is in Russian."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern; ``sort`` picks the test, ``options`` are what it compares with."""

    sort: str
    options: tuple["Item", ...] = ()
    word: str = ""
    lemmas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    quantity: Quantity | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``[first, last)`` that a pattern covers."""

    first: int
    last: int


@lru_cache(maxsize=20_000)
def compile_pattern(source: str) -> tuple[Item, ...]:
    """Read a pattern; raises PatternError when it is empty or an item makes no sense."""
    items = tuple(_item(part) for part in _ITEM.findall(source))
    if not any(item.sort not in ("gap", "start", "end") for item in items):
        raise PatternError(f"в образце «{source}» нет ни одного слова")
    return items


def _item(part: str) -> Item:
    if part.startswith("("):
        return Item("any", tuple(_item(p) for p in _split(part)))
    if part.startswith("["):
        return Item("maybe", tuple(_item(p) for p in _split(part)))
    if part.startswith("<"):
        return Item("tags", tags=frozenset(part[1:-1].split(",")))
    if part.startswith("!") and len(part) > 1:
        return Item("not", (_item(part[1:]),))
    if part.startswith("*"):
        return Item("gap", size=int(part[1:] or GAP))
    if part in ("^", "$", "_"):
        return Item({"^": "start", "$": "end", "_": "one"}[part])
    return _word_item(part.lower().replace("ё", "е"))


def _split(part: str) -> list[str]:
    pieces = [p.strip() for p in part[1:-1].split("|")]
    if not all(pieces):
        raise PatternError(f"пустой вариант в «{part}»")
    return pieces


def _word_item(part: str) -> Item:
    if part.startswith("#"):
        return Item("quantity", quantity=_quantity(part[1:]) if len(part) > 1 else None)
    if part.startswith("="):
        return Item("form", word=part[1:])
    if part.endswith("~"):
        return Item("prefix", word=part[:-1])
    return Item("word", word=part, lemmas=read_word(part).lemmas)


def _quantity(source: str) -> Quantity:
    found = Text(source.replace("_", " ")).quantities or Text("за " + source.replace("_", " ")).quantities
    if not found:
        raise PatternError(f"«{source}» не число и не время")
    return found[0]


def search(pattern: str, text: Text) -> list[Match]:
    """Return the non-overlapping matches of a pattern, left to right, shortest first at each place."""
    items = compile_pattern(pattern)
    found: list[Match] = []
    for sentence in text.sentences:
        at = sentence.first
        while at < sentence.last:
            last = next(_ends(items, 0, at, sentence, text), None)
            if last is not None and last > at:
                found.append(Match(at, last))
                at = last
            else:
                at += 1
    return found


def _ends(items: Sequence[Item], i: int, at: int, bounds: Stretch, text: Text) -> Iterator[int]:
    """Yield every token index at which items[i:] may end when they begin at ``at``."""
    if i == len(items):
        yield at
        return
    item = items[i]
    if item.sort == "gap":
        for step in range(item.size + 1):
            if at + step > bounds.last or (step and text.tokens[at + step - 1].text in _NEGATIONS):
                return
            yield from _ends(items, i + 1, at + step, bounds, text)
    elif item.sort in ("start", "end"):
        if at == (bounds.first if item.sort == "start" else bounds.last):
            yield from _ends(items, i + 1, at, bounds, text)
    else:
        size = step_at(item, at, bounds, text)
        if size:
            yield from _ends(items, i + 1, at + size, bounds, text)
        if item.sort == "maybe":
            yield from _ends(items, i + 1, at, bounds, text)


def step_at(item: Item, at: int, bounds: Stretch, text: Text) -> int:
    """Return how many tokens an item takes at ``at``, 0 when it does not match."""
    if at >= bounds.last:
        return 0
    if item.sort in ("any", "maybe"):
        return next((n for option in item.options if (n := step_at(option, at, bounds, text))), 0)
    if item.sort == "quantity":
        return _quantity_step(item, at, text)
    token = text.tokens[at]
    if item.sort == "not":
        return 0 if step_at(item.options[0], at, bounds, text) else 1
    return int(_token_fits(item, token))


def _quantity_step(item: Item, at: int, text: Text) -> int:
    for quantity in text.quantities:
        if quantity.first == at and (item.quantity is None or item.quantity.same(quantity)):
            return quantity.last - quantity.first + 1
    return 0


def _token_fits(item: Item, token: Token) -> bool:
    if item.sort == "one":
        return token.sort is Sort.WORD
    if item.sort == "form":
        return token.text == item.word
    if item.sort == "prefix":
        return token.text.startswith(item.word)
    if item.sort == "tags":
        return token.reading.tags.issuperset(item.tags)
    if token.text == item.word or item.lemmas & token.reading.lemmas:
        return True
    return (
        token.sort is Sort.WORD and not token.reading.known and near_words(token.text, item.word, item.lemmas)
    )
