"""The parts of the server, each for itself."""

import asyncio
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from trainer.cli.web_problems import networks
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.packs.shelf import Root, Shelf
from trainer.storage.db.links import Guest
from trainer.team.people import Person
from trainer.web import hall as halls
from trainer.web import pages
from trainer.web.app import ServedApp
from trainer.web.desk import Discreet, ServedComfort
from trainer.web.environment import narrow
from trainer.web.hall import Hall, Seat
from trainer.web.options import Options, is_loopback
from trainer.web.ticket import Ticket
from trainer.web.tries import MOST, WINDOW, WrongTries

SOON = datetime.now(UTC) + timedelta(days=1)


def guest(name: str) -> Guest:
    return Guest(f"v-{name}", Person(name, name), SOON)


@dataclass
class FakeWindow:
    ticket: Ticket
    left_at: str = ""
    well: bool = True
    failed: bool = False

    async def stop(self, patience: float) -> bool:
        await asyncio.sleep(0)
        self.left_at = f"talk of {self.ticket.person}"
        return self.well


@dataclass
class FakeBranching:
    started: list[FakeWindow] = field(default_factory=list)
    room: int = 9

    async def start(self, ticket: Ticket, show: Any) -> FakeWindow:
        if len(self.started) >= self.room:
            raise BlockingIOError
        self.started.append(FakeWindow(ticket))
        return self.started[-1]


class FakeLine:
    def __init__(self) -> None:
        self.codes: list[int] = []

    async def show(self, data: bytes) -> None: ...

    def close(self, code: int) -> None:
        self.codes.append(code)


def hall(most: int = 3, each: int = 1) -> tuple[Hall, FakeBranching]:
    branching = FakeBranching()
    return Hall(Options("127.0.0.1", 0, most=most, each=each), branching), branching  # type: ignore[arg-type]


async def seated(found: Hall, name: str) -> Seat:
    seat = await found.take(guest(name), FakeLine(), (80, 24))
    assert isinstance(seat, Seat)
    return seat


async def test_a_new_window_of_somebody_closes_the_old_one_and_goes_on_where_that_was_left() -> None:
    found, branching = hall()
    first, _ = await seated(found, "Анна"), await seated(found, "Борис")
    await seated(found, "Анна")
    assert first.line.codes == [halls.ELSEWHERE]
    assert [(one.ticket.person, one.ticket.going) for one in branching.started] == [
        ("Анна", ""),
        ("Борис", ""),
        ("Анна", "talk of Анна"),
    ]
    assert found.count == 2


async def test_when_all_seats_are_taken_only_those_who_have_one_get_one() -> None:
    found, _ = hall(most=1)
    await seated(found, "Анна")
    assert await found.take(guest("Борис"), FakeLine(), (80, 24)) == halls.FULL
    assert (found.full_for(guest("Борис")), found.full_for(guest("Анна"))) == (True, False)
    await seated(found, "Анна")
    assert found.count == 1


async def test_a_machine_without_room_is_like_a_full_hall() -> None:
    found, branching = hall()
    branching.room = 0
    assert await found.take(guest("Анна"), FakeLine(), (80, 24)) == halls.FULL
    assert found.count == 0


async def test_idle_windows_and_those_of_revoked_links_are_closed() -> None:
    found, _ = hall()
    idle, revoked, busy = [await seated(found, name) for name in ("Анна", "Борис", "Вика")]
    idle.touched -= 31 * 60

    async def still_in(visits: Any) -> set[str]:
        return set(visits) - {"v-Борис"}

    await found.watch(still_in)
    assert [one.line.codes for one in (idle, revoked, busy)] == [[halls.IDLE], [halls.NO_ENTRY], []]


async def test_an_empty_hall_lets_nobody_in_and_counts_whom_it_had_to_force() -> None:
    found, branching = hall()
    seats = [await seated(found, name) for name in ("Анна", "Борис")]
    branching.started[1].well = False
    await found.empty()
    assert [one.line.codes for one in seats] == [[halls.STOPPED]] * 2
    assert (found.count, found.forced) == (0, 1)
    assert await found.take(guest("Анна"), FakeLine(), (80, 24)) == halls.STOPPED


def test_wrong_links_are_forgiven_after_a_while_and_only_for_their_address() -> None:
    tries = WrongTries()
    for number in range(MOST):
        assert not tries.closed("a", number)
        tries.add("a", number)
    assert tries.closed("a", MOST)
    assert not tries.closed("b", MOST)
    assert not tries.closed("a", WINDOW + 1)
    tries.add("a", WINDOW + 1)
    assert not tries.closed("a", WINDOW + 2)


