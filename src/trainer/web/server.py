"""The server: pages, cookies, and the websocket that a window hangs on."""

import ssl
import time
from collections.abc import Awaitable, Callable

from aiohttp import web

from trainer.model.problem import InputError
from trainer.storage.db.links import Guest
from trainer.web import pages
from trainer.web import texts_ru as ru
from trainer.web.gate import Gate
from trainer.web.hall import Hall
from trainer.web.line import serve_window
from trainer.web.options import Options
from trainer.web.tries import WrongTries

_MOST_FORM = 4096  # bytes that a form may have
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """The pages. ``hosts`` are the names that it answers to."""

    def __init__(self, options: Options, gate: Gate, hall: Hall) -> None:
        self._options, self._gate, self._hall = options, gate, hall
        self._tries = WrongTries()
        self._files = pages.own_files()
        self.address, self.hosts = "", frozenset[str]()

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self.address.startswith("https:")

    @property
    def cookie(self) -> str:
        """The name of the cookie; under https a browser holds such a name to this host and to https."""
        return "__Host-trainer" if self.secure else "trainer"

    def application(self) -> web.Application:
        """Return the pages for aiohttp."""
        app = web.Application(middlewares=[self._around], client_max_size=_MOST_FORM)
        app.add_routes(
            [
                web.get("/", self._play),
                web.get("/in", self._entry),
                web.post("/in", self._enter),
                web.post("/out", self._out),
                web.get("/ws", self._socket),
                web.get("/static/{name}", self._static),
            ]
        )
        return app

    @web.middleware
    async def _around(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            if request.host.lower() not in self.hosts:
                response: web.StreamResponse = _page(ru.FOREIGN, 421)
            else:
                response = await handler(request)
        except web.HTTPException as found:
            if found.status >= 500:
                raise
            response = _page(ru.NOT_FOUND, found.status, back=True)
        except InputError:
            response = _page(ru.STORE_AWAY, 503)
        if not response.prepared:
            self._dress(response)
        return response

    def _dress(self, response: web.StreamResponse) -> None:
        for name, value in pages.HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", pages.policy(""))
        response.headers["Server"] = "trainer"
        if self.secure:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"

    async def _play(self, request: web.Request) -> web.StreamResponse:
        guest = await self._guest(request)
        if guest is None:
            return _page(ru.REFUSED, 403)
        if self._hall.full_for(guest):
            response = _page(ru.FULL, 503, back=True)
            response.headers["Retry-After"] = "120"
            return response
        response = _html(pages.play())
        response.headers["Content-Security-Policy"] = pages.policy(request.host, terminal=True)
        return response

    async def _entry(self, _request: web.Request) -> web.StreamResponse:
        return _html(pages.entry())

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        address = self._whence(request)
        if self._tries.closed(address, time.monotonic()):
            return _page(ru.SLOW_DOWN, 429)
        if not self._from_here(request):
            return _page(ru.REFUSED, 403)
        token = (await request.post()).get("token", "")
        found = await self._gate.enter(token) if isinstance(token, str) else None
        if found is None:
            self._tries.add(address, time.monotonic())
            return _page(ru.REFUSED, 403)
        visit, guest = found
        response = web.Response(status=303, headers={"Location": "/"})
        life = max(0, int(guest.until.timestamp() - time.time()))
        response.set_cookie(
            self.cookie,
            str(visit),
            max_age=life,
            path="/",
            httponly=True,
            samesite="Strict",
            secure=self.secure,
        )
        return response

    async def _out(self, request: web.Request) -> web.StreamResponse:
        if not self._from_here(request):
            return _page(ru.REFUSED, 403)
        if guest := await self._guest(request):
            await self._gate.leave(guest.visit)
            await self._hall.leave(guest.visit)
        response = _page(ru.LEFT, 200)
        response.del_cookie(self.cookie, path="/", httponly=True, samesite="Strict", secure=self.secure)
        return response

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        # Any page of any site may open a websocket to here, with our cookie if the browser is an old one.
        guest = await self._guest(request) if self._from_here(request) else None
        return await serve_window(request, guest, self._hall) if guest else _page(ru.REFUSED, 403)

    async def _static(self, request: web.Request) -> web.StreamResponse:
        found = self._files.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return web.FileResponse(found, headers={"Cache-Control": "no-cache"})

    async def _guest(self, request: web.Request) -> Guest | None:
        return await self._gate.guest(request.cookies.get(self.cookie, ""))

    def _from_here(self, request: web.Request) -> bool:
        """Tell whether a page of ours asks: a browser names the page in Origin, and no page can change that."""
        scheme = "https" if self.secure else "http"
        return request.headers.get("Origin", "").lower() == f"{scheme}://{request.host.lower()}"

    def _whence(self, request: web.Request) -> str:
        peer = request.remote or ""
        chain = request.headers.getall("X-Forwarded-For", []) if self._options.believes(peer) else []
        # The last name in the last line is the one that the proxy has added itself.
        return chain[-1].rpartition(",")[2].strip()[:64] if chain else peer


def tls(options: Options) -> ssl.SSLContext | None:
    """Return how to encrypt; None without a certificate. Raises OSError for one that cannot be read."""
    if options.cert is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(options.cert, options.key)
    return context


def _page(said: tuple[str, str], status: int, *, back: bool = False) -> web.Response:
    return _html(pages.message(said, back=back), status)


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")
