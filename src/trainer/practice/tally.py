"""Adds up what many replies show and break, one reply at a time; keeps a few examples, never all the texts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

MOST_EXAMPLES = 3
MOST_REPLIES = 10

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reply:
    """A judged reply: where it stands in its file, and the words of each standard shown and broken."""

    line: int
    id: str | int
    text: str
    shown: Words
    violated: Words


@dataclass(frozen=True, slots=True)
class Example:
    """The words in which a reply shows or breaks a standard."""

    line: int
    id: str | int
    words: tuple[str, ...]


class Tally:
    """Counts replies and standards; the order in which replies come decides which examples are kept."""

    def __init__(self) -> None:
        self.judged = 0
        self.empty = 0
        self._found: Counter[str] = Counter()
        self._examples: dict[str, dict[str, Example]] = {}
        self._worst: list[Reply] = []

    def add(self, reply: Reply) -> None:
        """Count a judged reply."""
        self.judged += 1
        for standard, words in (*reply.shown.items(), *reply.violated.items()):
            self._found[standard] += 1
            self._remember(standard, Example(reply.line, reply.id, words))
        if reply.violated:
            ranked = sorted([*self._worst, reply], key=lambda item: (-len(item.violated), item.line))
            self._worst = ranked[:MOST_REPLIES]

    def add_empty(self) -> None:
        """Count a reply without text, which is not judged."""
        self.empty += 1

    def found(self, standard: str) -> int:
        """Return in how many replies a standard was shown or broken."""
        return self._found[standard]

    def examples(self, standard: str) -> tuple[Example, ...]:
        """Return the first examples of a standard; no two are worded alike."""
        return tuple(self._examples.get(standard, {}).values())

    def worst(self) -> tuple[Reply, ...]:
        """Return the replies that break most standards, the worst first, then by their place."""
        return tuple(self._worst)

    def _remember(self, standard: str, example: Example) -> None:
        kept = self._examples.setdefault(standard, {})
        if len(kept) < MOST_EXAMPLES:
            kept.setdefault(" ".join(example.words).casefold(), example)
