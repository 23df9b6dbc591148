"""Windows without a browser: the same websocket, steered from Python."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp

from tests.web.screen import Screen


class Window(Screen):
    """One person at a server; ``code`` is why the connection was closed."""

    def __init__(self, client: aiohttp.ClientSession, url: str, token: str) -> None:
        super().__init__()
        self.client, self.url, self.token = client, url, token
        self.cookie, self.code = "", 0

    @property
    def headers(self) -> dict[str, str]:
        return {"Origin": self.url, "Cookie": f"trainer={self.cookie}"}

    async def enter(self) -> int:
        """Exchange the link for a cookie; return the status."""
        address, data = self.url + "/in", {"token": self.token}
        async with self.client.post(
            address, data=data, headers=self.headers, allow_redirects=False
        ) as answer:
            if "trainer" in answer.cookies:
                self.cookie = answer.cookies["trainer"].value
            return answer.status

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        async with self.client.get(self.url + path, headers={**self.headers, **headers}) as answer:
            return answer.status, await answer.text()

    async def connect(self, **headers: str) -> None:
        self.raw, self.code = "", 0
        address = self.url + "/ws?width=120&height=36"
        self.socket = await self.client.ws_connect(
            address, headers={**self.headers, **headers}, max_msg_size=0
        )
        self._task = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self.raw += message.data.decode(errors="replace")
        self.code = self.socket.close_code or 0

    async def keys(self, text: str) -> None:
        await self.socket.send_json(["stdin", text])

    async def closed(self) -> int:
        await self.until(lambda: self.code, "the end")
        return self.code

    async def leave(self) -> None:
        await self.socket.close()


@contextlib.asynccontextmanager
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield session
