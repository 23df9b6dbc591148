"""A real Chromium for the tests, steered by its own protocol; it must be installed (Debian: chromium)."""

import asyncio
import base64
import contextlib
import itertools
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.web.screen import PATIENCE, Screen

_ABSENT = "no Chromium: install Debian's package chromium"
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # The name in the examples of our pages leads here, and no name leads anywhere else.
    "--host-resolver-rules=MAP trainer.example.ru 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-port=0",
    "--window-size=1100,760",
)
_CODES = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}
_CODES |= {f"F{number}": 111 + number for number in range(1, 13)}


class Chromium:
    """A running browser; ``address`` is where it is steered."""

    def __init__(self, program: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [program, *_FLAGS, f"--user-data-dir={folder}", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        told = folder / "DevToolsActivePort"
        for _ in range(1200):
            if told.exists() and (lines := told.read_text().splitlines()) and len(lines) > 1:
                self.address = f"ws://127.0.0.1:{lines[0]}{lines[1]}"
                return
            time.sleep(0.1)
        self.stop()
        raise AssertionError("Chromium did not start")

    def stop(self) -> None:
        # The group was made for it alone.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """A browser; tests are skipped where none is installed, but never in continuous integration."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        assert not re.fullmatch("1|true", os.environ.get("CI", "")), _ABSENT
        pytest.skip(_ABSENT)
    folder = Path(tempfile.mkdtemp(prefix="chromium-"))
    browser = Chromium(program, folder)
    yield browser
    browser.stop()
    shutil.rmtree(folder, ignore_errors=True)


class Wire:
    """Sends orders to the browser and hands what it tells to the pages."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.pages: dict[str, Page] = {}
        self._task = asyncio.create_task(self._listen())

    async def order(self, method: str, session: str = "", **words: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": words}
        await self._socket.send_json({**message, "sessionId": session} if session else message)
        return await asyncio.wait_for(self._answers[number], PATIENCE)

    async def _listen(self) -> None:
        async for message in self._socket:
            about = message.json()
            if "id" in about:
                answer = self._answers.pop(about["id"])
                if "error" in about:
                    answer.set_exception(AssertionError(about["error"]))
                else:
                    answer.set_result(about["result"])
            elif page := self.pages.get(about.get("sessionId", "")):
                page.hear(about["method"], about["params"])

    async def person(self) -> "Page":
        """Open a window of a browser that shares no cookie with others."""
        context = (await self.order("Target.createBrowserContext"))["browserContextId"]
        made = await self.order("Target.createTarget", url="about:blank", browserContextId=context)
        session = (await self.order("Target.attachToTarget", targetId=made["targetId"], flatten=True))[
            "sessionId"
        ]
        page = self.pages[session] = Page(self, session, context)
        for domain in ("Network", "Page", "Runtime", "Log"):
            await self.order(f"{domain}.enable", session)
        return page


class Page(Screen):
    """A window: what it asked for, what came through its websocket."""

    def __init__(self, wire: Wire, session: str, context: str) -> None:
        self.wire, self.session, self.context = wire, session, context
        self.asked: list[str] = []
        self.status: dict[str, int] = {}
        super().__init__()
        self.loads = 0

    def hear(self, method: str, about: dict[str, Any]) -> None:
        if method == "Network.webSocketFrameReceived":
            frame = about["response"]
            data = frame["payloadData"]
            if frame["opcode"] == 2:
                self.raw += base64.b64decode(data).decode(errors="replace")
        elif method == "Network.requestWillBeSent":
            self.asked.append(about["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.asked.append(about["url"])
        elif method == "Network.responseReceived":
            self.status[about["response"]["url"]] = about["response"]["status"]
        elif method == "Page.loadEventFired":
            self.loads += 1
        elif method == "Log.entryAdded":
            self.complaints.append(about["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(about["exceptionDetails"]))

    async def order(self, method: str, **words: Any) -> dict[str, Any]:
        return await self.wire.order(method, self.session, **words)

    async def open(self, url: str) -> None:
        # By way of another page: an address that differs behind «#» alone would not be loaded.
        for address in ("about:blank", url):
            before = self.loads
            await self.order("Page.navigate", url=address)
            await self.until(lambda before=before: self.loads > before, address)

    async def reload(self) -> None:
        before, self.raw = self.loads, ""
        await self.order("Page.reload")
        await self.until(lambda: self.loads > before, "reload")

    async def run(self, script: str) -> Any:
        done = await self.order("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    async def text(self) -> str:
        return str(await self.run("document.body.innerText"))

    async def enter(self, link: str) -> None:
        """Open a personal link and press its only button."""
        await self.open(link)
        before = self.loads
        await self.run("document.querySelector('button').click()")
        await self.until(lambda: self.loads > before, "enter")

    async def key(self, name: str, code: int, *, letter: str = "", control: bool = False) -> None:
        about = {"key": letter or name, "code": name, "windowsVirtualKeyCode": code}
        for kind in ("keyDown", "keyUp"):
            more: dict[str, Any] = {"modifiers": 2} if control else {}
            if name == "Enter" and kind == "keyDown":
                more["text"] = "\r"
            await self.order("Input.dispatchKeyEvent", type=kind, **about, **more)

    async def press(self, name: str) -> None:
        """Press a key by its name; «^P» is Ctrl+P."""
        if name.startswith("^"):
            await self.key(f"Key{name[1]}", ord(name[1]), letter=name[1].lower(), control=True)
        else:
            await self.key(name, _CODES[name])

    async def type(self, text: str) -> None:
        await self.order("Input.insertText", text=text)


@contextlib.asynccontextmanager
async def wire(chromium: Chromium) -> AsyncIterator[Wire]:
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(chromium.address, max_msg_size=0) as socket,
    ):
        opened = Wire(socket)
        try:
            yield opened
        finally:
            for page in opened.pages.values():
                await opened.order("Target.disposeBrowserContext", browserContextId=page.context)
