"""The websocket of a window: carries keys to the app and pictures back."""

import asyncio
import json
import time

from aiohttp import WSMsgType, web

from trainer.storage.db.links import Guest
from trainer.web.hall import BROKEN, Hall, Seat
from trainer.web.process import Window

_BEAT = 20.0  # seconds; a browser that does not answer is gone
_LONGEST = 2**18  # bytes of a message: a pasted text
_RUBBISH = 1003
_WIDTH, _HEIGHT = (20, 400), (5, 200)  # cells


class SocketLine:
    """The connection to a browser; see ``trainer.web.hall.Line``."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket
        self._closing: asyncio.Task[bool] | None = None

    async def show(self, data: bytes) -> None:
        """Send what the screen shows."""
        await self._socket.send_bytes(data)

    def close(self, code: int) -> None:
        """End the connection; a browser that is gone is not waited for."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._socket.close(code=code))

    async def closed(self) -> None:
        """Wait until the connection has ended, should it be about to."""
        if self._closing:
            await asyncio.wait({self._closing})


async def serve_window(request: web.Request, guest: Guest, hall: Hall) -> web.WebSocketResponse:
    """Give somebody a window until one side ends it."""
    socket = web.WebSocketResponse(heartbeat=_BEAT, timeout=2.0, max_msg_size=_LONGEST, compress=False)
    await socket.prepare(request)
    line = SocketLine(socket)
    size = _within(request.query.get("width"), _WIDTH, 80), _within(request.query.get("height"), _HEIGHT, 24)
    seat = await hall.take(guest, line, size)
    if isinstance(seat, int):
        line.close(seat)
    elif seat.window:
        try:
            await _carry(socket, line, seat, seat.window)
        finally:
            await asyncio.shield(hall.release(seat))
    await line.closed()
    return socket


async def _carry(socket: web.WebSocketResponse, line: SocketLine, seat: Seat, window: Window) -> None:
    """Carry keys until the browser or the app is gone."""
    hearing = asyncio.create_task(_hear(socket, seat, window))
    running = asyncio.create_task(window.over())
    try:
        await asyncio.wait({hearing, running}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            line.close(BROKEN if window.failed else 1000)
        else:
            # The browser is gone, or says what no browser says.
            line.close(_RUBBISH)
    finally:
        hearing.cancel()
        running.cancel()


async def _hear(socket: web.WebSocketResponse, seat: Seat, window: Window) -> None:
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            return
        try:
            kind, *more = json.loads(message.data)
            await _take(kind, more, socket, seat, window)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            return


async def _take(
    kind: object, more: list[object], socket: web.WebSocketResponse, seat: Seat, window: Window
) -> None:
    if kind == "stdin":
        seat.touched = time.monotonic()
        await window.keys(str(more[0]))
    elif kind == "resize" and isinstance(more[0], dict):
        width, height = more[0]["width"], more[0]["height"]
        await window.tell(
            type="resize", width=_within(width, _WIDTH, 80), height=_within(height, _HEIGHT, 24)
        )
    elif kind == "ping":
        await socket.send_json(["pong", str(more[0])[:32]])
    elif kind in ("focus", "blur"):
        await window.tell(type=kind)


def _within(word: object, bounds: tuple[int, int], usual: int) -> int:
    """Return a number of cells that a window may have."""
    try:
        found = int(str(word)[:6])
    except ValueError:
        return usual
    return min(max(found, bounds[0]), bounds[1])
