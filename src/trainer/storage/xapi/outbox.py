"""The queue of statements: put in before anything is sent, marked when the LRS has them. It outlives every crash."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from trainer.storage.db.engine import Database
from trainer.storage.db.tables import outbox
from trainer.storage.db.values import iso
from trainer.storage.xapi.config import Exchange
from trainer.storage.xapi.facts import ANSWERED, COMPLETED, JUDGED, WHOLE, Titles, attempts, given
from trainer.team.xapi import Attempt, Given, answered, completed, id_of, judged, voided
from trainer.team.xapi.statements import Statement


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement in the queue."""

    id: int
    statement: Statement


class Outbox:
    """The queue for one LRS, known by its ``target`` address. All methods may raise StoreError."""

    def __init__(self, database: Database, target: str) -> None:
        self._database = database
        self._target = target

    def fill(self, exchange: Exchange, titles: Titles, now: datetime) -> int:
        """Put in what this LRS was not told yet and return how many statements that is."""
        count = 0
        for kind in (ANSWERED, COMPLETED, JUDGED):
            telling = _Telling(kind, exchange, titles, self._target, iso(now))
            # A page a transaction: what is in stays in, and nobody's answer waits long.
            last: Any = None
            while page := self._fill_page(telling, last):
                last = page[-1][0]
                count += len(page)
        return count

    def waiting(self, limit: int) -> list[Waiting]:
        """Return statements that are to be sent, the earliest first."""
        wanted = (
            select(outbox.c.id, outbox.c.statement).where(*self._due()).order_by(outbox.c.id).limit(limit)
        )
        with self._database.read() as connection:
            return [Waiting(row.id, row.statement) for row in connection.execute(wanted)]

    def sent(self, items: Sequence[Waiting], now: datetime) -> None:
        """Note that the LRS has these; only that it has them is kept, not the words of people."""
        self._mark(items, {"sent_at": iso(now), "statement": None, "refused": None})

    def refused(self, items: Sequence[Waiting], why: str) -> None:
        """Note that the LRS does not take these; they are sent again only when somebody asks for it."""
        self._mark(items, {"refused": why})

    def again(self) -> None:
        """Send once more what was refused."""
        mine = (outbox.c.target == self._target) & outbox.c.refused.is_not(None)
        with self._database.write() as connection:
            connection.execute(update(outbox).where(mine, outbox.c.sent_at.is_(None)).values(refused=None))

    def counts(self) -> tuple[int, int]:
        """Return how many statements wait and how many were refused."""
        left = (outbox.c.target == self._target) & outbox.c.sent_at.is_(None)
        with self._database.read() as connection:
            wanted = select(func.count(), func.count(outbox.c.refused)).where(left)
            count, refused = connection.execute(wanted).one()
        return int(count) - int(refused), int(refused)

    def _due(self) -> tuple[Any, ...]:
        return outbox.c.target == self._target, outbox.c.sent_at.is_(None), outbox.c.refused.is_(None)

    def _mark(self, items: Sequence[Waiting], values: Mapping[str, Any]) -> None:
        ids = [item.id for item in items]
        with self._database.write() as connection:
            connection.execute(update(outbox).where(outbox.c.id.in_(ids)).values(values))

    def _fill_page(self, telling: "_Telling", last: Any) -> "list[_Row]":
        """Put in the next page behind ``last``: where it begins again, many would be looked at many times."""
        common = {"target": telling.target, "queued_at": telling.at}
        with self._database.write() as connection:
            page = list(telling.rows(connection, last))
            if page:
                # On a server two may be filling it at once; what one has put in is in.
                dialect: Any = postgresql if self._database.on_server else sqlite
                rows = [{**common, **row} for _, row in page]
                connection.execute(dialect.insert(outbox).on_conflict_do_nothing(), rows)
        return page


# Where it stands in the store, to go on behind, and what goes into the queue.
_Row = tuple[int | str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Telling:
    """One round of filling: what is said, how, to whom, when."""

    kind: str
    exchange: Exchange
    titles: Titles
    target: str
    at: str

    def rows(self, connection: Connection, last: Any) -> Iterator[_Row]:
        """Yield the next page behind ``last``; what no longer holds is voided before it is said anew."""
        manner = self.exchange.manner
        for place, fact, number, statement in self._facts(connection, last):
            if fact.revision:
                for earlier in _earlier(connection, self, fact, number):
                    told = id_of(fact, manner, self.kind, "" if number == WHOLE else str(number), earlier)
                    said = voided(told, fact.person, self.at, manner)
                    yield place, _row(fact, f"voided {self.kind}", number, earlier, said)
            yield place, _row(fact, self.kind, number, fact.revision, statement)

    def _facts(
        self, connection: Connection, last: Any
    ) -> Iterator[tuple[int | str, Given | Attempt, int, Statement]]:
        manner = self.exchange.manner
        if self.kind == ANSWERED:
            for place, fact in given(connection, self.titles, self.target, last or 0):
                yield place, fact, fact.number, answered(fact, manner)
            return
        say = completed if self.kind == COMPLETED else judged
        mark = self.exchange.pass_mark
        for attempt in attempts(connection, self.titles, mark, self.kind, self.target, last or ""):
            statement = say(attempt, manner)
            assert statement is not None  # only what can be judged is asked for
            yield attempt.session, attempt, WHOLE, statement


def _earlier(connection: Connection, telling: _Telling, fact: Given | Attempt, number: int) -> list[int]:
    """Return which revisions of a fact the LRS has or will have; what it refused it does not have."""
    there = outbox.c.sent_at.is_not(None) | outbox.c.refused.is_(None)
    same = (outbox.c.target == telling.target) & (outbox.c.session_id == fact.session)
    mine = same & (outbox.c.verb == telling.kind) & (outbox.c.number == number)
    wanted = select(outbox.c.revision).where(mine, there, outbox.c.revision < fact.revision)
    return list(connection.execute(wanted.order_by(outbox.c.revision)).scalars())


def _row(
    fact: Given | Attempt, verb: str, number: int, revision: int, statement: Statement
) -> dict[str, Any]:
    about = {"person_id": fact.person, "session_id": fact.session, "verb": verb, "number": number}
    return {**about, "revision": revision, "statement": dict(statement)}
