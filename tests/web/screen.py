"""What a window was sent, and waiting for it."""

import asyncio
import re
import time
from collections.abc import Callable

PATIENCE = 120.0  # seconds that a page may take
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-9;?<>=$]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)", re.DOTALL
)


class Screen:
    """``raw`` is what was sent since ``forget``; ``complaints`` are what the browser had to say of the page."""

    def __init__(self) -> None:
        self.raw = ""
        self.complaints: list[str] = []

    @property
    def drawn(self) -> str:
        """What was drawn, without what steers a terminal."""
        return _ESCAPES.sub("", self.raw)

    def forget(self) -> None:
        self.raw = ""

    async def shows(self, text: str) -> None:
        await self.until(lambda: text in self.drawn, text)

    async def until(self, holds: Callable[[], object], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, (
                f"waited for {what!r}; drawn: {self.drawn[-3000:]!r}, {self.complaints}"
            )
            await asyncio.sleep(0.02)
