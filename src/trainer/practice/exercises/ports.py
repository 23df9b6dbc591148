"""What exercises need of a judge."""

from collections.abc import Collection
from typing import Protocol

from trainer.model.verdict import Reading, Setting, Verdict


class ReadingJudge(Protocol):
    """Judges an answer at a turn, and reads a text on its own; pure and deterministic."""

    @property
    def muted(self) -> Collection[str]:
        """The standards that accuse unjustly too often: what they find takes no points."""
        ...

    def score(self, text: str, setting: Setting) -> Verdict:
        """Return the verdict on an answer in its setting."""
        ...

    def read(self, text: str) -> Reading:
        """Return what a text shows and breaks when no setting is known."""
        ...
