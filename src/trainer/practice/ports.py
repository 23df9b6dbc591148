"""What practice needs from the world: the time, a judge, and a place where events are kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from trainer.model.verdict import Setting, Verdict

Event = Mapping[str, Any]
"""One thing that happened, as plain JSON data; ``kind`` names it, ``at`` is the time in ISO form."""


class Clock(Protocol):
    """Tells the time; passed in, so that a replayed session is the same session."""

    def now(self) -> datetime:
        """Return the current time."""
        ...


class Judge(Protocol):
    """Judges one answer; pure and deterministic."""

    def score(self, text: str, setting: Setting) -> Verdict:
        """Return the verdict on an answer in its setting."""
        ...


class Store(Protocol):
    """Keeps the events of sessions, append only, and one draft a session."""

    def append(self, session_id: str, event: Event) -> None:
        """Add an event to a session; when this returns the event is safe."""
        ...

    def events(self, session_id: str) -> Sequence[Event]:
        """Return the events of a session in their order; empty for an unknown session."""
        ...

    def last_start(self, scenario_id: str) -> Event | None:
        """Return the event that began the latest session of a scenario; None when there is none to be read."""
        ...

    def save_draft(self, session_id: str, move: int, text: str) -> None:
        """Keep what is typed but not sent; ``move`` counts the moves made before it."""
        ...

    def draft(self, session_id: str) -> tuple[int, str]:
        """Return the last draft as (move, text); (0, "") when there is none."""
        ...
