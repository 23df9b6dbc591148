r"""Patterns over lemmas: a small language for wordings, and their search in a text.

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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainer.text.analysis import Stretch, Text
from trainer.text.morphology import read_word
from trainer.text.quantities import Quantity
from trainer.text.similarity import near_words

_ITEM = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\S+")
GAP = 4
_NEGATIONS = {"не", "ни", "нет", "без", "никогда"}
# Items that need no token of their own.
_OPTIONAL = {"gap", "start", "end", "maybe"}


class PatternError(ValueError):
    """A pattern that cannot be read; the message is in Russian."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One item of a pattern; ``sort`` picks the test, ``options`` are what it compares with.

    Items are told apart by identity: the same part of a pattern is read once and is one item.
    """

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


# Where items from a gap on may end: (number of the gap, token, first token of the sentence) -> token.
Known = dict[tuple[int, int, int], int | None]


@lru_cache(maxsize=20_000)
def compile_pattern(source: str) -> tuple[Item, ...]:
    """Read a pattern; raises PatternError when it is empty or an item makes no sense."""
    items = tuple(_item(part) for part in _ITEM.findall(source))
    if not any(item.sort not in ("gap", "start", "end") for item in items):
        raise PatternError(f"в образце «{source}» нет ни одного слова")
    return items


@lru_cache(maxsize=50_000)
def _item(part: str) -> Item:
    if part.startswith("("):
        return Item("any", tuple(_option(p) for p in _split(part)))
    if part.startswith("["):
        return Item("maybe", tuple(_option(p) for p in _split(part)))
    if part.startswith("<"):
        return Item("tags", tags=frozenset(part[1:-1].split(",")))
    if part.startswith("!") and len(part) > 1:
        return Item("not", (_item(part[1:]),))
    if part.startswith("*"):
        return Item("gap", size=int(part[1:] or GAP))
    if part in ("^", "$", "_"):
        return Item({"^": "start", "$": "end", "_": "one"}[part])
    return _word_item(part.lower().replace("ё", "е"))


@lru_cache(maxsize=50_000)
def _option(part: str) -> Item:
    """Read an alternative of a group: one item, or several words in a row."""
    parts = part.split()
    return _item(part) if len(parts) == 1 else Item("row", tuple(_item(p) for p in parts))


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
    # A word of the pattern that stands nowhere in the text settles it before any matching.
    if not all(item.sort in _OPTIONAL or places(item, text) for item in items):
        return []
    found: list[Match] = []
    known: Known = {}
    behind = 0
    for at in _beginnings(items, text):
        sentence = text.sentence_at(at)
        if at < behind or sentence is None:
            continue
        last = _end(items, 0, at, sentence, text, known)
        if last is not None and last > at:
            found.append(Match(at, last))
            behind = last
    return found


def _beginnings(items: Sequence[Item], text: Text) -> Sequence[int]:
    """Return in order the tokens at which a match may begin."""
    starts: set[int] = set()
    for item in items:
        if item.sort == "gap":
            return range(len(text.tokens))
        if item.sort == "start":
            return [s.first for s in text.sentences if s.first < s.last]
        starts.update(places(item, text))
        if item.sort != "maybe":
            break
    return sorted(starts)


def _end(items: Sequence[Item], i: int, at: int, bounds: Stretch, text: Text, known: Known) -> int | None:
    """Return the first token index at which items[i:] may end when they begin at ``at``.

    ``known`` keeps what was found after gaps, so that no place of a sentence is tried twice.
    """
    while i < len(items):
        item = items[i]
        if item.sort == "gap":
            key = (i, at, bounds.first)
            if key not in known:
                known[key] = _after_gap(items, i, at, bounds, text, known)
            return known[key]
        if item.sort in ("start", "end"):
            if at != (bounds.first if item.sort == "start" else bounds.last):
                return None
            size = 0
        else:
            size = step_at(item, at, bounds, text)
            if item.sort == "maybe" and size:
                last = _end(items, i + 1, at + size, bounds, text, known)
                if last is not None:
                    return last
                size = 0
            elif not size and item.sort != "maybe":
                return None
        i, at = i + 1, at + size
    return at


def _after_gap(
    items: Sequence[Item], i: int, at: int, bounds: Stretch, text: Text, known: Known
) -> int | None:
    for step in range(items[i].size + 1):
        if at + step > bounds.last or (step and text.tokens[at + step - 1].text in _NEGATIONS):
            return None
        last = _end(items, i + 1, at + step, bounds, text, known)
        if last is not None:
            return last
    return None


def step_at(item: Item, at: int, bounds: Stretch, text: Text) -> int:
    """Return how many tokens an item takes at ``at``, 0 when it does not match."""
    size = places(item, text).get(at, 0)
    return size if at + size <= bounds.last else 0


def places(item: Item, text: Text) -> Mapping[int, int]:
    """Return how many tokens an item takes at each token where it matches; found once for a text."""
    found = text.found.get(item)
    if found is None:
        found = text.found[item] = _places(item, text)
    return found


def _places(item: Item, text: Text) -> Mapping[int, int]:
    if item.sort in ("any", "maybe"):
        # The first option that matches wins, so it is put in last.
        return {at: size for option in reversed(item.options) for at, size in places(option, text).items()}
    if item.sort == "row":
        return _row_places(item.options, text)
    if item.sort == "quantity":
        return {q.first: q.last - q.first + 1 for q in reversed(text.quantities)
                if item.quantity is None or item.quantity.same(q)}  # fmt: skip
    if item.sort == "not":
        hidden = places(item.options[0], text)
        return {at: 1 for at in range(len(text.tokens)) if at not in hidden}
    return {at: 1 for form in _forms(item, text) for at in text.forms[form]}


def _row_places(items: Sequence[Item], text: Text) -> Mapping[int, int]:
    sizes = dict.fromkeys(places(items[0], text), 0)
    for item in items:
        found = places(item, text)
        sizes = {at: size + found[at + size] for at, size in sizes.items() if at + size in found}
    return sizes


def _forms(item: Item, text: Text) -> Iterable[str]:
    """Return the forms of the text that a one-token item accepts."""
    forms = text.forms
    if item.sort == "form":
        return [item.word] if item.word in forms else []
    if item.sort == "prefix":
        return [form for form in forms if form.startswith(item.word)]
    if item.sort == "one":
        return {t.text for t in text.words}
    if item.sort == "tags":
        return [form for form, at in forms.items() if text.tokens[at[0]].reading.tags.issuperset(item.tags)]
    found = {form for lemma in item.lemmas for form in text.lemmas.get(lemma, ())}
    found.update(form for form in text.unknown if near_words(form, item.word, item.lemmas))
    return found | ({item.word} & forms.keys())
