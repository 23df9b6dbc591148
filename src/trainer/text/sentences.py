"""Sentences and clauses: where one thought ends and the next begins."""

import itertools
import re

# razdel keeps these together: «день!Меня», «:) завтра», an emoji between two sentences.
_GLUED = re.compile(
    r"(?<=[а-яa-z)][.!?])(?=[А-ЯA-Z])|(?<=[!?])\s+(?=[а-яa-z])|(?<=[^\s(]\)\))\s+|(?<=[а-я]\))\s+"
)
# Those who type without capitals still end their sentences: «отпишу. ее ищут». Short words may be abbreviations.
_LOW_START = re.compile(
    r"(?<=[а-я]{4}\.)\s+(?=[а-я])|(?<=[а-я]\.\.)\s+(?=[а-я])|(?<=\d\.)\s+(?=[а-я]{4})|(?<=[а-я]{3}\))\s+(?=[а-я])"
)
_EMOJI_END = re.compile(r"(?<=[\U0001F300-\U0001FAFF\u2600-\u27BF])\s+")
_CLAUSE = re.compile(
    r"(?:[,;:]\s*|\s-\s|\s)(?=(?:но|а|зато|однако|хотя|если|чтобы|потому|поэтому|так как|когда|пока|либо|или|иначе)\b)"
    r"|[;:]\s+|\s-\s+|,\s+|\n+"
)

Range = tuple[int, int]


def sentences(text: str) -> list[Range]:
    """Return the stretches of the sentences of a normal form, without outer white space."""
    from razdel import sentenize  # loaded on first use

    found: list[Range] = []
    at = 0
    for line in text.split("\n"):
        for part in sentenize(line) if line.strip() else ():
            found.extend(_resplit(text, at + part.start, at + part.stop))
        at += len(line) + 1
    return found


def _resplit(text: str, start: int, end: int) -> list[Range]:
    cuts = {m.end() for m in _GLUED.finditer(text, start, end)}
    cuts |= {m.end() for m in _LOW_START.finditer(text, start, end)}
    cuts |= {m.end() for m in _EMOJI_END.finditer(text, start, end)}
    edges = [start, *sorted(c for c in cuts if start < c < end), end]
    return [r for a, b in itertools.pairwise(edges) if (r := _strip(text, a, b))[0] < r[1]]


def clauses(text: str, sentence: Range) -> list[Range]:
    """Cut a sentence at commas, dashes and conjunctions; the pieces cover all its words."""
    start, end = sentence
    edges = [start]
    for match in _CLAUSE.finditer(text, start, end):
        if start < match.end() < end:
            edges.append(match.end())
    edges.append(end)
    pieces = [_strip(text, a, b) for a, b in itertools.pairwise(edges)]
    return [p for p in pieces if p[0] < p[1]]


def _strip(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
