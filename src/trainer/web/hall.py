"""The hall: who sits where, how many there may be, who has to leave."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

from trainer.storage.db.links import Guest
from trainer.web.options import Options
from trainer.web.process import Branching, Window
from trainer.web.ticket import Ticket

IDLE, ELSEWHERE, FULL, NO_ENTRY, BROKEN = 4001, 4002, 4003, 4004, 4005
"""Why a window was closed: codes of the websocket."""
STOPPED = 1001
_PATIENCE = 10.0  # seconds that an app has for keeping everything


class Line(Protocol):
    """The connection to a browser."""

    async def show(self, data: bytes) -> None:
        """Send what the screen shows; raises OSError when nobody is there."""
        ...

    def close(self, code: int) -> None:
        """End the connection, soon."""
        ...


@dataclass(eq=False, slots=True)
class Seat:
    """A window of somebody; ``touched`` is when keys came last."""

    guest: Guest
    line: Line
    window: Window | None = None
    touched: float = field(default_factory=time.monotonic)
    gone: asyncio.Event = field(default_factory=asyncio.Event)


class Hall:
    """All windows. Where somebody left is remembered until they come again."""

    def __init__(self, options: Options, branching: Branching) -> None:
        self._options, self._branching = options, branching
        self._seats: list[Seat] = []
        self._left: dict[str, str] = {}
        self._doors: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.closing = False
        self.forced = 0

    @property
    def count(self) -> int:
        """How many windows there are."""
        return len(self._seats)

    def full_for(self, guest: Guest) -> bool:
        """Tell whether there is no room; whoever has a window can always exchange it for another."""
        return len(self._seats) >= self._options.most and not self._own(guest)

    async def take(self, guest: Guest, line: Line, size: tuple[int, int]) -> Seat | int:
        """Seat somebody and start the app; return the code of the reason when that cannot be.

        A person who has too many windows loses the oldest. The app that they have just left ends first: what it
        has kept is where the new one goes on.
        """
        person = guest.person.id
        async with self._doors[person]:
            while len(own := self._own(guest)) >= self._options.each:
                await self._send_away(own[0], ELSEWHERE)
            await asyncio.gather(*(seat.gone.wait() for seat in own if seat.window is None))
            if self.closing:
                return STOPPED
            if len(self._seats) >= self._options.most:
                return FULL
            seat = Seat(guest, line)
            self._seats.append(seat)
            try:
                ticket = Ticket(person, *size, going=self._left.pop(person, ""))
                seat.window = await self._branching.start(ticket, line.show)
            except OSError:
                self._forget(seat)
                return FULL
            return seat

    async def release(self, seat: Seat) -> None:
        """Let a window go: the app keeps everything and ends."""
        window, seat.window = seat.window, None
        if window is None:
            await seat.gone.wait()
            return
        try:
            if not await window.stop(_PATIENCE):
                self.forced += 1
            if window.left_at:
                self._left[seat.guest.person.id] = window.left_at
        finally:
            self._forget(seat)

    async def watch(self, still_in: Callable[[Collection[str]], Awaitable[Collection[str]]]) -> None:
        """Close windows that nobody uses, and those of people who may no longer be here."""
        limit = time.monotonic() - self._options.idle * 60
        idle = [seat for seat in self._seats if seat.touched < limit]
        for seat in idle:
            seat.line.close(IDLE)
        if self._seats:
            visits = {seat.guest.visit for seat in self._seats}
            out = visits.difference(await still_in(visits))
            for seat in self._seats:
                if seat.guest.visit in out:
                    seat.line.close(NO_ENTRY)

    async def empty(self) -> None:
        """Close all windows and wait until the apps have ended."""
        self.closing = True
        await asyncio.gather(*(self._send_away(seat, STOPPED) for seat in list(self._seats)))

    async def leave(self, visit: str) -> None:
        """Close the windows of a visit that has ended."""
        await asyncio.gather(
            *(self._send_away(seat, 1000) for seat in list(self._seats) if seat.guest.visit == visit)
        )

    async def _send_away(self, seat: Seat, code: int) -> None:
        seat.line.close(code)
        await self.release(seat)

    def _own(self, guest: Guest) -> list[Seat]:
        return [seat for seat in self._seats if seat.guest.person.id == guest.person.id]

    def _forget(self, seat: Seat) -> None:
        if seat in self._seats:
            self._seats.remove(seat)
        seat.gone.set()
