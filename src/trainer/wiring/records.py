"""The records of people for whoever may see them: reports, transcripts, comments.

A trainee sees only their own. Whoever is alone on a machine is trainee and mentor at once.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.packs.problems import hint, visible
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_catalogue, sound_exercises, sound_packs
from trainer.refresh import REFRESH
from trainer.refresh.texts_ru import TITLE as REFRESHERS
from trainer.storage.db.errors import StoreError
from trainer.storage.settings import person_of
from trainer.team.comments import MOST, Kind, News
from trainer.team.people import LOCAL, Person, Role, may_see
from trainer.wiring import records_texts_ru as ru
from trainer.wiring.judging import SHIPPED
from trainer.wiring.keeping import SystemClock, database, person_id, store_failed
from trainer.wiring.talks import scenario

if TYPE_CHECKING:
    from trainer.storage.db.engine import Database
    from trainer.team.report import Report, Titles
    from trainer.team.said import Said
    from trainer.team.transcript import Known, Transcript

_SAID = Place(ru.CALL)
# More nobody looks through in a list.
_MOST_SESSIONS = 500
# Answers of one's own beside a standard, of each sort.
_MOST_SAID = 2


class HouseRecords:
    """What is kept about people. Every method may be slow and raises InputError."""

    def __init__(self, shelf: Shelf = SHIPPED) -> None:
        self._shelf = shelf
        self._titles: Titles | None = None

    def viewer(self) -> Person:
        """Return who looks."""
        with _store() as store:
            return _viewer(store)

    def check_mentor(self) -> None:
        """Raise InputError for somebody who may not see the records of others."""
        viewer = self.viewer()
        if not viewer.mentor:
            raise _wrong("E240", name=viewer.name)

    def titles(self) -> "Titles":
        """Return what packs, scenarios, standards and qualities are called."""
        from trainer.team.report import Titles

        if self._titles is None:
            catalogue, (packs, _) = sound_catalogue(self._shelf), sound_packs(self._shelf)
            named = {name: found.title for pack in packs for name, found in pack.scenarios.items()}
            self._titles = Titles(
                qualities={name: found.title for name, found in catalogue.qualities.items()},
                standards={name: found.title for name, found in catalogue.standards.items()},
                packs={pack.id: pack.title for pack in packs},
                scenarios={
                    REFRESH: REFRESHERS,
                    **{one.id: one.title for one in sound_exercises(self._shelf)},
                    **named,
                },
            )
        return self._titles

    def report(
        self,
        person: str = "",
        group: str = "",
        pack: str = "",
        since: date | None = None,
        until: date | None = None,
    ) -> "Report":
        """Return the report on a person or a group (id or name), or on all that the viewer may see."""
        from trainer.storage.db.report_queries import sums
        from trainer.team.report import build
        from trainer.team.report_data import Selection

        titles = self.titles()
        if pack and pack not in titles.packs:
            raise _wrong("E242", name=pack, hint=hint(pack, titles.packs))
        with _store() as store:
            title, whose = _whose(store, person, group)
            found = sums(store, Selection(whose, pack, since, until))
        if whose and len(whose) == 1 and not group and found.people:
            title = found.people[0].name
        if pack:
            title = ru.PACK_TITLE.format(title=title, pack=titles.packs[pack])
        return build(title, Selection(whose, pack, since, until), found, titles, SystemClock().now())

    def sessions(self, person: str = "", group: str = "", most: int = _MOST_SESSIONS) -> "list[Known]":
        """Return the latest sessions with answers of a person, a group, or of all that the viewer may see."""
        from trainer.storage.db.comment_store import session_list

        with _store() as store:
            return session_list(store, _whose(store, person, group)[1], most)

    def transcript(self, session_id: str) -> "Transcript":
        """Return a session to be read; what its owner sees there counts as read."""
        from trainer.storage.db import comment_store as stored
        from trainer.storage.db.objection_store import ObjectionStore
        from trainer.team.transcript import transcript

        with _store() as store:
            viewer = _viewer(store)
            about = stored.known(store, session_id)
            # Somebody else's is as one that is not there.
            if about is None or not may_see(viewer, about.person):
                raise _wrong("E243", name=session_id)
            own = about.person == viewer.id
            events, said = stored.all_events(store, session_id), stored.comments_of(store, session_id)
            made = ObjectionStore(store).all(session=session_id)
            if own:
                stored.mark_read(store, viewer.id, session_id, _now())
        return transcript(
            about, events, said, lambda name: scenario(name, self._shelf), own=own, objections=made
        )

    def comment(self, session_id: str, number: int, kind: Kind, text: str) -> "Transcript":
        """Keep a mentor's word at the answer with this number (from 1) and return the session as it is now."""
        from trainer.storage.db import comment_store as stored

        with _store() as store:
            viewer = _viewer(store)
            if not viewer.mentor:
                raise _wrong("E245", name=viewer.name)
            if not text.strip():
                raise _wrong("E246")
            if len(text) > MOST:
                raise _wrong("E247", most=str(MOST))
            entries = self.transcript(session_id).entries
            if not 1 <= number <= len(entries):
                raise _wrong("E244", number=str(number), count=str(len(entries)))
            stored.add_comment(
                store, session_id, entries[number - 1].event, viewer.id, kind, _plain(text), _now()
            )
        return self.transcript(session_id)

    def said(self, standard: str) -> "list[Said]":
        """Return answers of whoever practises where a standard was shown or broken."""
        from trainer.storage.db.said_queries import said

        with _store() as store:
            return said(store, person_id(), standard, _MOST_SAID)

    def news(self) -> list[News]:
        """Return where a mentor has written something that whoever practises has not read yet."""
        from trainer.storage.db.comment_store import news_of

        with _store() as store:
            return news_of(store, person_id())

    def groups(self) -> Mapping[str, str]:
        """Return the names of the groups by id; none for a trainee."""
        from sqlalchemy import select

        from trainer.storage.db.tables import groups

        with _store() as store:
            if not _viewer(store).mentor:
                return {}
            with store.read() as connection:
                return {row.id: row.name for row in connection.execute(select(groups.c.id, groups.c.name))}


