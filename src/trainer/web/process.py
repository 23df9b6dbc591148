"""The process of a window, as the server sees it: starts it, speaks with it in packets, ends it."""

import asyncio
import json
import multiprocessing
import socket
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from multiprocessing.process import BaseProcess

from trainer.web import child
from trainer.web.ticket import Ticket

Show = Callable[[bytes], Awaitable[None]]
_GREETING = b"__GANGLION__\n"  # from here on the screen library speaks in packets
_LONGEST = 2**24  # bytes of a packet
_MOMENT = 2.0  # seconds between asking a process to end and making it


class Branching:
    """Starts processes that branch off from one which has everything loaded."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["trainer.web.preload"])
        # The trunk takes one order at a time.
        self._lock = asyncio.Lock()

    async def load(self) -> bool:
        """Load everything; takes seconds. False when that failed."""
        first = self._context.Process(target=child.nothing, daemon=True)
        try:
            await asyncio.to_thread(first.start)
            await asyncio.to_thread(first.join)
        except (EOFError, OSError):  # the trunk itself has ended
            return False
        return first.exitcode == 0

    async def start(self, ticket: Ticket, show: Show) -> "Window":
        """Start the app, which shows itself by ``show``; raises OSError when the machine has no room for it."""
        ours, theirs = socket.socketpair()
        process = self._context.Process(target=child.run, args=(theirs, ticket), daemon=True)
        try:
            async with self._lock:
                await asyncio.to_thread(process.start)
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        reader, writer = await asyncio.open_connection(sock=ours)
        return Window(process, reader, writer, show)


class Window:
    """A running app. ``left_at`` is where it was left, once it has ended; ``failed`` whether an error ended it."""

    def __init__(
        self, process: BaseProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, show: Show
    ) -> None:
        self.left_at, self.failed = "", False
        self._process, self._reader, self._writer, self._show = process, reader, writer, show
        self._ended, self._leaving = asyncio.Event(), asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(process.sentinel, self._on_end)
        self._reading = asyncio.create_task(self._read())

    async def over(self) -> None:
        """Wait until the app has ended by itself, or as good as: it may still finish what it was about."""
        await self._leaving.wait()

    async def keys(self, text: str) -> None:
        """Hand on what was typed."""
        await self._send(b"D", text.encode("utf-8", errors="replace"))

    async def tell(self, **about: object) -> None:
        """Tell the app about its window."""
        await self._send(b"M", json.dumps(about).encode())

    async def stop(self, patience: float) -> bool:
        """Ask the app to keep everything and end, and wait for it; False when after so many seconds it had to be made to."""
        try:
            await asyncio.wait_for(self.tell(type="quit"), patience)
        except TimeoutError:
            patience = 0
        well = await self._ends_within(patience)
        if not well:
            self._process.terminate()
            if not await self._ends_within(_MOMENT):
                self._process.kill()
                await self._ends_within(_MOMENT)
        # What the app said last may still be on its way.
        await asyncio.wait({self._reading}, timeout=_MOMENT)
        self._reading.cancel()
        self._writer.close()
        return well

    async def _ends_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._ended.wait(), seconds)
        except TimeoutError:
            return False
        return True

    def _on_end(self) -> None:
        self._loop.remove_reader(self._process.sentinel)
        self._process.join(1)
        self.failed = self.failed or bool(self._process.exitcode)
        self._ended.set()
        self._leaving.set()

    async def _read(self) -> None:
        """Read to the end, also when nobody looks any more: the app must not wait for us."""
        with suppress(asyncio.IncompleteReadError, OSError, ValueError):
            await self._reader.readuntil(_GREETING)
            while True:
                kind, data = await self._packet()
                if kind == b"D":
                    with suppress(OSError, RuntimeError):
                        await self._show(data)
                elif kind == b"M":
                    self._note(data)

    async def _packet(self) -> tuple[bytes, bytes]:
        kind = await self._reader.readexactly(1)
        size = int.from_bytes(await self._reader.readexactly(4), "big")
        if size > _LONGEST:
            raise ValueError(size)
        return kind, await self._reader.readexactly(size)

    def _note(self, data: bytes) -> None:
        with suppress(ValueError):
            about = json.loads(data)
            kind = about.get("type") if isinstance(about, Mapping) else ""
            if kind == "left":
                self.left_at = str(about.get("at", ""))
            elif kind == "failed":
                self.failed = True
            elif kind == "exit":
                self._leaving.set()

    async def _send(self, kind: bytes, data: bytes) -> None:
        with suppress(OSError, RuntimeError):
            self._writer.write(kind + len(data).to_bytes(4, "big") + data)
            await self._writer.drain()
