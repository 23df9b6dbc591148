"""An answer, read once: tokens, sentences, clauses, quantities, each with places in the typed text."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from trainer.model.span import Span
from trainer.text.normalize import Normalized, normalize
from trainer.text.quantities import Quantity, quantities
from trainer.text.sentences import clauses, sentences
from trainer.text.tokens import Sort, Token, tokenize

# Typing slips are forgiven in so many different words of one answer.
MOST_UNKNOWN = 100
# A shorter word is not taken for another one.
SHORTEST_SLIP = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or clause: positions in the normal form and its tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int


class Text:
    """A reading of ``typed``; everything is computed on first use and kept."""

    def __init__(self, typed: str) -> None:
        """Take the text exactly as typed."""
        self.typed = typed
        # What searches have found in this text already, by what they looked for.
        self.found: dict[object, Mapping[int, int]] = {}

    @cached_property
    def source(self) -> Normalized:
        """The normal form with the map back to what was typed."""
        return normalize(self.typed)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens in order."""
        return tokenize(self.source)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The word tokens."""
        return tuple(t for t in self.tokens if t.sort is Sort.WORD)

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences in order."""
        return tuple(self._stretch(r) for r in sentences(self.source.text))

    @cached_property
    def clauses(self) -> tuple[Stretch, ...]:
        """The clauses of all sentences in order."""
        ranges = (c for s in self.sentences for c in clauses(self.source.text, (s.start, s.end)))
        return tuple(self._stretch(r) for r in ranges)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Money, times, durations and bare numbers."""
        return tuple(quantities(self.tokens))

    @cached_property
    def forms(self) -> Mapping[str, Sequence[int]]:
        """The indices of the tokens by how they are written."""
        places: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.tokens):
            places[token.text].append(i)
        return dict(places)

    @cached_property
    def lemmas(self) -> Mapping[str, Sequence[str]]:
        """The forms of this text by each lemma that they may have."""
        forms: dict[str, list[str]] = defaultdict(list)
        for form, places in self.forms.items():
            for lemma in self.tokens[places[0]].reading.lemmas:
                forms[lemma].append(form)
        return dict(forms)

    @cached_property
    def unknown(self) -> Sequence[str]:
        """The misspelt or strange words; of very many only the first, for then it is no typing slip."""
        forms = (f for f, places in self.forms.items() if not self.tokens[places[0]].reading.known)
        return tuple(islice(forms, MOST_UNKNOWN))

    @cached_property
    def keys(self) -> frozenset[str]:
        """All forms of this text and all lemmas that they may have."""
        return frozenset((*self.forms, *self.lemmas))

    @cached_property
    def slips(self) -> bool:
        """Whether a word may be another one with a typing slip, so that ``keys`` are not all that it says."""
        return any(len(form) >= SHORTEST_SLIP for form in self.unknown)

    def sentence_at(self, token: int) -> Stretch | None:
        """Return the sentence that holds a token."""
        i = bisect_right(self._firsts, token) - 1
        return self._filled[i] if i >= 0 and token < self._filled[i].last else None

    def normal(self, stretch: Stretch) -> str:
        """Return the normal form of a stretch."""
        return self.source.text[stretch.start : stretch.end]

    def span(self, first: int, last: int) -> Span:
        """Return the typed span of tokens ``[first, last)``."""
        if first >= last:
            return Span(0, 0)
        return self.source.span(self.tokens[first].start, self.tokens[last - 1].end)

    def span_of(self, stretch: Stretch) -> Span:
        """Return the typed span of a stretch."""
        return self.source.span(stretch.start, stretch.end)

    @cached_property
    def _filled(self) -> Sequence[Stretch]:
        return [s for s in self.sentences if s.first < s.last]

    @cached_property
    def _firsts(self) -> Sequence[int]:
        return [s.first for s in self._filled]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [t.start for t in self.tokens]

    def _stretch(self, bounds: tuple[int, int]) -> Stretch:
        start, end = bounds
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return Stretch(start, end, first, last) if first < last else Stretch(start, end, 0, 0)


# A reading takes a hundred times the memory of its text: of longer ones only a few are kept.
LONG = 4_000


def read_once(typed: str) -> Text:
    """Return the reading of a text that may come again.

    Cards, lines and names come with every answer; an answer comes again where several ask about it, or in another
    setting.
    """
    return _read(typed) if len(typed) <= LONG else _read_long(typed)


_read = lru_cache(maxsize=512)(Text)
_read_long = lru_cache(maxsize=4)(Text)