def test_many_addresses_do_not_fill_the_memory() -> None:
    tries = WrongTries()
    for number in range(20_000):
        tries.add(str(number), 0)
    assert len(tries._wrong) == 10_000


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "LOCALHOST", "127.9.9.9"])
def test_addresses_that_only_this_machine_reaches(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "", "10.0.0.5", "::", "localhost.example.ru", "127.0.0.1.example.ru"]
)
def test_addresses_that_others_reach(host: str) -> None:
    assert not is_loopback(host)


def test_the_names_that_a_server_answers_to() -> None:
    assert Options("127.0.0.1", 0).hosts(81) == {"127.0.0.1:81", "localhost:81", "[::1]:81"}
    behind = Options("127.0.0.1", 0, "https://trainer.example.ru", proxied=True)
    assert behind.hosts(81) == {"trainer.example.ru"}
    assert Options("10.0.0.5", 0, cert=Path("c"), key=Path("k")).address(81) == "https://10.0.0.5:81"


def test_an_app_learns_nothing_of_whoever_started_the_server() -> None:
    kept = {"HOME": "h", "TRAINER_HOME": "t", "TRAINER_DATABASE_URL": "u", "PGPASSWORD": "p", "LC_ALL": "C"}
    environment = {
        **kept,
        "TRAINER_PIN": "1",
        "TRAINER_PERSON": "Ольга",
        "SSH_AUTH_SOCK": "s",
        "PATH": "/bin",
        "NO_COLOR": "1",
    }
    narrow(environment, Shelf((Root(Path("a")), Root(Path("b")))))
    assert environment.pop("TRAINER_PACKS") == os.pathsep.join(str(Path(name).absolute()) for name in "ab")
    assert {name: value for name, value in environment.items() if not name.startswith("TEXTUAL_")} == kept


def test_what_a_window_is_told_names_no_folder_of_the_server() -> None:
    class Inner:
        def warning(self) -> str:
            return "Папка «/srv/дом» недоступна"

        def start(self) -> None:
            raise InputError(Problem(Place("/srv/дом/a.yaml", 3, 4), "E001", "нет «/srv/дом/packs/b.yaml»"))

        def records(self) -> "Inner":
            return self

    desk = Discreet(Inner(), ["/srv/дом", "/srv/дом/packs", ""])
    assert desk.warning() == "Папка «…» недоступна"
    for one in (desk, desk.records()):
        with pytest.raises(InputError) as caught:
            one.start()
        assert str(caught.value) == "нет «…/b.yaml»"


def test_a_page_has_no_scripts_of_its_own_and_loads_nothing_from_elsewhere() -> None:
    import re

    for page in (pages.play(), pages.entry(), pages.message(("<b>", "&"), back=True)):
        assert "$" not in page
        assert re.findall(r"<script(?! src=)|\son\w+=|style=|https?:", page) == []
    assert "&lt;b&gt;" in pages.message(("<b>", "&"))
    for name in re.findall(r"/static/([\w.-]+)", pages.play() + pages.entry()):
        assert pages.own_files()[name].is_file(), name


def test_what_somebody_likes_lasts_as_long_as_their_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    (tmp_path / "settings.toml").write_text('person = "Ольга"\npacks = ["/srv/packs"]\n', encoding="utf-8")
    comfort = ServedComfort()
    assert comfort.prefer("theme", "light") == ""
    assert comfort.prefer("person", "Ольга")
    found = comfort.preferences()
    assert (found.theme, found.person, found.packs, comfort.settings_file()) == ("light", "", (), "")
    assert "theme" not in (tmp_path / "settings.toml").read_text(encoding="utf-8")
    assert ServedComfort().preferences().theme == "dark"


@pytest.mark.parametrize(
    ("peer", "believed"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("10.0.0.2", True),
        ("::ffff:10.0.0.2", True),
        ("172.17.4.9", True),
        ("10.0.0.3", False),
        ("::ffff:203.0.113.7", False),
        ("trainer", False),
        ("", False),
    ],
)
def test_only_the_proxy_is_believed_who_has_come(peer: str, believed: bool) -> None:
    proxies = networks(["10.0.0.2", "172.17.0.0/16"])
    assert Options("0.0.0.0", 1, proxied=True, proxies=proxies).believes(peer) == believed
    assert not Options("0.0.0.0", 1, proxies=proxies).believes(peer)


async def test_a_screen_that_breaks_while_its_window_leaves_is_no_failure() -> None:
    told, app = [], ServedApp(cast(Any, None))
    read, write = os.pipe()
    app.errors = write
    app._tell = lambda kind, **_: told.append(kind)  # type: ignore[method-assign]
    app._fatal_error()
    app.leave()
    app._fatal_error()
    os.close(write)
    with os.fdopen(read) as errors:
        assert errors.read().count("NoneType: None") == 1
    assert told == ["failed", "left"]
