"""An answer, read once: tokens, sentences, clauses, quantities, each with places in the typed text."""

from dataclasses import dataclass
from functools import cached_property

from trainer.model.span import Span
from trainer.text.normalize import Normalized, normalize
from trainer.text.quantities import Quantity, quantities
from trainer.text.sentences import clauses, sentences
from trainer.text.tokens import Sort, Token, tokenize


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

    def _stretch(self, bounds: tuple[int, int]) -> Stretch:
        start, end = bounds
        inside = [i for i, t in enumerate(self.tokens) if start <= t.start < end]
        return Stretch(start, end, inside[0], inside[-1] + 1) if inside else Stretch(start, end, 0, 0)
