"""Words of a text as places: where typed words stand, which words a span covers, how two spans meet."""

from trainer.model.span import Span
from trainer.text.analysis import Text, read_once
from trainer.text.similarity import likeness
from trainer.text.tokens import Sort, Token

# Words typed from memory differ a little from those in the text.
_LIKE = 0.85


def locate(text: str, words: str) -> Span | None:
    """Return where typed words stand in a text, first exactly, then but for a slip or two; None when nowhere."""
    read, wanted = read_once(text), [token.text for token in _words(Text(words))]
    if not wanted:
        return None
    own = _words(read)
    size = len(wanted)
    for first in range(len(own) - size + 1):
        if [token.text for token in own[first : first + size]] == wanted:
            return read.source.span(own[first].start, own[first + size - 1].end)
    return _nearly(read, words, size)


def _nearly(read: Text, words: str, size: int) -> Span | None:
    own, best = _words(read), (_LIKE, 0, 0)
    for length in range(max(1, size - 2), size + 3):
        for first in range(len(own) - length + 1):
            start, end = own[first].start, own[first + length - 1].end
            best = max(best, (likeness(read.source.text[start:end], words), start, end))
    return read.source.span(*best[1:]) if best[2] else None


def covered(text: str, span: Span) -> frozenset[int]:
    """Return the numbers of the words that a span touches."""
    read = read_once(text)
    own = [read.source.span(token.start, token.end) for token in _words(read)]
    return frozenset(number for number, word in enumerate(own) if word.overlaps(span))


def overlap(text: str, one: Span, other: Span) -> float:
    """Return how well two spans agree in their words, 0-1: twice the shared ones over all of both."""
    mine, theirs = covered(text, one), covered(text, other)
    both = len(mine) + len(theirs)
    return 2 * len(mine & theirs) / both if both else 0.0


def _words(read: Text) -> list[Token]:
    return [token for token in read.tokens if token.sort is not Sort.SIGN]
