"""What people do in a window, step by step, and what is left when they have gone."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.web.screen import PATIENCE, Screen

Press = Callable[[], Awaitable[None]]


def gone(processes: set[int]) -> None:
    """Wait until these processes have ended."""
    end = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{pid}").exists() for pid in processes):
        assert time.monotonic() < end, processes
        time.sleep(0.05)


async def begin_talk(screen: Screen, press: Press) -> None:
    """Go from the first screen into the talk; an unfinished one is offered first."""
    await screen.shows("Часы киоска")
    screen.forget()
    await press()
    await screen.shows("Начать")
    screen.forget()
    await press()
    await screen.shows("До скольких вы открыты?")


async def sent(screen: Screen, press: Press, then: str) -> None:
    """Send what was typed and wait for what follows.

    An Enter that comes before the field has the focus only gives it the focus, and one that follows a text at once is
    taken for the end of a pasted line: both happen on a busy machine, and then it is pressed again.
    """
    screen.forget()
    for _ in range(5):
        await press()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(
                screen.until(lambda: "Читаю" in screen.drawn or then in screen.drawn, "judging"), 15
            )
            break
    await screen.shows(then)


async def answered(screen: Screen, press: Press, then: str) -> None:
    """Send what was typed, read the verdict, go on."""
    await sent(screen, press, "Enter Дальше")
    screen.forget()
    await press()
    await screen.shows(then)
