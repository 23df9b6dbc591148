"""The sessions of one person in the store."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.exercises.replay import summary as series_summary
from trainer.practice.ports import Event
from trainer.practice.replay import Finished, Unfinished, finished, summary
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import OtherWindowError, StoreError, TakenError
from trainer.storage.db.projection import SERIES, TALK, Place, keep
from trainer.storage.db.tables import drafts, events, people, sessions
from trainer.storage.db.tallies import settle
from trainer.storage.db.values import iso, plain
from trainer.storage.texts_ru import OTHER_WINDOW


class EventStore:
    """Keeps the sessions of one person; see ``trainer.practice.ports.Store``. All methods may raise StoreError.

    A session of somebody else is as one that is not there.
    """

    def __init__(self, database: Database, person: str) -> None:
        self._database = database
        self.person = person
        # How many events each session had when this process last saw it, and the event it began with.
        self._seen: dict[str, tuple[int, Event]] = {}

    def append(self, session_id: str, event: Event) -> None:
        """Add an event, with its rows; OtherWindowError when another process has gone on with the session."""
        number, start = self._seen.get(session_id, (0, event))
        try:
            with self._database.write() as connection:
                keep(connection, Place(self.person, session_id, number, start), event)
        except TakenError:
            raise OtherWindowError(OTHER_WINDOW) from None
        self._seen[session_id] = (number + 1, start)
        if number == 0:
            # So that no report has more to add up than a few days; if it fails, a report will do it.
            with suppress(StoreError):
                settle(self._database, self.person)

    def events(self, session_id: str) -> Sequence[Event]:
        """Return the events of a session in their order; empty for one that is not there."""
        with self._database.read() as connection:
            found = events_of(connection, session_id, self.person)
        if found:
            self._seen[session_id] = (len(found), found[0])
        return found

    def last_start(self, scenario_id: str) -> Event | None:
        """Return the event that began the latest session of a scenario."""
        mine = self._starts().where(sessions.c.kind == TALK, sessions.c.scenario == plain(scenario_id))
        latest = mine.order_by(sessions.c.started_at.desc(), sessions.c.id.desc()).limit(1)
        with self._database.read() as connection:
            row = connection.execute(latest).first()
        return row.data if row else None

    def save_draft(self, session_id: str, move: int, text: str) -> None:
        """Keep what is typed; it outlives the process."""
        with self._database.write(light=True) as connection:
            put_draft(connection, session_id, move, text, datetime.now(UTC))

    def draft(self, session_id: str) -> tuple[int, str]:
        """Return the draft as (move, text); (0, "") when there is none."""
        wanted = select(drafts.c.move, drafts.c.text).where(drafts.c.session_id == session_id)
        with self._database.read() as connection:
            row = connection.execute(wanted).first()
        return (int(row.move), str(row.text)) if row else (0, "")

    def unfinished(self) -> list[Unfinished]:
        """Return the talks that can be resumed, the latest first."""
        rows = self._left(TALK)
        found = [(item, row.answers) for row in rows if (item := summary(row.id, [row.data]))]
        items = [replace(item, answers=count) for item, count in found]
        return sorted(items, key=lambda item: (item.started, item.id), reverse=True)

    def unfinished_series(self) -> list[UnfinishedSeries]:
        """Return the series of exercises that can be resumed, the latest first."""
        rows = self._left(SERIES)
        found = [(item, row.answers) for row in rows if (item := series_summary(row.id, [row.data]))]
        items = [replace(item, answers=count) for item, count in found]
        return sorted(items, key=lambda item: (item.started, item.id), reverse=True)

    def finished(self) -> frozenset[Finished]:
        """Return what was done to its end."""
        ended = sessions.c.finished_at.is_not(None)
        talks = select(sessions.c.scenario, sessions.c.mode).distinct()
        talks = talks.where(sessions.c.person_id == self.person, sessions.c.kind == TALK, ended)
        series = self._starts().where(sessions.c.kind == SERIES, ended)
        with self._database.read() as connection:
            firsts = [{"scenario": row[0], "mode": row[1]} for row in connection.execute(talks)]
            firsts += [row.data for row in connection.execute(series)]
        return frozenset(item for first in firsts if (item := finished(first)))

    def guarded(self) -> str:
        """Return the name of the person where they have a PIN; empty where none is to be asked for."""
        secured = (people.c.id == self.person) & people.c.pin_hash.is_not(None)
        with self._database.read() as connection:
            return str(connection.execute(select(people.c.name).where(secured)).scalar() or "")

    def _starts(self) -> Select[Any]:
        """Return the sessions of this person with the event that began each."""
        joined = sessions.join(events, (events.c.session_id == sessions.c.id) & (events.c.number == 0))
        columns = select(sessions.c.id, sessions.c.kind, sessions.c.answers, events.c.data)
        return columns.select_from(joined).where(sessions.c.person_id == self.person)

    def _left(self, kind: str) -> list[Row[Any]]:
        """Return the sessions to go on with; one that was only looked at has nothing of that."""
        going = self._starts().where(sessions.c.kind == kind, sessions.c.finished_at.is_(None))
        typed = select(drafts.c.text).where(drafts.c.session_id == sessions.c.id).scalar_subquery()
        with self._database.read() as connection:
            rows = connection.execute(going.add_columns(typed.label("typed"))).all()
        return [row for row in rows if row.answers or (row.typed or "").strip()]


def events_of(connection: Connection, session_id: str, person: str) -> tuple[Event, ...]:
    """Return the events of a session of this person."""
    mine = (sessions.c.id == session_id) & (sessions.c.person_id == person)
    joined = events.join(sessions, events.c.session_id == sessions.c.id)
    wanted = select(events.c.data).select_from(joined).where(mine).order_by(events.c.number)
    return tuple(connection.execute(wanted).scalars())


def put_draft(connection: Connection, session_id: str, move: int, text: str, at: datetime) -> None:
    """Replace the draft of a session."""
    row = {"move": move, "text": plain(text), "at": iso(at)}
    changed = connection.execute(update(drafts).where(drafts.c.session_id == session_id).values(row))
    if not changed.rowcount:
        connection.execute(insert(drafts).values(session_id=session_id, **row))
