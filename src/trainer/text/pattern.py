"""The search for patterns in a text; what a pattern is, ``pattern_items`` says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainer.text.analysis import Stretch, Text
from trainer.text.pattern_items import OPTIONAL, Item, PatternError, compile_pattern, needed
from trainer.text.similarity import near_words

__all__ = [
    "Item",
    "Match",
    "PatternError",
    "absent",
    "compile_pattern",
    "places",
    "readable",
    "search",
    "search_all",
    "step_at",
]

_NEGATIONS = {"не", "ни", "нет", "без", "никогда"}
_NOWHERE: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``[first, last)`` that a pattern covers."""

    first: int
    last: int


# Where items from a gap or an optional item on may end: (its number, token, first token of the sentence) -> token.
Known = dict[tuple[int, int, int], int | None]


def search(pattern: str, text: Text) -> list[Match]:
    """Return the non-overlapping matches of a pattern, left to right, shortest first at each place."""
    items = compile_pattern(pattern)
    # A word of the pattern that stands nowhere in the text settles it before any matching.
    if absent(items, text) or not all(item.sort in OPTIONAL or places(item, text) for item in items):
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


@lru_cache(maxsize=10_000)
def readable(pattern: str) -> bool:
    """Tell whether a pattern can be searched for."""
    try:
        compile_pattern(pattern)
    except PatternError:
        return False
    return True


def search_all(patterns: tuple[str, ...], text: Text) -> list[Match]:
    """Return the matches of all these patterns, in the order of the patterns."""
    keys = _of_all(patterns)
    if keys is not None and not text.slips and keys.isdisjoint(text.keys):
        return []
    return [match for pattern in patterns for match in search(pattern, text)]


@lru_cache(maxsize=5_000)
def _of_all(patterns: tuple[str, ...]) -> frozenset[str] | None:
    """Return the words one of which a text must hold for any of the patterns to match; None when nothing is sure."""
    told = [next(iter(needed(compile_pattern(pattern))), None) for pattern in patterns]
    return None if None in told else frozenset().union(*(keys for keys in told if keys))


def absent(items: tuple[Item, ...], text: Text) -> bool:
    """Tell by the words alone that some item is not there. False says nothing yet."""
    return not text.slips and any(keys.isdisjoint(text.keys) for keys in needed(items))


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

    ``known`` keeps what was found where there are several ways on, so that no place of a sentence is tried twice.
    """
    while i < len(items):
        item = items[i]
        if item.sort in ("gap", "maybe"):
            key = (i, at, bounds.first)
            if key not in known:
                further = _after_gap if item.sort == "gap" else _after_maybe
                known[key] = further(items, i, at, bounds, text, known)
            return known[key]
        if item.sort in ("start", "end"):
            if at != (bounds.first if item.sort == "start" else bounds.last):
                return None
            size = 0
        else:
            size = step_at(item, at, bounds, text)
            if not size:
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


def _after_maybe(
    items: Sequence[Item], i: int, at: int, bounds: Stretch, text: Text, known: Known
) -> int | None:
    size = step_at(items[i], at, bounds, text)
    if size and (last := _end(items, i + 1, at + size, bounds, text, known)) is not None:
        return last
    return _end(items, i + 1, at, bounds, text, known)


def step_at(item: Item, at: int, bounds: Stretch, text: Text) -> int:
    """Return how many tokens an item takes at ``at``, 0 when it does not match."""
    size = places(item, text).get(at, 0)
    return size if at + size <= bounds.last else 0


def places(item: Item, text: Text) -> Mapping[int, int]:
    """Return how many tokens an item takes at each token where it matches; found once for a text."""
    found = text.found.get(item)
    if found is None:
        if item.keys is not None and not text.slips and item.keys.isdisjoint(text.keys):
            return _NOWHERE
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