@contextmanager
def _store() -> "Iterator[Database]":
    found = database()
    try:
        yield found
    except StoreError as error:
        raise store_failed(error) from None


def _viewer(store: "Database") -> Person:
    from sqlalchemy import select

    from trainer.storage.db.tables import people

    wanted = person_id()
    with store.read() as connection:
        row = connection.execute(select(people).where(people.c.id == wanted)).one()
        others = connection.execute(select(people.c.id).where(people.c.id != LOCAL).limit(1)).first()
        guarded = select(people.c.id).where(people.c.role == Role.MENTOR, people.c.pin_hash.is_not(None))
        guard = connection.execute(guarded.limit(1)).first()
    # Nobody is named and no mentor has a PIN: on such a machine everything is open, as with the other commands.
    alone = wanted == LOCAL and (not others or (person_of(os.environ) is None and not guard))
    return Person(row.id, row.name, Role.MENTOR if alone else Role(row.role), row.closed_at or "")


def _whose(store: "Database", person: str, group: str) -> tuple[str, tuple[str, ...] | None]:
    """Return a title and whose records are meant: None for everybody's."""
    from trainer.storage.db.persons import find_person
    from trainer.storage.db.report_queries import group_members, group_names

    viewer = _viewer(store)
    if group:
        if not viewer.mentor:
            raise _wrong("E240", name=viewer.name)
        found = group_members(store, group)
        if found is None:
            raise _wrong("E241", name=group, hint=hint(group, group_names(store)))
        return ru.GROUP.format(name=found[1]), found[2]
    if person:
        with store.read() as connection:
            wanted = find_person(connection, person, _SAID)
        if not may_see(viewer, wanted):
            raise _wrong("E240", name=viewer.name)
        return person, (wanted,)
    return (ru.EVERYBODY, None) if viewer.mentor else (viewer.name, (viewer.id,))


def _wrong(code: str, **values: str) -> InputError:
    text = ru.RECORDS[code].format(**{name: visible(value) for name, value in values.items()})
    return InputError(Problem(_SAID, code, text))


def _plain(text: str) -> str:
    from trainer.storage.db.values import plain

    return plain(text.strip())


def _now() -> str:
    from trainer.storage.db.values import iso

    return iso(datetime.now(UTC))
