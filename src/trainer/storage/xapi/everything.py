"""All statements there are, one after the other: for a file."""

from collections.abc import Iterator

from trainer.storage.db.engine import Database
from trainer.storage.xapi.config import Exchange
from trainer.storage.xapi.facts import COMPLETED, Titles, every
from trainer.team.xapi import Given, answered, completed, judged
from trainer.team.xapi.statements import Statement


def statements(database: Database, exchange: Exchange, titles: Titles) -> Iterator[Statement]:
    """Yield the statements of one state of the store; raises StoreError."""
    manner = exchange.manner
    with database.read() as connection:
        for fact in every(connection, titles, exchange.pass_mark):
            if isinstance(fact, Given):
                yield answered(fact, manner)
            elif statement := (completed if fact[0] == COMPLETED else judged)(fact[1], manner):
                yield statement
