"""A store that never fails: when the disk does, it goes on in memory and says so."""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.ports import Event
from trainer.practice.replay import Finished, Unfinished
from trainer.storage.home import data_home
from trainer.storage.journal import Journal
from trainer.storage.memory import MemoryStore
from trainer.storage.texts_ru import NOT_KEPT, OTHER_REASON, REASONS

T = TypeVar("T")


class SafeStore:
    """Writes to a journal, mirrors what it wrote; ``warning`` (Russian) is empty while all is well."""

    def __init__(self, folder: Path) -> None:
        self.warning = ""
        self._folder = folder
        # Drafts come from the screen, answers from the thread that judges.
        self._lock = threading.RLock()
        self._journal = Journal(folder)
        self._memory = MemoryStore()
        self._try(self._journal.prepare)

    def append(self, session_id: str, event: Event) -> None:
        """Add an event."""
        self._memory.append(session_id, event)
        self._try(lambda: self._journal.append(session_id, event))

    def events(self, session_id: str) -> Sequence[Event]:
        """Return the events of a session; raises InputError for a damaged journal."""
        found = self._try(lambda: self._journal.events(session_id))
        return found or self._memory.events(session_id)

    def last_start(self, scenario_id: str) -> Event | None:
        """Return the event that began the latest session of a scenario."""
        found = self._memory.last_start(scenario_id)
        return found or self._try(lambda: self._journal.last_start(scenario_id))

    def save_draft(self, session_id: str, move: int, text: str) -> None:
        """Keep a draft."""
        self._memory.save_draft(session_id, move, text)
        self._try(lambda: self._journal.save_draft(session_id, move, text))

    def draft(self, session_id: str) -> tuple[int, str]:
        """Return the draft."""
        found = self._try(lambda: self._journal.draft(session_id))
        return found if found and found[1] else self._memory.draft(session_id)

    def unfinished(self) -> list[Unfinished]:
        """Return the sessions that can be resumed, the latest first."""
        return self._try(self._journal.unfinished) or []

    def unfinished_series(self) -> list[UnfinishedSeries]:
        """Return the series of exercises that can be resumed, the latest first."""
        return self._try(self._journal.unfinished_series) or []

    def finished(self) -> frozenset[Finished]:
        """Return what was done to its end."""
        return (self._try(self._journal.finished) or frozenset()) | self._memory.finished()

    def _try(self, action: Callable[[], T]) -> T | None:
        if self.warning:
            return None
        try:
            with self._lock:
                return action()
        except OSError as error:
            why = REASONS.get(error.errno or 0, OTHER_REASON.format(number=error.errno))
            self.warning = NOT_KEPT.format(folder=self._folder, why=why)
            return None


def open_store(environment: Mapping[str, str] = os.environ) -> SafeStore:
    """Return the store of this person; its ``warning`` says when nothing can be kept."""
    try:
        home = data_home(environment)
    except RuntimeError:
        home = Path(".trainer")
    return SafeStore(home / "sessions")
