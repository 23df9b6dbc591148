"""Wordings of a fact: «курьер привезёт накладную» found in any inflection and nearly any order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainer.text.analysis import Stretch, Text
from trainer.text.pattern import Item, Match, compile_pattern, step_at

# Words that carry no meaning of their own in a wording; negations always count.
_EMPTY = frozenset(
    [
        "в",
        "во",
        "на",
        "с",
        "со",
        "к",
        "ко",
        "по",
        "за",
        "из",
        "от",
        "до",
        "у",
        "о",
        "об",
        "и",
        "а",
        "же",
        "ли",
        "бы",
        "то",
        "это",
        "что",
        "как",
        "для",
        "при",
        "через",
        "под",
        "над",
        "или",
        "вам",
        "вас",
        "вы",
        "мы",
        "нам",
        "я",
        "ваш",
        "свой",
        "этот",
        "тот",
        "уже",
        "еще",
        "раз",
        "там",
        "тут",
        "здесь",
    ]
)
_NEGATIONS = frozenset({"не", "нельзя", "без", "ни"})
_SLACK = 7


@dataclass(frozen=True, slots=True)
class Wording:
    """The items that must all be met, and whether the wording itself is negative."""

    source: str
    items: tuple[Item, ...]
    negative: bool


@lru_cache(maxsize=10_000)
def read_wording(source: str) -> Wording:
    """Read a wording; raises PatternError when it holds no meaningful word."""
    parts = compile_pattern(source)
    items = tuple(i for i in parts if i.sort != "gap" and not (i.sort == "word" and i.word in _EMPTY))
    kept = tuple(i for i in items if i.word not in _NEGATIONS)
    negative = any(i.word in _NEGATIONS for i in items)
    return Wording(source, kept or items, negative)


def find_wording(wording: Wording, text: Text) -> Match | None:
    """Return the tightest place where the wording stands, or None.

    All items must stand in one sentence, or in two neighbouring ones, within a window a little longer than the
    wording; a negation in the window has to agree with the wording.
    """
    best: Match | None = None
    for bounds in _bounds(text):
        places = [_places(item, bounds, text) for item in wording.items]
        if not all(places):
            continue
        match = _tightest(places, len(wording.items))
        if (
            match
            and _polarity(match, bounds, text) == wording.negative
            and (best is None or match.last - match.first < best.last - best.first)
        ):
            best = match
    return best


def _bounds(text: Text) -> list[Stretch]:
    pairs = zip(text.sentences, text.sentences[1:], strict=False)
    return [*text.sentences, *(Stretch(a.start, b.end, a.first, b.last) for a, b in pairs)]


def _places(item: Item, bounds: Stretch, text: Text) -> list[tuple[int, int]]:
    return [(at, at + n) for at in range(bounds.first, bounds.last) if (n := step_at(item, at, bounds, text))]


def _tightest(places: Sequence[Sequence[tuple[int, int]]], size: int) -> Match | None:
    best: Match | None = None
    for first, last in places[0]:
        low, high = first, last
        for options in places[1:]:
            near = min(options, key=lambda o: max(high, o[1]) - min(low, o[0]))
            low, high = min(low, near[0]), max(high, near[1])
        if high - low <= 2 * size + _SLACK and (best is None or high - low < best.last - best.first):
            best = Match(low, high)
    return best


def _polarity(match: Match, bounds: Stretch, text: Text) -> bool:
    """Tell whether the words stand under a negation («не», «нельзя», «без», «ни»)."""
    first = max(bounds.first, match.first - 2)
    return any(t.text in _NEGATIONS for t in text.tokens[first : match.last])
