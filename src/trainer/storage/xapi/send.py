"""Empties the queue into an LRS: again after faults, later and later, and never more than it was told to wait."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from trainer.storage.xapi.lrs import RefusedError, UnreachableError
from trainer.storage.xapi.outbox import Outbox, Waiting
from trainer.team.xapi.statements import Statement

_BATCH = 50
_FIRST, _LONGEST = 1.0, 60.0  # seconds


class Receiver(Protocol):
    """Takes a batch of statements or raises LrsError."""

    def post(self, statements: Sequence[Statement]) -> None:
        """Hand over a batch."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a batch is tried in a row, how to wait (seconds), and what is added to a wait by chance (0 to 1)."""

    tries: int
    sleep: Callable[[float], None]
    chance: Callable[[], float] = field(default=lambda: 0.0)


@dataclass(slots=True)
class Sent:
    """What came of it: statements that arrived, that were there before, and why it was given up (empty: it was not)."""

    arrived: int = 0
    known: int = 0
    why: str = ""


def send(outbox: Outbox, lrs: Receiver, patience: Patience) -> Sent:
    """Send all that waits. Raises DeniedError where nothing will ever be taken, StoreError when the queue fails."""
    done = Sent()
    while items := outbox.waiting(_BATCH):
        try:
            _deliver(outbox, lrs, items, patience, done)
        except UnreachableError as error:
            done.why = str(error)
            break
    return done


def _deliver(outbox: Outbox, lrs: Receiver, items: Sequence[Waiting], patience: Patience, done: Sent) -> None:
    try:
        _post(lrs, items, patience)
    except RefusedError as error:
        if len(items) > 1:
            # One bad statement spoils the batch: halves until it stands alone.
            middle = len(items) // 2
            _deliver(outbox, lrs, items[:middle], patience, done)
            _deliver(outbox, lrs, items[middle:], patience, done)
        elif error.known:
            outbox.sent(items, datetime.now(UTC))
            done.known += 1
        else:
            outbox.refused(items, str(error))
    else:
        outbox.sent(items, datetime.now(UTC))
        done.arrived += len(items)


def _post(lrs: Receiver, items: Sequence[Waiting], patience: Patience) -> None:
    statements = [item.statement for item in items]
    for number in range(patience.tries):
        try:
            return lrs.post(statements)
        except UnreachableError as error:
            if number == patience.tries - 1:
                raise
            patience.sleep(wait(number, error.after, patience.chance()))
    return None


def wait(number: int, asked: float | None, chance: float) -> float:
    """Return how many seconds to wait after failure ``number`` (from 0): doubling, or as long as the LRS asked for."""
    doubled = min(_LONGEST, _FIRST * 2.0 ** min(number, 10)) * (1 + chance / 2)
    return min(_LONGEST, max(doubled, asked or 0.0))
