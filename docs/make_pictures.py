"""Takes the pictures of the guides from the running app: ``python docs/make_pictures.py``, or only those that are named."""

import argparse
import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path

from sqlalchemy import insert
from textual.events import Paste
from textual.pilot import Pilot

from trainer import wiring
from trainer.authoring.watched import WatchedScenario
from trainer.cli.preview_app import FileRehearsal
from trainer.packs.shelf import Root, Shelf
from trainer.practice.records import Mode, Stage
from trainer.storage.db.tables import people
from trainer.tui.app import TrainerApp
from trainer.tui.screens.preview import PreviewScreen
from trainer.wiring.house import HouseComfort
from trainer.wiring.keeping import SystemClock
from trainer.wiring.refreshing import HouseRefresher

PICTURES = Path(__file__).parent / "pictures"
BOUQUET = Path(__file__).parent.parent / "tests" / "data" / "packs" / "bouquet"
DRILL = BOUQUET.parent / "drill"
SIZE = (112, 34)
SCENARIO = "stolen-parcel"
FIRST = (
    "Здравствуйте, Иван Иванович! Простите за задержку. Вам кажется, что посылку украли: "
    "последняя отметка была пять дней назад в Самаре, розыск уже открыт. Ожидайте, разберёмся."
)
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def settle(pilot: Pilot[None]) -> None:
    """Wait for threads and for the screen."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def say(pilot: Pilot[None], text: str) -> None:
    """Put a text into the field and send it."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()
    await pilot.press("enter")
    await settle(pilot)


def take(app: TrainerApp, name: str) -> None:
    """Save the present screen; the fonts of the reader's machine will do."""
    svg = app.export_screenshot(simplify=True)
    svg = _FONTS.sub("", svg).replace("Fira Code", "Fira Code, DejaVu Sans Mono, Consolas")
    (PICTURES / f"{name}.svg").write_text(svg, "utf-8")


class PlainHouse(HouseComfort):
    """The settings, in a folder that is like everybody's."""

    def settings_file(self) -> str:
        """Return where they usually stand."""
        return "~/.config/trainer/settings.toml"


class QuietDesk(wiring.HouseDesk):
    """The house as it is, without the judge, for screens where nothing is judged."""

    def warm_up(self) -> None:
        """Load nothing."""

    def house(self) -> PlainHouse:
        """Return the settings without this machine's folders."""
        return PlainHouse()


