"""The preview in the real app: the file is edited under it, broken, and mended."""

import os
import shutil
from pathlib import Path

import pytest
from desks import say, settle, shown, written
from textual.events import Paste
from textual.pilot import Pilot

from tests.packs.samples import TALK, write_pack
from trainer import wiring
from trainer.authoring.watched import WatchedScenario
from trainer.cli.preview_app import FileRehearsal
from trainer.model.scenario import Mood
from trainer.packs.shelf import Root, Shelf
from trainer.tui.app import TrainerApp
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.preview import PreviewScreen
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.mood import MoodFace

BOUQUET = Path(__file__).parents[1] / "data" / "packs" / "bouquet"
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])
SMALL = (80, 24)
ASK = "Сколько стоит и когда привезёте?"
SECOND = """\
  - id: more
    client: А открытку положите?
    expected: [greet]
    hints: [Ответьте прямо., "Начните так: «Да, …»"]
    model_answer: Здравствуйте! Положим.
    bad_answer: Читай сайт.
    ways: [{to: thanks}]
endings:
"""


pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    talk = (
        TALK.replace("Цена 250 ₽.", "Цена 250 ₽, привезут завтра.")
        .replace("endings:\n", SECOND)
        .replace("to: thanks, when", "to: more, when")
    )
    return write_pack(tmp_path, talk) / "dialogues" / "talk.yaml"


def app_for(file: Path, turn: str = "") -> TrainerApp:
    watched = WatchedScenario(file)
    version = watched.look()
    assert version
    assert not version.broken
    desk = wiring.HouseDesk(Shelf((Root(file.parent.parent),)))
    return TrainerApp(desk, rehearsal=FileRehearsal(watched, turn), version=version)


def write(file: Path, text: str) -> None:
    """Write as an editor does: by renaming, with a later time however coarse the clock of the disk."""
    later = file.stat().st_mtime_ns + 1_000_000_000
    fresh = file.with_suffix(".tmp")
    fresh.write_text(text, encoding="utf-8")
    os.utime(fresh, ns=(later, later))
    fresh.replace(file)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new, 1))


def preview(pilot: Pilot[None]) -> PreviewScreen:
    screen = next(s for s in pilot.app.screen_stack if isinstance(s, PreviewScreen))
    assert screen
    return screen


async def follow(pilot: Pilot[None]) -> PreviewScreen:
    """Let the preview look at the file now rather than when its timer says so."""
    await settle(pilot)
    screen = preview(pilot)
    await screen.follow()
    await settle(pilot)
    await screen.take_in()
    await settle(pilot)
    return screen


@SIZES
async def test_a_new_line_is_seen_at_the_same_turn_and_the_draft_stays(
    file: Path, size: tuple[int, int]
) -> None:
    async with app_for(file).run_test(size=size) as pilot:
        await settle(pilot)
        assert ASK in shown(pilot.app)
        pilot.app.post_message(Paste("Здравствуйте, Пё"))
        await pilot.pause()
        edit(file, ASK, "Почём доставка?")
        screen = await follow(pilot)
        assert "Почём доставка?" in shown(pilot.app)
        assert ASK not in shown(pilot.app)
        assert "Файл обновлён, вы на том же шаге." in shown(pilot.app)
        assert screen.query_one(AnswerField).text == "Здравствуйте, Пё"
        assert screen.session.draft() == "Здравствуйте, Пё"
        assert screen.query_one(AnswerField).has_focus


@SIZES
async def test_a_broken_file_shows_its_problems_and_the_last_sound_version_goes_on(
    file: Path, size: tuple[int, int]
) -> None:
    sound = file.read_text(encoding="utf-8")
    async with app_for(file).run_test(size=size) as pilot:
        await settle(pilot)
        assert not preview(pilot).query_one("#problems").display
        edit(file, "title: Разговор", "titel: Разговор")
        await follow(pilot)
        text = shown(pilot.app)
        assert "Идёт прежняя версия" in text
        assert "talk.yaml:2:1: ошибка E021" in text
        assert ASK in text
        await say(pilot, "Здравствуйте! Доставка стоит 250 ₽, привезём завтра.")
        assert isinstance(pilot.app.screen, VerdictScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert "А открытку положите?" in shown(pilot.app)
        write(file, sound.replace("А открытку положите?", "А открытку [b]можно[/b]?"))
        await follow(pilot)
        assert "Идёт прежняя версия" not in shown(pilot.app)
        assert "А открытку [b]можно[/b]?" in shown(pilot.app)


async def test_the_file_is_looked_at_by_itself(file: Path) -> None:
    async with app_for(file).run_test(size=SMALL) as pilot:
        await settle(pilot)
        edit(file, ASK, "Почём доставка?")
        for _ in range(100):
            await pilot.pause(0.05)
            if "Почём доставка?" in shown(pilot.app):
                break
        assert "Почём доставка?" in shown(pilot.app)


async def test_answers_and_mood_go_along_and_can_be_taken_back(file: Path) -> None:
    async with app_for(file).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await say(pilot, "Здравствуйте! Доставка стоит 250 ₽, привезём завтра.")
        await pilot.press("enter")
        await settle(pilot)
        mood = preview(pilot).session.mood
        edit(file, "А открытку положите?", "И открытку!")
        screen = await follow(pilot)
        assert "И открытку!" in shown(pilot.app)
        assert "Доставка стоит 250 ₽, привезём завтра." in written(pilot.app)
        assert (screen.session.mood, screen.query_one(MoodFace).mood) == (mood, mood)
        await pilot.press("f5")
        await settle(pilot)
        assert screen.session.talk.state.at == "ask"
        assert "250 ₽" in screen.query_one(AnswerField).text


async def test_a_turn_that_is_gone_leads_to_the_start_with_a_notice(file: Path) -> None:
    async with app_for(file, "more").run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "А открытку положите?" in shown(pilot.app)
        edit(file, SECOND, "endings:\n")
        edit(file, "to: more, when", "to: thanks, when")
        await follow(pilot)
        assert ASK in shown(pilot.app)
        assert "Этого шага в файле больше нет" in shown(pilot.app)


async def test_card_client_and_title_follow_as_well(file: Path) -> None:
    async with app_for(file).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "1", "escape")
        edit(file, "title: Цена, text", "title: Тариф, text")
        edit(file, "name: Пётр", "name: Павел")
        edit(file, "mood: upset", "mood: furious")
        edit(file, "title: Разговор", "title: Беседа")
        await follow(pilot)
        text = shown(pilot.app)
        for part in ("1 - Тариф", "Цена 250 ₽", "Павел", "Беседа"):
            assert part in text
        assert preview(pilot).query_one(MoodFace).mood is Mood.FURIOUS


