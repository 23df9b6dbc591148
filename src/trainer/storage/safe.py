"""A store that never fails: what the database cannot take goes to a side file, and is taken in later."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from trainer.model.place import NOWHERE, Place
from trainer.model.problem import InputError
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.ports import Event
from trainer.practice.replay import Finished, Unfinished
from trainer.storage.db.address import Address, address
from trainer.storage.db.errors import BusyError, OtherWindowError, StoreError
from trainer.storage.home import data_home
from trainer.storage.identity import is_vouched
from trainer.storage.memory import MemoryStore
from trainer.storage.settings import person_of
from trainer.storage.side import BY_NAME, LOCAL, Side
from trainer.storage.texts_ru import KEPT_ASIDE, NOT_KEPT, OTHER_REASON, REASONS, TWO_WINDOWS

if TYPE_CHECKING:
    from trainer.storage.db.engine import Database
    from trainer.storage.db.event_store import EventStore

T = TypeVar("T")
_AGAIN = 30.0  # seconds until a store that failed is asked again


class SafeStore:
    """The sessions of one person; ``warning`` (Russian) is empty while all is well.

    The store comes first. A session that it did not take goes on in a side file as a whole, and what is in
    side files is taken in when the store answers again: after a while in this process, or by the next one.
    Raises InputError at once for a store of a newer version or an address that is none.
    """

    def __init__(
        self,
        home: Path,
        person: str = "",
        connect: "Callable[[], Database] | None" = None,
        seconds: Callable[[], float] = time.monotonic,
        said: Place = NOWHERE,
    ) -> None:
        """``person`` is a name or an id, ``said`` where it was given; empty for the one who needs no name.

        ``connect`` opens the store, by default the file in ``home``; ``seconds`` is a clock that never goes back.
        """
        self.warning = ""
        self.person = LOCAL
        self._home, self._named, self._said = home, person, said
        self._connect = connect or (lambda: open_database(address(home, {})))
        self._seconds = seconds
        # Drafts come from the screen, answers from the thread that judges.
        self._lock = threading.RLock()
        self._memory = MemoryStore()
        self._side = Side(home, BY_NAME + person if person else LOCAL)
        self._store: EventStore | None = None
        self._asked = 0.0
        # The sessions that go on in side files.
        self._aside: set[str] = set()
        self._begin()

    def append(self, session_id: str, event: Event) -> None:
        """Add an event; when this returns, the store or a side file has it, or ``warning`` says that nothing has."""
        self._ask_again()
        with self._lock:
            self._memory.append(session_id, event)
            if session_id not in self._aside:
                try:
                    if self._store:
                        self._store.append(session_id, event)
                        return
                except OtherWindowError:
                    self.warning = TWO_WINDOWS
                except StoreError as error:
                    self._gone(error)
            self._aside.add(session_id)
            self._keep_aside(session_id)

    def events(self, session_id: str) -> Sequence[Event]:
        """Return the events of a session."""
        with self._lock:
            if session_id in self._aside:
                return self._memory.events(session_id)
            found = self._asked_for(lambda store: store.events(session_id)) or ()
            if not found and not self._store:
                found = self._memory.events(session_id) or self._beside(self._side.events, session_id) or ()
            self._memory.remember(session_id, found)
            return found

    def last_start(self, scenario_id: str) -> Event | None:
        """Return the event that began the latest session of a scenario."""
        found = self._memory.last_start(scenario_id)
        return found or self._asked_for(lambda store: store.last_start(scenario_id))

    def save_draft(self, session_id: str, move: int, text: str) -> None:
        """Keep a draft; the screen waits for this, so a store that is busy is not waited for."""
        with self._lock:
            self._memory.save_draft(session_id, move, text)
            try:
                if self._store and session_id not in self._aside:
                    self._store.save_draft(session_id, move, text)
                    self._side.drop_draft(session_id)
                    return
            except BusyError:
                pass
            except (StoreError, OSError) as error:
                # Asked for every letter, a server that is gone would bring the screen to a stop.
                self._gone(error)
            with contextlib.suppress(OSError):
                self._side.save_draft(session_id, move, text)

    def draft(self, session_id: str) -> tuple[int, str]:
        """Return the draft."""
        with self._lock:
            # One beside the store is later than the one in it: it is dropped when the store takes one.
            found = self._beside(self._side.draft, session_id)
            if not found or not found[1]:
                found = self._asked_for(lambda store: store.draft(session_id))
            return found if found and found[1] else self._memory.draft(session_id)

    def unfinished(self) -> list[Unfinished]:
        """Return the sessions that can be resumed, the latest first."""
        self._ask_again()
        if not self._store:
            return self._side.unfinished()
        return self._asked_for(lambda store: store.unfinished()) or []

    def unfinished_series(self) -> list[UnfinishedSeries]:
        """Return the series of exercises that can be resumed, the latest first."""
        self._ask_again()
        if not self._store:
            return self._side.unfinished_series()
        return self._asked_for(lambda store: store.unfinished_series()) or []

    def finished(self) -> frozenset[Finished]:
        """Return what was done to its end."""
        return (self._asked_for(lambda store: store.finished()) or frozenset()) | self._memory.finished()

    def guarded(self) -> str:
        """Return the name of the person where they have a PIN and have not proven in this process who they are.

        Empty otherwise, and while the store is away: then nobody can look at a PIN, and an answer must not be lost.
        """
        if is_vouched(self.person):
            return ""
        return self._asked_for(lambda store: store.guarded()) or ""

    # ------------------------------------------------------------ inside
    def _begin(self) -> None:
        try:
            self._use(self._opened())
        except StoreError as error:
            self._gone(error)
        try:
            self._side.prepare()
        except OSError as error:
            if not self._store:
                self._not_kept(error)

    def _opened(self) -> "EventStore":
        """Return the store with what waited beside it; raises StoreError and InputError."""
        from trainer.storage.db.event_store import EventStore
        from trainer.storage.db.take_in import take_in

        database = self._connect()
        take_in(database, self._home)
        return EventStore(database, self._id(database))

    def _use(self, store: "EventStore") -> None:
        self._store, self.person, self.warning = store, store.person, ""
        self._side.belongs_to(store.person)
        self._aside = {name for name in self._aside if not self._caught_up(store, name)}

    def _caught_up(self, store: "EventStore", session_id: str) -> bool:
        """Bring a session in the store up to what this process knows; False when another window went on with it."""
        kept, known = list(store.events(session_id)), list(self._memory.events(session_id))
        if kept != known[: len(kept)]:
            return False
        for event in known[len(kept) :]:
            store.append(session_id, event)
        return True

    def _id(self, database: "Database") -> str:
        if not self._named:
            return LOCAL
        from trainer.storage.db.persons import find_person

        with database.read() as connection:
            return find_person(connection, self._named, self._said)

    def _ask_again(self) -> None:
        """Open a store that failed some time ago; what went on beside it is in it then."""
        with self._lock:
            if self._store or self._seconds() - self._asked < _AGAIN:
                return
            self._asked = self._seconds()
        try:
            # Without the lock: it may take seconds to find that a server is still gone, and somebody is typing.
            store = self._opened()
            with self._lock:
                self._use(store)
        except (StoreError, InputError) as error:
            self._gone(error)

    def _gone(self, error: Exception) -> None:
        self._store, self._asked = None, self._seconds()
        why = "; ".join(one.text for one in error.problems) if isinstance(error, InputError) else str(error)
        self.warning = self.warning if self.warning == TWO_WINDOWS else KEPT_ASIDE.format(why=why)

    def _keep_aside(self, session_id: str) -> None:
        try:
            self._side.keep(session_id, self._memory.events(session_id))
        except OSError as error:
            self._not_kept(error)

    def _not_kept(self, error: OSError) -> None:
        why = REASONS.get(error.errno or 0, OTHER_REASON.format(number=error.errno))
        self.warning = NOT_KEPT.format(folder=self._home, why=why)

    def _asked_for(self, action: "Callable[[EventStore], T]") -> T | None:
        with self._lock:
            if not self._store:
                return None
            try:
                return action(self._store)
            except StoreError as error:
                self._gone(error)
                return None

    def _beside(self, action: Callable[[str], T], session_id: str) -> T | None:
        try:
            return action(session_id)
        except OSError:
            return None


def open_store(environment: Mapping[str, str] = os.environ) -> SafeStore:
    """Return the store of the person who practises; its ``warning`` says when nothing can be kept. Raises InputError."""
    home = home_of(environment)
    at = address(home, environment)
    person, said = person_of(environment) or ("", NOWHERE)
    return SafeStore(home, person, lambda: open_database(at), said=said)


def open_database(at: Address) -> "Database":
    """Return the store, migrated; see ``trainer.storage.db.opening``, which is loaded only here."""
    from trainer.storage.db.opening import open_database as opened

    return opened(at)


def home_of(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder, one in the present folder where not even the home of the person is known."""
    try:
        return data_home(environment)
    except RuntimeError:
        return Path(".trainer")