@asynccontextmanager
async def quiet_app(
    size: tuple[int, int] = SIZE, *, at_desk: bool = False
) -> AsyncIterator[tuple[TrainerApp, Pilot[None]]]:
    """Open the app where nothing is judged."""
    os.environ["TRAINER_LESSON"] = "off"
    app = TrainerApp(QuietDesk(), at_desk=at_desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def settings() -> None:
    """Show the settings."""
    async with quiet_app((96, 22)) as (app, pilot):
        await pilot.press("f12")
        await settle(pilot)
        take(app, "settings")


async def standards() -> None:
    """Search in the standards."""
    async with quiet_app() as (app, pilot):
        await pilot.press("f6", *"понима")
        await settle(pilot)
        take(app, "standards")


async def exercises() -> None:
    """Show the list of exercises."""
    async with quiet_app() as (app, pilot):
        await pilot.press("f7")
        await settle(pilot)
        await pilot.press(*["down"] * 3)
        await settle(pilot)
        take(app, "exercises")


async def lesson() -> None:
    """Answer badly in the first lesson and take a picture of what it says."""
    app = TrainerApp(wiring.HouseDesk(), in_lesson=True)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await say(pilot, "Можно.")
        take(app, "lesson")


PEOPLE = (("anna", "Анна Ким", 3), ("boris", "Борис Орлов", 1), ("vera", "Вера Лисина", 2))
TALKS = ("courier-pickup", "stolen-parcel", "quarantine-headphones")


def practise(person: str, how_well: int) -> None:
    """Let somebody play some talks; of four answers ``how_well`` are good, the others bad."""
    os.environ["TRAINER_PERSON"] = person
    wiring.store.cache_clear()
    given = 0
    for name in TALKS:
        session = wiring.open_session(name, Mode.TRAINING)
        while session.stage is Stage.TALK and session.turn:
            turn = session.turn
            session.answer(
                turn.model_answer if given % 4 < how_well or not turn.bad_answer else turn.bad_answer
            )
            given += 1
        session.finish()


async def mentor() -> None:
    """Let three people practise, and look at them as their mentor."""
    rows = [{"id": name, "name": title, "role": "trainee"} for name, title, _ in PEOPLE]
    with wiring.database().write() as connection:
        connection.execute(insert(people), [*rows, {"id": "maria", "name": "Мария", "role": "mentor"}])
    for name, _, how_well in PEOPLE:
        practise(name, how_well)
    os.environ["TRAINER_PERSON"] = "maria"
    wiring.store.cache_clear()
    async with quiet_app((112, 20), at_desk=True) as (app, _pilot):
        take(app, "mentor")
    os.environ["TRAINER_PERSON"] = "boris"
    wiring.store.cache_clear()
    async with quiet_app() as (app, pilot):
        await pilot.press("f3")
        await settle(pilot)
        take(app, "progress")
    del os.environ["TRAINER_PERSON"]
    wiring.store.cache_clear()


class Later(SystemClock):
    """Two days ahead: what was practised just now has had time to fade."""

    def now(self) -> datetime:
        """Return the day after tomorrow."""
        return super().now() + timedelta(days=2)


class LaterDesk(wiring.HouseDesk):
    """The house two days after the practice."""

    @cached_property
    def _later(self) -> HouseRefresher:
        return HouseRefresher(clock=Later())

    def refresher(self) -> HouseRefresher:
        """Return the refreshers of that day."""
        return self._later


async def refresh() -> None:
    """Practise, come back two days later, and take pictures of the day, of a card and of its lesson."""
    practise("local", 2)
    os.environ["TRAINER_LESSON"] = "off"
    app = TrainerApp(LaterDesk(), at_refresh=True)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        take(app, "refresh")
        await pilot.press("enter")
        await settle(pilot)
        take(app, "refresh-card")
        await say(pilot, "Разберёмся, не переживайте так. Вам нужно подождать.")
        take(app, "refresh-lesson")


async def talk() -> None:
    """Play a talk and take pictures on the way."""
    desk = wiring.HouseDesk()
    session = desk.start(SCENARIO, Mode.TRAINING)
    app = TrainerApp(desk, session)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("f2", "2", "3", "escape")
        await say(pilot, FIRST)
        take(app, "verdict")
        await pilot.press("enter")
        await settle(pilot)
        app.post_message(Paste("Ответ службы поиска придёт завтра до 18:00, и я сама вам напишу."))
        await settle(pilot)
        take(app, "talk")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        while session.stage is Stage.TALK and session.turn:
            await say(pilot, session.turn.model_answer)
            await pilot.press("enter")
            await settle(pilot)
        await say(pilot, session.scenario.note.model_answer)
        if not session.talk.closed:
            await pilot.press("escape")
            await settle(pilot)
        take(app, "debrief")


async def exercise() -> None:
    """Mark words in a reply and take a picture of that."""
    desk = wiring.HouseDesk(Shelf((Root(DRILL),)))
    app = TrainerApp(desk, doing=desk.start_series("drill-spot"))
    async with app.run_test(size=(112, 20)) as pilot:
        await settle(pilot)
        await pilot.press("right", "space", *["right"] * 6, "enter")
        await settle(pilot)
        await pilot.press(*"вину", "enter")
        await settle(pilot)
        await pilot.press("right", "right", "right", "space", "right")
        await settle(pilot)
        take(app, "exercise")


async def preview() -> None:
    """Break a scenario under its preview and take a picture of what an author sees."""
    pack = Path(shutil.copytree(BOUQUET, Path(os.environ["TRAINER_HOME"]) / "bouquet"))
    file = pack / "dialogues" / "late-bouquet.yaml"
    watched = WatchedScenario(file)
    desk = wiring.HouseDesk(Shelf((Root(pack),)))
    app = TrainerApp(desk, rehearsal=FileRehearsal(watched), version=watched.look())
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.post_message(Paste("Вера, понимаю, как вы волнуетесь. До выезда пришлю вам фо"))
        text = file.read_text("utf-8")
        for right, wrong in (("[empathy, offer-photo", "[empathy, offer-foto"), ("to: calm", "to: kalm")):
            text = text.replace(right, wrong)
        file.write_text(text, "utf-8")
        screen = app.screen
        assert isinstance(screen, PreviewScreen)
        await screen.follow()
        await settle(pilot)
        take(app, "preview")


MAKERS: dict[str, Callable[[], Awaitable[None]]] = {
    maker.__name__: maker
    for maker in (settings, standards, exercises, exercise, lesson, talk, preview, refresh, mentor)
}


def make(names: list[str], folder: Path = PICTURES) -> None:
    """Take these pictures, or all of them, in a store that is thrown away."""
    global PICTURES
    PICTURES = folder
    PICTURES.mkdir(exist_ok=True)
    for name in names or MAKERS:
        with tempfile.TemporaryDirectory() as home:
            os.environ["TRAINER_HOME"] = home
            wiring.store.cache_clear()
            wiring.database.cache_clear()
            asyncio.run(MAKERS[name]())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", choices=[*MAKERS, []])
    parser.add_argument("--into", type=Path, default=PICTURES)
    call = parser.parse_args()
    make(call.names, call.into)