async def test_a_change_during_the_verdict_waits_below_it(file: Path) -> None:
    async with app_for(file).run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, "Здравствуйте! Доставка стоит 250 ₽, привезём завтра.")
        assert isinstance(pilot.app.screen, VerdictScreen)
        edit(file, "А открытку положите?", "И открытку!")
        await follow(pilot)
        assert isinstance(pilot.app.screen, VerdictScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert "И открытку!" in shown(pilot.app)


async def test_after_the_end_the_talk_begins_anew_in_the_latest_version(file: Path, tmp_path: Path) -> None:
    async with app_for(file, "more").run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, "Здравствуйте! Да, положим открытку.")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DebriefScreen)
        edit(file, "А открытку положите?", "И открытку!")
        await follow(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert "И открытку!" in shown(pilot.app)
    assert not list((tmp_path / "home").rglob("*.jsonl")), "the preview leaves no records"


async def test_advice_is_shown_without_stopping_the_new_version(file: Path) -> None:
    async with app_for(file).run_test(size=SMALL) as pilot:
        await settle(pilot)
        edit(
            file, '    hints: [Что он спросил?, "Начните так: «Пётр, …»"]\n', "    hints: [Что он спросил?]\n"
        )
        edit(file, ASK, "Почём доставка?")
        await follow(pilot)
        assert "Замечания к сценарию: 1" in shown(pilot.app)
        assert "W211" in shown(pilot.app)
        assert "Почём доставка?" in shown(pilot.app)


async def test_a_file_that_is_gone_is_told_and_its_return_is_seen(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    async with app_for(file).run_test(size=SMALL) as pilot:
        await settle(pilot)
        file.unlink()
        await follow(pilot)
        await follow(pilot)
        assert "E001" in shown(pilot.app)
        assert ASK in shown(pilot.app)
        file.write_text(text.replace(ASK, "Почём доставка?"), encoding="utf-8")
        await follow(pilot)
        assert "Почём доставка?" in shown(pilot.app)


async def test_an_own_standard_is_followed_too(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(BOUQUET, tmp_path / "bouquet"))
    async with app_for(pack / "dialogues" / "late-bouquet.yaml").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        edit(pack / "standards" / "send-elsewhere.yaml", "title: Отправить к другим", "title: Отослать прочь")
        await follow(pilot)
        await say(pilot, "Вера, понимаю вас. Закажите в другом магазине, букета не будет.")
        assert isinstance(pilot.app.screen, VerdictScreen)
        assert "Отослать прочь" in written(pilot.app)
        await pilot.press("f5")
        edit(pack / "standards" / "send-elsewhere.yaml", "kind: pattern", "kind: patern")
        await follow(pilot)
        assert "send-elsewhere.yaml:11:11: ошибка E096" in shown(pilot.app)


async def test_f8_begins_anew_and_esc_leaves_the_program(file: Path) -> None:
    app = app_for(file)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, "Здравствуйте! Доставка стоит 250 ₽, привезём завтра.")
        await pilot.press("enter")
        await settle(pilot)
        assert "А открытку положите?" in shown(app)
        assert "F8 Сначала" in shown(app)
        pilot.app.post_message(Paste("Черновик"))
        await pilot.pause()
        await pilot.press("f8")
        await settle(pilot)
        assert ASK in shown(app)
        assert preview(pilot).session.kept == ()
        assert preview(pilot).query_one(AnswerField).text == "Черновик"
        await pilot.press("f2", "escape")
        await settle(pilot)
        assert app.is_running
        await pilot.press("escape")
        await pilot.pause()
        assert not app.is_running
