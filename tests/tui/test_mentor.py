"""The mentor's desk on a store with people: by keys and with the mouse, on small screens and wide ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from contrast import faint
from desks import FakeDesk, settle, shown, written
from textual.pilot import Pilot
from textual.widgets._footer import FooterKey

from tests.cli.test_records import spring, talk
from trainer import wiring
from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database
from trainer.storage.db.opening import open_database
from trainer.storage.db.pins import set_pin
from trainer.storage.identity import forget_proofs, vouch
from trainer.storage.safe import SafeStore
from trainer.team.comments import Kind
from trainer.tui.app import TrainerApp
from trainer.tui.mentor_parts import fold
from trainer.tui.screens.comment import CommentScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.learner import LearnerScreen
from trainer.tui.screens.mentor import MentorScreen, WeakScreen
from trainer.tui.screens.person import PersonScreen, PinScreen
from trainer.tui.screens.transcript import TranscriptScreen
from trainer.tui.widgets.menu import Menu

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


class QuietDesk(wiring.HouseDesk):
    """The house as it is, without the judge: nothing is judged here."""

    def warm_up(self) -> None:
        pass


@pytest.fixture
def database(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv("TRAINER_PERSON", "maria")
    opened = open_database(Address(home / "trainer.db"))
    spring(opened)
    talk(opened, "anna", "s-anna")
    talk(opened, "boris", "s-boris")
    yield opened
    opened.close()


def forget() -> None:
    forget_proofs()
    wiring.store.cache_clear()
    wiring.database.cache_clear()


@pytest.fixture
def as_anna(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setenv("TRAINER_PERSON", "anna")
    return database


def desk_app() -> TrainerApp:
    return TrainerApp(QuietDesk(), at_desk=True)


async def to_transcript(pilot: Pilot[None]) -> TranscriptScreen:
    await settle(pilot)
    await pilot.press("down", "enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, LearnerScreen)
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, TranscriptScreen)
    return pilot.app.screen


@SIZES
async def test_the_desk_tells_who_is_where_with_words_beside_colours(
    database: Database, size: tuple[int, int]
) -> None:
    app = desk_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, MentorScreen)
        screen = shown(app)
        assert "Анна" in screen
        assert "=1+1 <scrip" in screen  # a name is what it is
        assert ("35 слаб" if size[0] == 80 else "35,0 слабо") in screen
        assert "ответов 1, балл 65, закончено 1 из 1, последний раз 10.11" in screen
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, WeakScreen)
        assert "Обрывочный ответ" in shown(app)
        assert "не вышло 2 из 2" in shown(app)
        await pilot.press("escape")
        assert isinstance(app.screen, MentorScreen)


@pytest.mark.parametrize("theme", ["evening", "morning"])
async def test_the_mentors_screens_have_contrast(database: Database, theme: str) -> None:
    app = desk_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await settle(pilot)
        assert not faint(app)
        await pilot.press("f3")
        await settle(pilot)
        assert not faint(app)
        await pilot.press("escape")
        await to_transcript(pilot)
        assert not faint(app)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, CommentScreen)
        assert not faint(app)


async def test_a_group_is_chosen_by_one_key(database: Database) -> None:
    app = desk_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert "Весна" in shown(app)
        assert [option.id for option in app.screen.query_one(Menu).options] == ["anna"]
        await pilot.press("f2")
        await settle(pilot)
        assert len(app.screen.query_one(Menu).options) == 2


@SIZES
async def test_a_person_has_progress_qualities_and_sessions(
    database: Database, size: tuple[int, int]
) -> None:
    app = desk_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        text = written(app)
        assert "Ученик: Анна" in text
        assert "09.11" in text
        assert "35,0  слабо" in text
        assert "Пока всё пройдено по одному разу" in text
        assert "Курьер из офиса" in shown(app)


@SIZES
async def test_a_comment_is_written_by_keys(database: Database, size: tuple[int, int]) -> None:
    app = desk_app()
    async with app.run_test(size=size) as pilot:
        await to_transcript(pilot)
        assert "Обрывочный ответ" in written(app)
        assert "<script>alert(1)</script>" in written(app)
        await pilot.press("f4")
        assert isinstance(app.screen, CommentScreen)
        # Nothing to keep: it says so and stays.
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, CommentScreen)
        # Tab leads to the kinds: down from «what to do» to praise, Enter back to the words.
        await pilot.press("shift+tab", "down", "down", "enter", *"[/]", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        assert "Мария, похвала: [/]" in written(app)
        said = wiring.HouseRecords().transcript("s-anna").entries[0].comments
        assert [(item.kind, item.text) for item in said] == [(Kind.CELEBRATORY, "[/]")]


async def test_words_of_a_comment_are_not_lost_by_one_key(database: Database) -> None:
    app = desk_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_transcript(pilot)
        await pilot.press("f4", *"abc", "escape")
        assert isinstance(app.screen, CommentScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TranscriptScreen)
        assert wiring.HouseRecords().transcript("s-anna").entries[0].comments == ()


async def test_everything_goes_with_the_mouse(database: Database) -> None:
    app = desk_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.click("#people", offset=(5, 2))
        await settle(pilot)
        assert isinstance(app.screen, LearnerScreen)
        await pilot.click("#sessions", offset=(5, 0))
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        await pilot.click("#answers", offset=(5, 1))
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        await pilot.click(next(key for key in app.screen.query(FooterKey) if key.key == "f4"))
        await settle(pilot)
        assert isinstance(app.screen, CommentScreen)
        await pilot.click("#kinds", offset=(5, 0))
        await pilot.press(*"abc", "enter")
        await settle(pilot)
        assert "Мария, важно исправить: abc" in written(app)


async def test_the_first_screen_leads_a_mentor_to_the_desk(database: Database) -> None:
    app = TrainerApp(QuietDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        menu = app.screen.query_one(Menu)
        assert menu.options[0].id == "mentor:"
        assert ((menu.highlighted_option and menu.highlighted_option.id) or "").startswith("talk:")
        menu.highlighted = 0
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MentorScreen)
        await pilot.press("escape", "f4")
        await settle(pilot)
        assert isinstance(app.screen, MentorScreen)


async def test_a_trainee_is_told_once_and_sees_only_their_own(
    as_anna: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_PERSON", "maria")
    forget()
    wiring.HouseRecords().comment("s-anna", 1, Kind.ESSENTIAL, "Назовите [b]срок")
    monkeypatch.setenv("TRAINER_PERSON", "anna")
    forget()
    app = TrainerApp(QuietDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        menu = app.screen.query_one(Menu)
        assert [option.id for option in menu.options][:1] == ["news:s-anna"]
        assert "Наставник пишет: Курьер из офиса" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        assert "Мария, важно исправить: Назовите [b]срок" in written(app)
        # A trainee writes none.
        assert not [key for key in app.screen.query(FooterKey) if key.key == "f4"]
        await pilot.press("f4", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert not any((option.id or "").startswith("news:") for option in menu.options)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, LearnerScreen)
        assert "Анна" in written(app)


async def test_comments_stand_in_the_debrief(as_anna: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_PERSON", "maria")
    forget()
    wiring.HouseRecords().comment("s-anna", 1, Kind.CELEBRATORY, "Здорово")
    monkeypatch.setenv("TRAINER_PERSON", "anna")
    forget()
    desk = QuietDesk()
    app = TrainerApp(desk, desk.resume("s-anna"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert "Мария, похвала: Здорово" in written(app)
        assert app.screen.query_one("#comments").display


async def test_without_a_store_the_first_screen_is_as_ever(tmp_path: Path) -> None:
    app = TrainerApp(FakeDesk(SafeStore(tmp_path / "sessions")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, LearnerScreen)


async def test_who_is_named_and_has_a_pin_is_asked_who_they_are(database: Database) -> None:
    with database.write() as connection:
        set_pin(connection, "maria", "4321")
    app = TrainerApp(QuietDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, PersonScreen), "a name in a variable proves nothing"


async def test_the_desk_of_a_mentor_with_a_pin_is_behind_it(database: Database) -> None:
    with database.write() as connection:
        set_pin(connection, "maria", "4321")
    vouch("maria")  # asked when the app was opened, and once more before others are shown
    app = TrainerApp(QuietDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        for typed, screen in (("1111", HomeScreen), ("4321", MentorScreen)):
            await settle(pilot)
            await pilot.press("f4")
            await settle(pilot)
            assert isinstance(app.screen, PinScreen)
            await pilot.press(*typed, "enter")
            await settle(pilot)
            assert isinstance(app.screen, screen)


async def test_the_question_for_the_pin_of_the_desk_says_where_esc_leads(database: Database) -> None:
    with database.write() as connection:
        set_pin(connection, "maria", "4321")
    vouch("maria")
    app = TrainerApp(QuietDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert "Esc – остаться здесь" in shown(app)
        assert "выбрать другое имя" not in shown(app)
        assert not faint(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("width", [112, 116, 120, 160])
async def test_no_column_head_is_cut_on_a_wide_screen(database: Database, width: int) -> None:
    app = desk_app()
    async with app.run_test(size=(width, 30)) as pilot:
        await settle(pilot)
        heads = app.screen.query_one("#heads")
        lines = str(heads.render()).split("\n")
        assert "…" not in "".join(lines)
        assert max(map(len, lines)) <= heads.content_size.width
        assert heads.size.height == len(lines)
        for part in ("Доброжела", "Заинтере", "Профессио", "Ответст", "Ясность"):
            assert part in lines[0], part


def test_a_word_is_parted_between_its_syllables() -> None:
    assert fold("Ответственность", 10) == ["Ответст-", "венность"]
    assert fold("Доброжелательность", 11) == ["Доброжела-", "тельность"]
    assert fold("Ясность", 10) == ["Ясность"]
    for width in range(4, 20):
        parts = fold("Заинтересованность", width)
        assert all(len(part) <= width for part in parts)
        assert "".join(part.removesuffix("-") for part in parts) == "Заинтересованность"


async def test_ones_own_records_have_a_heading_of_their_own(as_anna: Database) -> None:
    app = TrainerApp(QuietDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, LearnerScreen)
        assert "Мои записи: Анна" in shown(app)
        assert "Стол наставника" not in shown(app)
