"""The answer with the words in question marked: underlined, with the number of the deduction behind."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from textual.content import Content

from trainer.model.span import Span
from trainer.model.verdict import Deduction
from trainer.practice.visible import visible

WORDS_STYLE = "underline bold $error"
NUMBER_STYLE = "bold $accent"
# A screen cannot lay out any more in reasonable time; nobody would read it either.
MOST_SHOWN = 6000


def marked(text: str, deductions: Sequence[Deduction]) -> Content:
    """Return the text ready to be shown; evidence keeps its exact offsets."""
    return marked_spans(text, [(number, item.evidence) for number, item in enumerate(deductions, 1)])


def marked_spans(text: str, numbered: Iterable[tuple[int, Iterable[Span]]]) -> Content:
    """Return the text with spans marked, each with the number of what it belongs to."""
    shown = visible(text)[:MOST_SHOWN]
    spans = _within(numbered, len(shown))
    cuts = sorted({0, len(shown), *(cut for span, _ in spans for cut in (span.start, span.end))})
    parts: list[Content] = []
    for start, end in pairwise(cuts):
        piece = Content(shown[start:end])
        covered = any(span.start <= start and end <= span.end for span, _ in spans)
        parts.append(piece.stylize(WORDS_STYLE) if covered else piece)
        if numbers := sorted({number for span, number in spans if span.end == end}):
            label = ",".join(str(number) for number in numbers)
            parts.append(Content.styled(f"[{label}]", NUMBER_STYLE))
    return Content("").join(parts)


def _within(numbered: Iterable[tuple[int, Iterable[Span]]], size: int) -> list[tuple[Span, int]]:
    return [
        (Span(span.start, min(span.end, size)), number)
        for number, spans in numbered
        for span in spans
        if span.start < min(span.end, size)
    ]


def lines(*parts: Content | str) -> Content:
    """Return parts under each other; strings are taken as they are, never as markup."""
    return Content("\n").join([Content(part) if isinstance(part, str) else part for part in parts])
