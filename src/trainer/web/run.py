"""Runs the server from its start until it is told to stop."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

from trainer.model.problem import InputError
from trainer.packs.shelf import Shelf
from trainer.web.environment import narrow
from trainer.web.gate import Gate
from trainer.web.hall import Hall
from trainer.web.options import Options
from trainer.web.process import Branching
from trainer.web.server import Server, tls

_LOOK = 10.0  # seconds between two looks at idle windows and revoked links


class CertificateError(Exception):
    """The certificate or its key cannot be used; ``why`` is what opening them came to."""

    def __init__(self, why: OSError) -> None:
        super().__init__(why)
        self.why = why


class LoadError(Exception):
    """The process that windows branch off from did not come up; it has said why."""


def serve(
    options: Options, shelf: Shelf, ready: Callable[[str, int], None], stopping: Callable[[int], None]
) -> int:
    """Serve until a signal comes; return how many windows had to be closed by force.

    ``ready`` is told the address and how many links there are, ``stopping`` how many windows are still open. Raises
    CertificateError, OSError for a port that cannot be had, InputError for a store that fails, LoadError.
    """
    narrow(os.environ, shelf)
    return asyncio.run(_serve(options, ready, stopping))


async def _serve(options: Options, ready: Callable[[str, int], None], stopping: Callable[[int], None]) -> int:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, told.set)
    try:
        context = tls(options)
    except OSError as error:
        raise CertificateError(error) from None
    branching, gate = Branching(), Gate()
    hall = Hall(options, branching)
    server = Server(options, gate, hall)
    # A port that is taken is found before the models are loaded.
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=3)
    await runner.setup()
    site = web.TCPSite(runner, options.host, options.port, ssl_context=context)
    try:
        links = await gate.living()
        await site.start()
        port = runner.addresses[0][1]
        if not await branching.load():
            raise LoadError
        server.address, server.hosts = options.address(port), options.hosts(port)
        ready(server.address, links)
        watching = asyncio.create_task(_watch(hall, gate))
        await told.wait()
        watching.cancel()
        stopping(hall.count)
        await site.stop()
        await hall.empty()
        return hall.forced
    finally:
        await runner.cleanup()
        gate.close()


async def _watch(hall: Hall, gate: Gate) -> None:
    while True:
        await asyncio.sleep(_LOOK)
        # A store that is away for a moment throws nobody out.
        with suppress(InputError):
            await hall.watch(gate.still_in)
