"""Takes the pictures of the guides from the running app: ``python docs/make_pictures.py``."""

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from trainer import wiring
from trainer.authoring.watched import WatchedScenario
from trainer.cli.preview_app import FileRehearsal
from trainer.packs.shelf import Root, Shelf
from trainer.practice.records import Mode, Stage
from trainer.tui.app import TrainerApp
from trainer.tui.screens.preview import PreviewScreen

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


async def main() -> None:
    """Play a talk and take pictures on the way."""
    PICTURES.mkdir(exist_ok=True)
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


async def preview(folder: Path) -> None:
    """Break a scenario under its preview and take a picture of what an author sees."""
    pack = Path(shutil.copytree(BOUQUET, folder / "bouquet"))
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


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRAINER_HOME"] = home
        asyncio.run(main())
        asyncio.run(exercise())
        asyncio.run(preview(Path(home)))
