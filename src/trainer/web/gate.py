"""The gate: asks the store who came in, off the server's thread."""

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TypeVar

from trainer import wiring
from trainer.storage.db import links
from trainer.storage.db.links import Guest
from trainer.team.links import Token

T = TypeVar("T")


class Gate:
    """Every method raises InputError when the store does not answer."""

    def __init__(self) -> None:
        # One thread: one connection, and nobody who tries links by the thousand can take more.
        self._thread = ThreadPoolExecutor(1, "gate")

    async def enter(self, token: str) -> tuple[Token, Guest] | None:
        """Exchange the token of a link for that of a visit; None for one that opens nothing."""

        def ask() -> tuple[Token, Guest] | None:
            with wiring.team(write=True) as connection:
                return links.enter(connection, token, _now())

        return await self._ask(ask)

    async def guest(self, token: str) -> Guest | None:
        """Return who holds the token of a visit."""

        def ask() -> Guest | None:
            with wiring.team() as connection:
                return links.guest_of(connection, token, _now())

        return await self._ask(ask) if token else None

    async def still_in(self, visits: Collection[str]) -> Collection[str]:
        """Return which visits may stay."""

        def ask() -> Collection[str]:
            with wiring.team() as connection:
                return links.still_in(connection, visits, _now())

        return await self._ask(ask)

    async def leave(self, visit: str) -> None:
        """End a visit."""

        def ask() -> None:
            with wiring.team(write=True) as connection:
                links.leave(connection, visit)

        await self._ask(ask)

    async def living(self) -> int:
        """Return how many links open something."""

        def ask() -> int:
            with wiring.team() as connection:
                return sum(one.alive(_now()) for one in links.all_links(connection))

        return await self._ask(ask)

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown()

    async def _ask(self, ask: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, ask)


def _now() -> datetime:
    return datetime.now(UTC)
