"""What events of format 1 do not say of themselves but what can be told from those before them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from trainer.practice.ports import Event

# Whoever takes longer has left and come back: that says nothing of how long the answer took.
_LONGEST = 30 * 60  # seconds


def filled_in(events: Sequence[Event]) -> list[Event]:
    """Return the events with what was opened and how long it took in each answer that does not say it."""
    found: list[Event] = []
    looked: list[str] = []
    since = ""
    for event in events:
        kind = event.get("kind")
        if kind == "look":
            looked.append(str(event.get("piece", "")))
        elif kind in ("answer", "done"):
            event = {**_told(since, event, looked if kind == "answer" else None), **event}
        if kind != "look":
            since = str(event.get("at", ""))
        found.append(event)
    return found


def _told(since: str, event: Event, looked: list[str] | None) -> dict[str, Any]:
    told: dict[str, Any] = {} if looked is None else {"looked": list(dict.fromkeys(looked))}
    seconds = _between(since, str(event.get("at", "")))
    return told if seconds is None else {**told, "seconds": seconds}


def _between(since: str, until: str) -> int | None:
    try:
        seconds = (datetime.fromisoformat(until) - datetime.fromisoformat(since)).total_seconds()
    except (ValueError, TypeError):
        return None
    return round(seconds) if 0 <= seconds <= _LONGEST else None
