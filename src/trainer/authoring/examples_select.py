"""Picks examples by name, as pytest does with ``-k``: substrings joined by and, or, not and brackets."""

import re
from collections.abc import Callable

Match = Callable[[str], bool]
_TOKEN = re.compile(r"\s*([()]|[^\s()]+)")


class NotAnExpressionError(ValueError):
    """The expression does not read; ``near`` is the word where it went wrong, empty at the end."""

    def __init__(self, near: str = "") -> None:
        super().__init__(near)
        self.near = near


def matcher(expression: str) -> Match:
    """Return a test for names; case does not matter. Raises NotAnExpressionError."""
    parser = _Parser(_TOKEN.findall(expression))
    found = parser.either()
    if parser.next:
        raise NotAnExpressionError(parser.next)
    return lambda name: found(name.casefold())


class _Parser:
    """Recursive descent, one method a level of binding."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._at = 0
        self._depth = 0

    @property
    def next(self) -> str:
        """The word to be read, empty at the end."""
        return self._words[self._at] if self._at < len(self._words) else ""

    def either(self) -> Match:
        """Read operands joined by ``or``."""
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return lambda name: any(part(name) for part in parts)

    def _both(self) -> Match:
        parts = [self._one()]
        while self._take("and"):
            parts.append(self._one())
        return lambda name: all(part(name) for part in parts)

    def _one(self) -> Match:
        # An expression deeper than this is no wish but an attempt to exhaust the stack.
        self._depth += 1
        if self._depth > 100:
            raise NotAnExpressionError(self.next)
        try:
            return self._operand()
        finally:
            self._depth -= 1

    def _operand(self) -> Match:
        if self._take("not"):
            inner = self._one()
            return lambda name: not inner(name)
        if self._take("("):
            inner = self.either()
            if not self._take(")"):
                raise NotAnExpressionError(self.next)
            return inner
        word = self.next
        if word in ("", ")", "and", "or"):
            raise NotAnExpressionError(word)
        self._at += 1
        return lambda name: word.casefold() in name

    def _take(self, word: str) -> bool:
        taken = self.next == word
        self._at += taken
        return taken
