"""A store that forgets when the process ends: for files of answers and homes that cannot be written."""

from collections.abc import Sequence

from trainer.practice.ports import Event
from trainer.practice.replay import Finished, Unfinished, finished


class MemoryStore:
    """Keeps events and drafts in memory; see ``trainer.practice.ports.Store``."""

    def __init__(self) -> None:
        self._events: dict[str, list[Event]] = {}
        self._drafts: dict[str, tuple[int, str]] = {}

    def append(self, session_id: str, event: Event) -> None:
        """Add an event."""
        self._events.setdefault(session_id, []).append(event)

    def events(self, session_id: str) -> Sequence[Event]:
        """Return the events of a session."""
        return tuple(self._events.get(session_id, ()))

    def remember(self, session_id: str, events: Sequence[Event]) -> None:
        """Know a session that was kept elsewhere."""
        self._events[session_id] = list(events)

    def last_start(self, scenario_id: str) -> Event | None:
        """Return the event that began the latest session of a scenario."""
        starts = [events[0] for events in self._events.values() if events]
        return next((event for event in reversed(starts) if event.get("scenario") == scenario_id), None)

    def save_draft(self, session_id: str, move: int, text: str) -> None:
        """Keep a draft."""
        self._drafts[session_id] = (move, text)

    def draft(self, session_id: str) -> tuple[int, str]:
        """Return the draft."""
        return self._drafts.get(session_id, (0, ""))

    def finished(self) -> frozenset[Finished]:
        """Return what was done to its end."""
        done = (
            events[0] for events in self._events.values() if events and events[-1].get("kind") == "finish"
        )
        return frozenset(item for first in done if (item := finished(first)))

    def unfinished(self) -> list[Unfinished]:
        """Return nothing: what is only in memory belongs to the session at hand."""
        return []
