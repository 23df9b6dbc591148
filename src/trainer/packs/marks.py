"""The ⟦…⟧ marks that show, inside an example, the words it is about."""

import re

from trainer.model.span import Span

OPEN, CLOSE = "⟦", "⟧"
_MARK = re.compile(r"⟦([^⟦⟧]*)⟧")
_NAMED = re.compile(r"⟦\s*([^⟦⟧|]+?)\s*\|([^⟦⟧|]*)⟧")


def strip_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without its marks, and the marked words in order.

    Raises ValueError when a mark is not closed, not opened, stands inside another one or is empty.
    """
    words = tuple(_MARK.findall(text))
    if text.count(OPEN) != len(words) or text.count(CLOSE) != len(words):
        raise ValueError("marks do not pair")
    if not all(word.strip() for word in words):
        raise ValueError("an empty mark")
    return _MARK.sub(r"\1", text), words


def named_marks(text: str) -> tuple[str, tuple[tuple[str, Span], ...]]:
    """Return the text without marks such as «⟦curt|Ждите⟧», and what each names with its place in that text.

    Raises ValueError when a mark is broken, empty, or names nothing.
    """
    strip_marks(text)
    clean, found, at = "", [], 0
    for match in _NAMED.finditer(text):
        clean += text[at : match.start()]
        words = match[2]
        if not words.strip():
            raise ValueError("an empty mark")
        found.append((match[1], Span(len(clean), len(clean) + len(words))))
        clean, at = clean + words, match.end()
    clean += text[at:]
    if OPEN in clean:
        raise ValueError("a mark without a name")
    return clean, tuple(found)
