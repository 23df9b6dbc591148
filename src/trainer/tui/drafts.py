"""Keeps what is typed: at once, and then at most a few times a second."""

from typing import Protocol

from textual.timer import Timer
from textual.widget import Widget

_PAUSE = 0.25  # seconds between two drafts


class Drafted(Protocol):
    """What has one draft: a session, or a series of an exercise."""

    def draft(self) -> str:
        """Return what was typed and not sent."""
        ...

    def save_draft(self, text: str) -> None:
        """Keep what is being typed."""
        ...


class DraftKeeper:
    """Saves the draft of a session while its field changes."""

    def __init__(self, session: Drafted) -> None:
        self._session = session
        self._kept = session.draft()
        self._text = self._kept
        self._timer: Timer | None = None

    def typed(self, owner: Widget, text: str) -> None:
        """Keep this text now, or soon when the last time was only just."""
        self._text = text
        if self._timer is None:
            self.keep(text)
            self._timer = owner.set_timer(_PAUSE, self._later)

    def keep(self, text: str) -> None:
        """Keep this text now."""
        if text != self._kept:
            self._kept = self._text = text
            self._session.save_draft(text)

    def flush(self) -> None:
        """Keep at once what was to be kept later: the screen is going away."""
        if self._timer is not None:
            self.stop()
            self.keep(self._text)

    def stop(self) -> None:
        """Forget what was to be kept later: the text is being sent."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _later(self) -> None:
        self._timer = None
        self.keep(self._text)
