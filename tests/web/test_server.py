"""The pages and cookies of the server, with a gate and a hall that are only played."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from multidict import CIMultiDict

from trainer.model.place import NOWHERE
from trainer.model.problem import InputError, Problem
from trainer.storage.db.links import Guest
from trainer.team.links import Token, new_token
from trainer.team.people import Person
from trainer.web.options import Options
from trainer.web.server import Server
from trainer.web.tries import MOST

SITE = "https://trainer.example.ru"
GUEST = Guest("v1", Person("p1", "Анна"), datetime.now(UTC) + timedelta(days=3))
RIGHT, VISIT = str(new_token("l")), new_token("v")


class FakeGate:
    broken = False

    async def enter(self, token: str) -> tuple[Token, Guest] | None:
        return (VISIT, GUEST) if token == RIGHT else None

    async def guest(self, token: str) -> Guest | None:
        if self.broken:
            raise InputError(Problem(NOWHERE, "E205", "нет связи"))
        return GUEST if token == str(VISIT) else None

    async def leave(self, visit: str) -> None:
        assert visit == GUEST.visit


class FakeHall:
    full = False

    def __init__(self) -> None:
        self.left: list[str] = []

    def full_for(self, guest: Guest) -> bool:
        return self.full

    async def leave(self, visit: str) -> None:
        self.left.append(visit)


class Site:
    """A server behind a proxy, asked as a browser asks: by its public name."""

    def __init__(self, server: Server, client: aiohttp.ClientSession, port: int) -> None:
        self.server, self._client, self._port = server, client, port

    async def ask(
        self, method: str, path: str, token: str | None = None, **headers: str | list[str]
    ) -> tuple[int, str, dict[str, str]]:
        sent = CIMultiDict({"Host": "trainer.example.ru", "Origin": SITE})
        for name, value in headers.items():
            sent.popall(name, None)
            for line in [value] if isinstance(value, str) else value:
                sent.add(name, line)
        data = None if token is None else {"token": token}
        address = f"http://127.0.0.1:{self._port}{path}"
        async with self._client.request(
            method, address, data=data, headers=sent, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text(), dict(answer.headers)


@asynccontextmanager
async def site(
    gate: FakeGate | None = None,
    hall: FakeHall | None = None,
    options: Options = Options("127.0.0.1", 0, SITE, proxied=True),  # noqa: B008
) -> AsyncIterator[Site]:
    server = Server(options, gate or FakeGate(), hall or FakeHall())  # type: ignore[arg-type]
    server.address, server.hosts = options.address(0), options.hosts(0)
    async with TestServer(server.application()) as running, aiohttp.ClientSession() as client:
        yield Site(server, client, running.port or 0)


async def test_by_https_the_cookie_is_held_to_it_and_to_this_host() -> None:
    async with site() as found:
        status, _, headers = await found.ask("POST", "/in", RIGHT)
        assert (status, headers["Location"]) == (303, "/")
        name, _, rest = headers["Set-Cookie"].partition("=")
        assert name == "__Host-trainer"
        about = {
            part.strip().partition("=")[0].lower(): part.strip().partition("=")[2]
            for part in rest.split(";")[1:]
        }
        assert {"httponly", "secure"} <= set(about)
        assert (about["samesite"], about["path"], "domain" in about) == ("Strict", "/", False)
        assert 0 < int(about["max-age"]) <= 3 * 86400
        assert headers["Strict-Transport-Security"].startswith("max-age=")
        # Under the name that is for http it opens nothing.
        for cookie, code in (
            (f"__Host-trainer={VISIT}", 200),
            (f"trainer={VISIT}", 403),
            ("__Host-trainer=", 403),
        ):
            assert (await found.ask("GET", "/", Cookie=cookie))[0] == code


async def test_every_answer_says_what_a_page_may_do() -> None:
    async with site() as found:
        cookie = f"__Host-trainer={VISIT}"
        for path in (
            "/",
            "/in",
            "/static/play.js",
            "/static/../server.py",
            "/static/server.py",
            "/nothing",
            "/ws",
        ):
            status, text, headers = await found.ask("GET", path, Cookie="" if path == "/ws" else cookie)
            assert status == {"/": 200, "/in": 200, "/static/play.js": 200, "/ws": 403}.get(path, 404)
            rules = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
            assert (rules["default-src"], rules["script-src"], rules["frame-ancestors"]) == (
                "'none'",
                "'self'",
                "'none'",
            )
            assert ("unsafe-inline" in rules["style-src"]) == (path == "/")
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Server"] == "trainer"
            assert "Traceback" not in text


async def test_after_many_wrong_links_an_address_has_to_wait_and_others_do_not() -> None:
    async with site() as found:
        mine = {"X-Forwarded-For": "10.0.0.1, 203.0.113.7"}
        for _ in range(MOST):
            assert (await found.ask("POST", "/in", "wrong", **mine))[0] == 403
        status, text, _ = await found.ask("POST", "/in", RIGHT, **mine)
        assert (status, "Подождите" in text) == (429, True)
        # What a client claims before the proxy adds its word is no address.
        claimed = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7", "X-Real-IP": "198.51.100.1"}
        assert (await found.ask("POST", "/in", RIGHT, **claimed))[0] == 429
        assert (await found.ask("POST", "/in", RIGHT, **{"X-Forwarded-For": "203.0.113.8"}))[0] == 303


async def test_a_proxy_that_adds_a_line_of_its_own_is_heard_and_not_the_line_of_the_client() -> None:
    async with site() as found:
        for claimed in range(MOST + 1):
            both = {"X-Forwarded-For": [f"198.51.100.{claimed}", "203.0.113.7"]}
            status = (await found.ask("POST", "/in", "wrong", **both))[0]
        assert status == 429


async def test_a_stranger_who_is_no_proxy_is_taken_for_who_they_are() -> None:
    options = Options("127.0.0.1", 0, SITE)
    async with site(options=options) as found:
        for claimed in range(MOST + 1):
            status = (
                await found.ask("POST", "/in", "wrong", **{"X-Forwarded-For": f"198.51.100.{claimed}"})
            )[0]
        assert status == 429


async def test_other_words_of_a_proxy_change_nothing() -> None:
    async with site() as found:
        cookie = f"__Host-trainer={VISIT}"
        lies = {
            "X-Forwarded-Host": "evil.example",
            "X-Forwarded-Proto": "http",
            "Forwarded": "host=evil.example",
        }
        status, _, headers = await found.ask("POST", "/in", RIGHT, **lies)
        assert (status, "Secure" in headers["Set-Cookie"]) == (303, True)
        names = {"Host": "evil.example", "X-Forwarded-Host": "trainer.example.ru"}
        assert (await found.ask("GET", "/", Cookie=cookie, **names))[0] == 421
        away = {"Origin": "https://evil.example", "X-Forwarded-Host": "evil.example"}
        assert (await found.ask("GET", "/ws", Cookie=cookie, **away))[0] == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://trainer.example.ru", ""])
async def test_a_page_of_another_site_neither_enters_nor_leaves_for_somebody(origin: str) -> None:
    hall = FakeHall()
    async with site(hall=hall) as found:
        assert (await found.ask("POST", "/in", RIGHT, Origin=origin))[0] == 403
        cookie = f"__Host-trainer={VISIT}"
        assert (await found.ask("POST", "/out", "", Origin=origin, Cookie=cookie))[0] == 403
        assert (await found.ask("GET", "/ws", Origin=origin, Cookie=cookie))[0] == 403
        assert hall.left == []
        assert (await found.ask("GET", "/", Host="evil.example", Cookie=cookie))[0] == 421


async def test_leaving_closes_the_windows_and_takes_the_cookie() -> None:
    hall = FakeHall()
    async with site(hall=hall) as found:
        status, text, headers = await found.ask("POST", "/out", "", Cookie=f"__Host-trainer={VISIT}")
        assert (status, "Вы вышли" in text, hall.left) == (200, True, ["v1"])
        assert "Max-Age=0" in headers["Set-Cookie"]


async def test_a_full_hall_and_a_store_that_is_away_are_said_clearly() -> None:
    gate, hall = FakeGate(), FakeHall()
    async with site(gate, hall) as found:
        hall.full = True
        status, text, headers = await found.ask("GET", "/", Cookie=f"__Host-trainer={VISIT}")
        assert (status, "Все места заняты" in text, headers["Retry-After"]) == (503, True, "120")
        gate.broken = True
        status, text, _ = await found.ask("GET", "/", Cookie=f"__Host-trainer={VISIT}")
        assert (status, "Хранилище не отвечает" in text) == (503, True)


async def test_a_form_that_is_too_large_is_not_read() -> None:
    async with site() as found:
        assert (await found.ask("POST", "/in", "a" * 100_000))[0] == 413
