"""Judges each answer once."""

from typing import Protocol

from trainer.model.verdict import Setting, Verdict


class Judging(Protocol):
    """What a simulation needs of a judge."""

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge one answer in its setting."""
        ...


class Remembered:
    """A judge that remembers its verdicts on the answers of one scenario.

    A verdict depends on the text and the setting. Within a scenario the company, its own standards, the names
    and the card stay, so that the turn, the line it began with and what the client has just asked for again
    tell one setting from another; mood, patience and the facts given before do not reach the judge.
    The note is judged in a setting of its own, so it needs a ``Remembered`` of its own.
    """

    def __init__(self, judge: Judging) -> None:
        self._judge = judge
        self._known: dict[tuple[str, str, tuple[str, ...], str], Verdict] = {}

    def __len__(self) -> int:
        """Return how many answers were judged."""
        return len(self._known)

    def score(self, text: str, setting: Setting) -> Verdict:
        """Return the verdict on an answer; a text that came before at this turn is not judged again."""
        turn = setting.turn
        key = (turn.id if turn else "", turn.client if turn else "", setting.asking, text)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._judge.score(text, setting)
        return found
