"""The trainer in a browser, as people meet it: a real server, a real Chromium, windows without one where that is enough."""

import asyncio
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.web.browser import Chromium, chromium, wire
from tests.web.house import House
from tests.web.screen import PATIENCE
from tests.web.steps import answered, begin_talk, gone
from tests.web.windows import Window, client
from trainer.team.people import Role

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="windows branch off from one process")
__all__ = ["chromium"]

HELPERS = 2  # the process that apps branch off from, and one of Python's own
ANSWER, TYPED = "Здравствуйте, Вера! Мы открыты до восьми.", "Да, сдача есть"
# Typed by one: a title for the window, a command for the clipboard, a link, markup that ends the program.
NASTY = "\x1b]0;чужой\x07\x1b]52;c;0YfRg9C2\x07\x1b[2J [@click=app.quit]сюда[/] [bold red]краска[/bold red]"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    built = House(tmp_path_factory.mktemp("web"))
    for name in ("Анна", "Борис", "Вика"):
        built.add(name)
    built.add("Ольга", Role.MENTOR)
    built.start("--most", "2")
    yield built
    left = built.processes()
    code = built.stop()
    assert (code, "Traceback" in built.log.read_text(encoding="utf-8")) == (0, False)
    gone(left)


@pytest.fixture(autouse=True)
def calm(request: pytest.FixtureRequest) -> None:
    """Begin with no window open."""
    if "house" in request.fixturenames:
        found: House = request.getfixturevalue("house")
        end = time.monotonic() + PATIENCE
        while len(found.processes()) > HELPERS:
            assert time.monotonic() < end, found.processes()
            time.sleep(0.05)


async def test_two_people_play_at_once_and_one_reloads_in_the_middle(
    house: House, chromium: Chromium
) -> None:
    async with wire(chromium) as wired:
        anna, boris = await wired.person(), await wired.person()
        await asyncio.gather(anna.enter(house.link("Анна")), boris.enter(house.link("Борис")))

        async def enter_of(page) -> None:
            await page.press("Enter")

        for page in (anna, boris):
            await begin_talk(page, lambda page=page: enter_of(page))
        await anna.type(ANSWER)
        await anna.shows("до восьми")
        await answered(anna, lambda: enter_of(anna), "А сдача у вас есть?")
        await anna.type(TYPED)
        await anna.shows(TYPED)
        # No word of one is in what the other was sent.
        assert "Анна" not in boris.raw
        assert "до восьми" not in boris.raw
        assert "Борис" not in anna.raw

        await anna.reload()
        await anna.shows(TYPED)
        assert ANSWER in anna.drawn.replace("\n", " ") or "Мы открыты" in anna.drawn
        await answered(anna, lambda: enter_of(anna), "Газета куплена")

        for page in (anna, boris):
            hosts = {urlsplit(address).netloc for address in page.asked if not address.startswith("data:")}
            assert hosts == {urlsplit(house.url).netloc}
            assert [one for one in page.complaints if "swiftshader" not in one] == []
        cookies = (await anna.order("Network.getCookies"))["cookies"]
        assert [(one["httpOnly"], one["sameSite"], one["session"]) for one in cookies] == [
            (True, "Strict", False)
        ]
        assert await anna.run("document.cookie") == ""
        assert "#" not in await anna.run("location.href")
    ((_, said, finished),) = house.kept("Анна")
    assert (said, finished) == (f"{ANSWER}|{TYPED}", True)
    assert [said for _, said, _ in house.kept("Борис")] == [""]


async def test_what_one_types_reaches_the_mentor_as_plain_text(house: House) -> None:
    async with client() as http:
        vika, olga = (Window(http, house.url, house.token(name)) for name in ("Вика", "Ольга"))
        assert [await one.enter() for one in (vika, olga)] == [303, 303]
        await vika.connect()
        await begin_talk(vika, lambda: vika.keys("\r"))
        await vika.keys(f"\x1b[200~Здравствуйте! {NASTY}\x1b[201~")
        await vika.shows("краска")
        await answered(vika, lambda: vika.keys("\r"), "А сдача у вас есть?")
        await vika.leave()
        await olga.connect()
        await olga.shows("Часы киоска")
        await olga.keys("\x1bOS")  # F4
        await olga.shows("все ученики")
        await olga.shows("Вика")
        for _ in house.people:
            olga.forget()
            await olga.keys("\r")
            await olga.shows("Разговоры и упражнения")
            await olga.shows("Ученик: ")
            if "Ученик: Вика" in olga.drawn:
                break
            olga.forget()
            await olga.keys("\x1b")
            await olga.shows("все ученики")
            await olga.keys("\x1b[B")
        await olga.shows("Часы киоска")
        await olga.keys("\r")
        await olga.shows("[@click=app.quit]сюда[/]")
        await olga.leave()
    for evil in ("чужой\x07", "\x1b]52", "\x1b]0"):
        assert evil not in olga.raw
        assert evil not in vika.raw


