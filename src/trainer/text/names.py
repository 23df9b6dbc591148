"""Names of people, in the forms in which they are called."""

from collections.abc import Sequence

from trainer.text.analysis import Text, read_once
from trainer.text.tokens import Sort, Token


def find_names(text: Text, names: Sequence[str]) -> list[tuple[int, int]]:
    """Return token ranges ``[first, last)`` where one of the names stands, in any case form.

    ``names`` are the forms that count («Иван Иванович», «Иван Иваныч»); every word of a form must
    stand in order.
    """
    found = []
    for name in names:
        words = [t for t in read_once(name).tokens if t.sort is Sort.WORD]
        for i in range(len(text.tokens) - len(words) + 1):
            if words and all(
                _same(a, b) for a, b in zip(text.tokens[i : i + len(words)], words, strict=True)
            ):
                found.append((i, i + len(words)))
    return found


def _same(a: Token, b: Token) -> bool:
    return a.text == b.text or bool(a.reading.lemmas & b.reading.lemmas)
