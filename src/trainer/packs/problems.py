"""One collector for everything that is wrong with a file: it records, and raises at the end if asked to."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from trainer.model.place import Place
from trainer.model.problem import InputError, Level, Problem, level_of
from trainer.packs.texts_ru import HINT, TEXTS

_LONGEST = 160


class Problems:
    """Records problems into ``sink``; without a sink it keeps them and ``finish`` raises them all."""

    def __init__(self, sink: list[Problem] | None = None, texts: Mapping[str, str] = TEXTS) -> None:
        self._raising = sink is None
        self._start = len(sink) if sink else 0
        self.found: list[Problem] = [] if sink is None else sink
        self._texts = texts

    def add(self, place: Place, code: str, **values: object) -> None:
        """Record the problem ``code`` at ``place``; its level is the first letter of the code."""
        text = self._texts[code].format(**{key: visible(str(value)) for key, value in values.items()})
        self.found.append(Problem(place, code, text, level_of(code)))

    @property
    def broken(self) -> bool:
        """Tell whether an error was recorded since this collector began."""
        return any(problem.level is Level.ERROR for problem in self.found[self._start :])

    def finish(self) -> None:
        """Raise InputError with all problems when nobody gave a list for them and one is an error."""
        if self._raising and self.broken:
            raise InputError(*sorted(self.found))


def hint(word: str, options: Iterable[str]) -> str:
    """Return « - возможно, вы имели в виду …» for the nearest option, or nothing."""
    near = difflib.get_close_matches(word, list(options), n=1, cutoff=0.6)
    return HINT.format(near=near[0]) if near else ""


def is_control(char: str) -> bool:
    """Tell whether a character steers a terminal or the direction of the text instead of being read."""
    if char in "\n\t":
        return False
    return (
        unicodedata.category(char) in ("Cc", "Cs")
        or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def visible(text: str) -> str:
    """Return a text that is safe to print: one line, control characters spelled out, cut when long."""
    shown = "".join(f"\\u{ord(c):04x}" if is_control(c) else c for c in text.replace("\n", " "))
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