async def test_a_trainee_gets_no_desk_of_a_mentor_and_no_other_name(house: House) -> None:
    async with client() as http:
        boris = Window(http, house.url, house.token("Борис"))
        await boris.enter()
        await boris.connect()
        await boris.shows("Борис")
        boris.forget()
        await boris.keys("\x1b[15~")  # F5: who practises
        await boris.keys("\x1bOS")  # F4: the desk
        await boris.shows("Мои записи: Борис")
        for other in ("все ученики", "Анна", "Вика", "Кто занимается"):
            assert other not in boris.drawn
        await boris.leave()


async def test_links_that_open_nothing_all_look_alike(house: House) -> None:
    used, revoked = house.token("Вика"), house.token("Вика")
    house.revoke(revoked)
    identity, _, secret = house.token("Вика").partition(".")
    expired = house.token("Вика", days=0)
    async with client() as http:
        assert await Window(http, house.url, used).enter() == 303
        seen = set()
        guessed = (f"{identity}.{secret[:-1]}~", f"{identity}.{secret[::-1]}", f"l000000000000.{secret}")
        for token in (used, revoked, expired, "", "l0.x", *guessed):
            data = {"token": token}
            async with http.post(house.url + "/in", data=data, headers={"Origin": house.url}) as answer:
                assert "Set-Cookie" not in answer.headers
                seen.add((answer.status, await answer.text()))
        assert len(seen) == 1
        ((status, page),) = seen
        assert (status, "Войти не получилось" in page) == (403, True)
        # The link that was guessed at is as good as before.
        owner = Window(http, house.url, f"{identity}.{secret}")
        assert await owner.enter() == 303
        # Nor does a cookie open anything that is not known, or a page of another site.
        stranger = Window(http, house.url, "")
        stranger.cookie = "v000000000000." + secret
        assert [(await stranger.get(path))[0] for path in ("/", "/ws")] == [403, 403]
        for origin in ("https://evil.example", "null", house.url.replace("http:", "https:")):
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await owner.connect(Origin=origin)
        assert (await owner.get("/", Host="evil.example"))[0] == 421


async def test_a_link_for_many_times_opens_again_until_it_is_taken_back(house: House) -> None:
    token = house.token("Вика", once=False)
    async with client() as http:
        first, second = Window(http, house.url, token), Window(http, house.url, token)
        assert [await first.enter(), await second.enter()] == [303, 303]
        assert [(await one.get("/"))[0] for one in (first, second)] == [200, 200]
        house.revoke(token)
        assert [(await one.get("/"))[0] for one in (first, second)] == [403, 403]


async def test_a_window_more_is_refused_clearly_and_ones_own_moves(house: House) -> None:
    async with client() as http:
        anna, boris, vika = (Window(http, house.url, house.token(name)) for name in ("Анна", "Борис", "Вика"))
        for one in (anna, boris, vika):
            assert await one.enter() == 303
        for one in (anna, boris):
            await one.connect()
            await one.shows("Часы киоска")
        status, page = await vika.get("/")
        assert (status, "Все места заняты" in page) == (503, True)
        await vika.connect()
        assert await vika.closed() == 4003
        # Anna opens another window: the first one says so and closes.
        again = Window(http, house.url, "")
        again.cookie = anna.cookie
        await again.connect()
        assert await anna.closed() == 4002
        await again.shows("Часы киоска")
        assert len(house.processes()) == HELPERS + 2
        # Whoever leaves by the key is told that it was in order.
        await boris.keys("\x11")
        assert await boris.closed() == 1000
        await again.leave()


@pytest.mark.parametrize("rubbish", ['["stdin"]', "не JSON", "[" * 9999])
async def test_rubbish_closes_only_the_window_it_came_from(house: House, rubbish: str) -> None:
    async with client() as http:
        anna = Window(http, house.url, house.token("Анна"))
        await anna.enter()
        await anna.connect()
        await anna.socket.send_str(rubbish)
        assert await anna.closed() == 1003
        assert (await anna.get("/"))[0] == 200


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
async def test_whatever_was_typed_outlives_the_server(tmp_path: Path, how: signal.Signals) -> None:
    house = House(tmp_path)
    house.add("Анна")
    house.start()
    try:
        async with client() as http:
            anna = Window(http, house.url, house.token("Анна"))
            await anna.enter()
            await anna.connect()
            await begin_talk(anna, lambda: anna.keys("\r"))
            await anna.keys(ANSWER)
            await anna.shows("до восьми.")
            await anna.keys("\r")  # sent, and perhaps not judged yet
            apps = house.processes()
            code = await asyncio.to_thread(house.stop, how)
            assert code == (0 if how is not signal.SIGKILL else -9)
            assert await anna.closed() == (1001 if how is not signal.SIGKILL else 1006)
            await anna.until(
                lambda: not any(Path(f"/proc/{pid}").exists() for pid in apps), "the apps to end"
            )
    finally:
        house.stop(signal.SIGKILL)
    assert ANSWER in [text.rstrip("\n") for text in house.typed()]
