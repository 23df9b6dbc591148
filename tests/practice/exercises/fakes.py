"""A judge that finds a few words, a clock that stands still."""

from datetime import UTC, datetime

from trainer.model.span import Span
from trainer.model.verdict import Finding, Reading, Setting, Verdict

WORDS = {"rude": "дурак", "officialese": "осуществляется"}


class WordJudge:
    """Finds a prohibition where its word stands."""

    def __init__(self, muted: frozenset[str] = frozenset()) -> None:
        self.reads = 0
        self.muted = muted

    def score(self, text: str, setting: Setting) -> Verdict:
        raise AssertionError("nothing here is judged at a turn")

    def read(self, text: str) -> Reading:
        self.reads += 1
        found = [
            Finding(name, (Span(text.index(word), text.index(word) + len(word)),))
            for name, word in WORDS.items()
            if word in text
        ]
        return Reading(text, (), tuple(found))


class Clock:
    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)
