"""Marking words in a text: where the cursor is, which words are held, what is marked. Pure; the widget draws it."""

import re
from dataclasses import dataclass, replace

from trainer.model.span import Span
from trainer.practice.exercises.answer import Marked

# A word with its hyphens, numbers too; signs between marked words are marked with them.
_WORD = re.compile(r"\w+(?:[-'’.,:]\w+)*")


@dataclass(frozen=True, slots=True)
class Picking:
    """``cursor`` and ``anchor`` are numbers of words; ``anchor`` is None while no words are held."""

    text: str
    words: tuple[Span, ...]
    cursor: int = 0
    anchor: int | None = None
    marks: tuple[Marked, ...] = ()

    @property
    def held(self) -> Span | None:
        """The words from the anchor to the cursor."""
        if self.anchor is None:
            return None
        first, last = sorted((self.anchor, self.cursor))
        return Span(self.words[first].start, self.words[last].end)

    def at(self, number: int) -> "Picking":
        """Return it with the cursor on a word, the nearest there is."""
        return replace(self, cursor=max(0, min(number, len(self.words) - 1)))

    def hold(self) -> "Picking":
        """Begin to hold words at the cursor."""
        return replace(self, anchor=self.cursor) if self.words else self

    def let_go(self) -> "Picking":
        """Hold nothing."""
        return replace(self, anchor=None)

    def marked_here(self) -> Marked | None:
        """Return the mark under the cursor."""
        here = self.words[self.cursor] if self.words else None
        return next((mark for mark in self.marks if here and mark.span and mark.span.overlaps(here)), None)

    def mark(self, standard: str) -> "Picking":
        """Mark the held words; they take the place of marks that they touch."""
        held = self.held
        if held is None:
            return self
        kept = [mark for mark in self.marks if not (mark.span and mark.span.overlaps(held))]
        marks = [*kept, Marked(standard, held.of(self.text), held)]
        marks.sort(key=lambda mark: mark.span.start if mark.span else 0)
        return replace(self, anchor=None, marks=tuple(marks))

    def without(self, mark: Marked) -> "Picking":
        """Take a mark away."""
        return replace(self, marks=tuple(one for one in self.marks if one is not mark))


def picking(text: str, marks: tuple[Marked, ...] = ()) -> Picking:
    """Return the picking of a text with the cursor at its beginning; marks outside of the text are left out."""
    words = tuple(Span(found.start(), found.end()) for found in _WORD.finditer(text))
    fit = tuple(mark for mark in marks if mark.span and mark.span.end <= len(text))
    return Picking(text, words, marks=fit)
