r"""Patterns over lemmas, read: a small language for wordings. ``pattern`` searches for them in a text.

A pattern is a line of items, each matching one token, in order, within one sentence:

- ``слово`` any inflection of the word; a typo of one letter in a long word is forgiven;
- ``=слово`` exactly this form; ``слово~`` any word that begins so;
- ``(а|б в|г)`` one of several items or rows of items; ``[а]`` an item that may be absent;
- ``*`` up to four tokens of any kind, ``*9`` up to nine; ``_`` exactly one word;
- ``#250``, ``#15:00``, ``#час`` a quantity of this value however written; ``#`` any quantity;
- ``<VERB,1per>`` a word whose likeliest reading carries these grammemes;
- ``^`` the beginning of a sentence, ``$`` its end; ``!слово`` a token that is not this one.

A match never crosses the end of a sentence, nor a negation «не» that the pattern does not name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from trainer.text.analysis import Text
from trainer.text.morphology import read_word
from trainer.text.quantities import Quantity

_ITEM = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\S+")
GAP = 4
# Items that need no token of their own.
OPTIONAL = frozenset({"gap", "start", "end", "maybe"})
# Whoever writes a pack writes patterns; these bounds keep the time of a search in line with the length of an answer.
# The longest of the catalogue has 10 items, 635 characters and a gap of 30.
MOST_ITEMS = 40
LONGEST = 2_000
WIDEST_GAP = 50


class PatternError(ValueError):
    """A pattern that cannot be read; the message is in Russian."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One item of a pattern; ``sort`` picks the test, ``options`` are what it compares with.

    Items are told apart by identity: the same part of a pattern is read once and is one item. ``keys`` are the forms
    and lemmas one of which a text must hold for the item to match; None when words alone do not tell.
    """

    sort: str
    options: tuple["Item", ...] = ()
    word: str = ""
    lemmas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    quantity: Quantity | None = None
    size: int = 0
    keys: frozenset[str] | None = None


@lru_cache(maxsize=20_000)
def compile_pattern(source: str) -> tuple[Item, ...]:
    """Read a pattern; raises PatternError when it is empty, too long, or an item makes no sense."""
    if len(source) > LONGEST:
        raise PatternError(f"образец длиннее {LONGEST} знаков")
    items = tuple(_item(part) for part in _ITEM.findall(source))
    if not any(item.sort not in ("gap", "start", "end") for item in items):
        raise PatternError(f"в образце «{source}» нет ни одного слова")
    if len(items) > MOST_ITEMS:
        raise PatternError(f"в образце больше {MOST_ITEMS} частей")
    return items


@lru_cache(maxsize=50_000)
def _item(part: str) -> Item:
    if part.startswith("("):
        return _any(tuple(_option(p) for p in _split(part)))
    if part.startswith("["):
        return Item("maybe", tuple(_option(p) for p in _split(part)))
    if part.startswith("<"):
        return Item("tags", tags=frozenset(part[1:-1].split(",")))
    if part.startswith("!") and len(part) > 1:
        return Item("not", (_inner(part if part.startswith("!!") else part[1:]),))
    if part.startswith("*"):
        return Item("gap", size=_gap(part[1:]))
    if part in ("^", "$", "_"):
        return Item({"^": "start", "$": "end", "_": "one"}[part])
    return _word_item(part.lower().replace("ё", "е"))


@lru_cache(maxsize=50_000)
def _option(part: str) -> Item:
    """Read an alternative of a group: one item, or several words in a row."""
    parts = part.split()
    return _inner(part) if len(parts) == 1 else _row(tuple(_inner(p) for p in parts))


def _inner(part: str) -> Item:
    """Read an item inside another one; a group holds no group, and nothing is denied twice."""
    if part.startswith(("(", "[", "!!")):
        raise PatternError(f"одно внутри другого: «{part}»")
    return _item(part)


def _gap(size: str) -> int:
    if size and not (size.isdecimal() and len(size) < 4 and int(size) <= WIDEST_GAP):
        raise PatternError(f"«*{size}»: после звёздочки - число не больше {WIDEST_GAP}")
    return int(size or GAP)


def _any(options: tuple[Item, ...]) -> Item:
    keys = [option.keys for option in options]
    told = None if None in keys else frozenset().union(*(key for key in keys if key))
    return Item("any", options, keys=told)


def _row(items: tuple[Item, ...]) -> Item:
    """Every item of a row must be there, so the one that fewest words satisfy speaks for it."""
    told = [item.keys for item in items if item.keys is not None and item.sort not in OPTIONAL]
    return Item("row", items, keys=min(told, key=len, default=None))


def _split(part: str) -> list[str]:
    pieces = [p.strip() for p in part[1:-1].split("|")]
    if not all(pieces):
        raise PatternError(f"пустой вариант в «{part}»")
    return pieces


def _word_item(part: str) -> Item:
    if part.startswith("#"):
        return Item("quantity", quantity=_quantity(part[1:]) if len(part) > 1 else None)
    if part.startswith("="):
        return Item("form", word=part[1:], keys=frozenset({part[1:]}))
    if part.endswith("~"):
        return Item("prefix", word=part[:-1])
    lemmas = read_word(part).lemmas
    return Item("word", word=part, lemmas=lemmas, keys=lemmas | {part})


def _quantity(source: str) -> Quantity:
    found = Text(source.replace("_", " ")).quantities or Text("за " + source.replace("_", " ")).quantities
    if not found:
        raise PatternError(f"«{source}» не число и не время")
    return found[0]


@lru_cache(maxsize=20_000)
def needed(items: tuple[Item, ...]) -> tuple[frozenset[str], ...]:
    """Return for the items that must be there the words by one of which each is met; the rarest first."""
    told = [item.keys for item in items if item.keys is not None and item.sort not in OPTIONAL]
    return tuple(sorted(told, key=len))
