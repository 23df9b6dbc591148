"""Over https: by a certificate of our own, and behind the very nginx that docs/serve.md tells to set up."""

import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.web.browser import Chromium, Page, chromium, wire
from tests.web.house import House
from tests.web.proxy import NAME, certificate, free_port, nginx, told
from tests.web.steps import answered, begin_talk, gone
from trainer.web.tries import MOST

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="windows branch off from one process")
__all__ = ["chromium"]

ANSWER, TYPED = "Здравствуйте, Вера! Мы открыты до восьми.", "Да, сдача есть"


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("tls")
    own = certificate(folder)
    yield from running(House(folder), "--cert", str(own.file), "--key", str(own.key))


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("proxy")
    public, behind = free_port(), free_port()
    with nginx(folder, told(certificate(folder), public, behind)):
        url = f"https://{NAME}:{public}"
        yield from running(
            House(folder), "--behind-proxy", "--url", url, "--port", str(behind), "--most", "1"
        )


def running(house: House, *words: str) -> Iterator[House]:
    for name in ("Анна", "Борис"):
        house.add(name)
    house.start(*words)
    yield house
    left = house.processes()
    code = house.stop()
    assert (code, "Traceback" in house.log.read_text(encoding="utf-8")) == (0, False)
    gone(left)


async def plays(page: Page, house: House) -> None:
    """Come in by a link, answer, reload in the middle and find everything in its place."""
    await page.order("Security.setIgnoreCertificateErrors", ignore=True)
    await page.enter(house.link("Анна"))
    await begin_talk(page, lambda: page.press("Enter"))
    await page.type(ANSWER)
    await page.shows("до восьми")
    await answered(page, lambda: page.press("Enter"), "А сдача у вас есть?")
    await page.type(TYPED)
    await page.shows(TYPED)
    await page.reload()
    await page.shows(TYPED)
    asked = {urlsplit(address)[:2] for address in page.asked if not address.startswith("data:")}
    place = urlsplit(house.url).netloc
    assert asked == {("https", place), ("wss", place)}
    assert [one for one in page.complaints if "swiftshader" not in one] == []
    (cookie,) = (await page.order("Network.getCookies"))["cookies"]
    told_of = (cookie["name"], cookie["secure"], cookie["httpOnly"], cookie["sameSite"], cookie["path"])
    assert told_of == ("__Host-trainer", True, True, "Strict", "/")
    assert [said for _, said, _ in house.kept("Анна")] == [ANSWER]


async def test_with_a_certificate_of_its_own_it_is_played_over_https(
    direct: House, chromium: Chromium
) -> None:
    async with wire(chromium) as wired:
        await plays(await wired.person(), direct)
    # Unencrypted nothing is answered.
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientError):
            await http.get(direct.url.replace("https:", "http:") + "/in")


async def test_behind_the_nginx_of_the_page_it_is_played_by_its_public_name(
    proxied: House, chromium: Chromium
) -> None:
    async with wire(chromium) as wired:
        anna, boris = await wired.person(), await wired.person()
        await plays(anna, proxied)
        # There is room for one window.
        await boris.order("Security.setIgnoreCertificateErrors", ignore=True)
        await boris.enter(proxied.link("Борис"))
        assert "Все места заняты" in await boris.text()
        assert boris.status[proxied.url + "/"] == 503


class Stranger:
    """Somebody without a browser who comes to nginx from an address of theirs and says what they like."""

    def __init__(self, house: House, address: str) -> None:
        self.house, self.port = house, urlsplit(house.url).port
        self.client = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=False, local_addr=(address, 0)),
            cookie_jar=aiohttp.DummyCookieJar(),
        )

    async def ask(self, method: str, path: str, token: str | None = None, **headers: str) -> tuple[int, str]:
        url = f"https://127.0.0.1:{self.port}{path}"
        sent = {"Host": urlsplit(self.house.url).netloc, "Origin": self.house.url, **headers}
        data = None if token is None else {"token": token}
        async with self.client.request(method, url, data=data, headers=sent, allow_redirects=False) as answer:
            return answer.status, answer.headers.get("Set-Cookie", "")


async def test_nginx_says_who_has_come_and_nobody_else_does(proxied: House) -> None:
    guesser, colleague = Stranger(proxied, "127.0.0.2"), Stranger(proxied, "127.0.0.3")
    async with guesser.client, colleague.client:
        status, cookie = await colleague.ask("POST", "/in", proxied.token("Борис"))
        assert (status, "Secure" in cookie) == (303, True)
        cookie = cookie.partition(";")[0]
        for number in range(MOST + 1):
            claimed = {"X-Forwarded-For": f"198.51.100.{number}", "X-Real-IP": f"198.51.100.{number}"}
            status, _ = await guesser.ask("POST", "/in", "wrong", **claimed)
            assert status == (403 if number < MOST else 429)
        assert (await guesser.ask("POST", "/in", proxied.token("Борис")))[0] == 429
        assert (await colleague.ask("POST", "/in", proxied.token("Борис")))[0] == 303
        # A page of another site gets neither in nor a window, whatever is said of where it came through.
        lies = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"}
        upgrade = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dHJhaW5lcnRyYWluZXJ0cg==",
            "Cookie": cookie,
        }
        for origin in ("https://evil.example", "null", proxied.url.replace("https:", "http:")):
            assert (await colleague.ask("POST", "/in", proxied.token("Борис"), Origin=origin, **lies))[
                0
            ] == 403
            assert (await colleague.ask("GET", "/ws", Origin=origin, **upgrade, **lies))[0] == 403
        assert (await colleague.ask("GET", "/", Cookie=cookie, Host="evil.example"))[0] == 421
        assert (await colleague.ask("GET", "/", Cookie=cookie, **lies))[0] in (200, 503)
