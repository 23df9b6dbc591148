"""A text in rows of a given width, with the place of every character: for choosing words by arrows and mouse."""

from dataclasses import dataclass

from rich.cells import cell_len

from trainer.model.span import Span


@dataclass(frozen=True, slots=True)
class Rows:
    """``spans`` are the rows as pieces of ``text``; a row takes at most the width asked for."""

    text: str
    spans: tuple[Span, ...]

    def column(self, offset: int) -> tuple[int, int]:
        """Return the row and the cell of a character."""
        row = next((n for n, span in enumerate(self.spans) if offset < span.end), len(self.spans) - 1)
        return row, cell_len(self.text[self.spans[row].start : offset])

    def word_at(self, words: tuple[Span, ...], row: int, cell: int) -> int | None:
        """Return the number of the word under a cell; None beside the words."""
        if not 0 <= row < len(self.spans):
            return None
        for number, word in enumerate(words):
            at, start = self.column(word.start)
            if at == row and start <= cell < start + cell_len(word.of(self.text)):
                return number
        return None

    def beside(self, words: tuple[Span, ...], number: int, step: int) -> int:
        """Return the word nearest above (-1) or below (1) a word; the first or the last where there is no such row."""
        row, cell = self.column(words[number].start)
        rows = [self.column(word.start) for word in words]
        there = [(abs(at - cell), n) for n, (where, at) in enumerate(rows) if where == row + step]
        if there:
            return min(there)[1]
        nearer = [n for n, (where, _) in enumerate(rows) if (where - row) * step > 0]
        if nearer:
            return nearer[0] if step > 0 else nearer[-1]
        return 0 if step < 0 else len(words) - 1


def rows(text: str, width: int) -> Rows:
    """Return a text in rows of at most ``width`` cells, broken at spaces; a word that is longer is cut."""
    width = max(2, width)
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        at = start
        while at < end or at == start:
            cut = _cut(text, at, end, width)
            spans.append(Span(at, cut))
            at = cut
            if at >= end:
                break
        start = end + 1
    return Rows(text, tuple(spans))


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Return where the row that begins at ``start`` ends; the space that it is broken at stays with it."""
    cells, space = 0, None
    for at in range(start, end):
        if text[at] == " ":
            space = at + 1
        cells += cell_len(text[at])
        if cells > width and text[at] != " ":
            return space if space and space > start else max(at, start + 1)
    return end
