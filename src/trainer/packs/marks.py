"""The ⟦…⟧ marks that show, inside an example, the words it is about."""

import re

OPEN, CLOSE = "⟦", "⟧"
_MARK = re.compile(r"⟦([^⟦⟧]*)⟧")


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
