import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from desks import FakeDesk, say, settle, shown, written
from fakes import BYE, FULL, LACKS_PRICE, NOTE, RUDE, scenario
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Footer, OptionList, Static

from trainer.model.scenario import Mood
from trainer.storage.safe import SafeStore
from trainer.tui.app import TrainerApp
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.note import NoteScreen
from trainer.tui.screens.talk import TalkScreen
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.mood import MoodFace

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])
SMALL = (80, 24)


async def to_talk(pilot: Pilot[None]) -> TalkScreen:
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, TalkScreen)
    return pilot.app.screen


@SIZES
async def test_a_whole_talk_from_the_first_screen_to_the_debrief(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Пропавшая посылка" in shown(app)
        assert "Ждёт подарок сыну" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Вы отвечаете в чате" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Где моя посылка?" in shown(app)
        await pilot.press("f2", "1", "escape")
        await pilot.pause()
        assert "Заказ 12-34, привезут" in shown(app)
        await say(pilot, FULL)
        assert isinstance(app.screen, VerdictScreen)
        assert "огорчение → спокойствие" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Хорошо. А курьер" in shown(app)
        await say(pilot, BYE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, NoteScreen)
        await say(pilot, NOTE)
        assert isinstance(app.screen, DebriefScreen)
        text = written(app)
        for part in ("Ольга благодарна", "Доброжелательность", "радость", "соблюдено"):
            assert part in text
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Продолжить" not in shown(app)


@SIZES
async def test_nothing_is_cut_off(desk: FakeDesk, size: tuple[int, int]) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        screen = await to_talk(pilot)
        field = screen.query_one(AnswerField)
        assert field.region.height >= 5
        assert field.region.bottom <= size[1] - 1
        for _ in range(2):
            footer = app.screen.query_one(Footer)
            assert footer.virtual_size.width <= size[0]
            assert "Помощь" in shown(app).splitlines()[-1]
            await say(pilot, LACKS_PRICE)


async def test_the_verdict_shows_words_standard_points_why_fix_and_source(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await to_talk(pilot)
        await say(pilot, "Здравствуйте, дурак [b]")
        text = written(app)
        number = [item.standard for item in app.screen.attempt.verdict.deductions].index("rude") + 1
        for part in (
            f"дурак[{number}] [b]",
            f"[{number}] Грубость  −20",
            "Почему: Так клиенту",
            "Лучше: Скажите",
            "Источник: 002",
            "+ Поздороваться  «Здравствуйте»",
        ):
            assert part in text
        assert FULL not in shown(app)
        await pilot.press("f4")
        await pilot.pause()
        assert "Так ответил бы опытный" in shown(app)


async def test_retry_puts_the_text_back_and_restores_the_mood(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await to_talk(pilot)
        await say(pilot, RUDE)
        await pilot.press("f5")
        await settle(pilot)
        assert app.screen is screen
        assert screen.query_one(AnswerField).text == RUDE
        assert screen.query_one(MoodFace).mood is Mood.UPSET
        assert "Где моя посылка?" in shown(app)


async def test_the_mood_changes_in_word_and_drawing(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await to_talk(pilot)
        before = str(screen.query_one(MoodFace).render())
        await say(pilot, "Ждите.")
        await pilot.press("enter")
        await settle(pilot)
        after = str(screen.query_one(MoodFace).render())
        assert "огорчение" in before
        assert "злость" in after or "ярость" in after
        assert before.splitlines()[1:5] != after.splitlines()[1:5]


async def test_an_exam_shows_verdicts_only_at_the_end(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("right")
        screen = await to_talk(pilot)
        await say(pilot, FULL)
        assert app.screen is screen
        assert "из 100" not in shown(app)
        await pilot.press("f5")
        await pilot.press("f4")
        await settle(pilot)
        assert app.screen is screen
        assert len(screen.session.kept) == 1
        await say(pilot, BYE)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("enter", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, VerdictScreen)
        assert "А курьер позвонит?" in shown(app)
        assert app.screen.check_action("leave", ("retry",)) is False


async def test_leaving_an_unsaved_note_is_asked_once(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await to_talk(pilot)
        await say(pilot, RUDE)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("а", "escape")
        await settle(pilot)
        assert isinstance(app.screen, NoteScreen)
        await say(pilot, "Ждёт посылку")
        assert "Не хватает" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert "в записи не хватает: срок" in written(app)


async def test_white_space_is_refused_and_stays_in_the_field(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await to_talk(pilot)
        await say(pilot, "  ")
        assert app.screen is screen
        assert screen.session.kept == ()
        assert screen.query_one(AnswerField).text == "  "
        assert any("пробелы" in note.message for note in app._notifications)


async def test_a_judge_that_fails_loses_nothing(desk: FakeDesk, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("[/] нет модели")

    desk.judge.score = fail  # type: ignore[method-assign, assignment]
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await to_talk(pilot)
        await say(pilot, FULL)
        assert screen.query_one(AnswerField).text == FULL
        told = next(note.message for note in app._notifications if "не потерян" in note.message)
        assert "RuntimeError" not in told
        assert "нет модели" in caplog.text  # where ``--debug`` finds it
        del desk.judge.score
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, VerdictScreen)


async def test_a_talk_that_was_left_goes_on_with_its_draft(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await to_talk(pilot)
        await say(pilot, LACKS_PRICE)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("С", "т", "о", "escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Продолжить: Пропавшая" in shown(app)
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert app.screen.query_one(AnswerField).text == "Сто"
        assert "А сколько это стоит?" in shown(app)


NASTY = "[/] [@click=app.quit]x[/] [b]жирно[/b] \x1b[31mкрасно\x1b]0;title\x07 \x9b2J :smile: 250 завтра"


async def test_markup_and_escapes_are_only_text_everywhere(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await to_talk(pilot)
        app.post_message(Paste(NASTY))
        await pilot.pause()
        seen = [shown(app)]
        await pilot.press("enter")
        await settle(pilot)
        seen.append(shown(app))
        assert "[@click=app.quit]x[/]" in written(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "[b]жирно[/b]" in shown(app)
        assert screen.session.kept[0].text == NASTY
        await say(pilot, "дурак")
        seen.append(shown(app))
        while isinstance(app.screen, TalkScreen | VerdictScreen):
            await pilot.press("enter")
            await settle(pilot)
            if isinstance(app.screen, TalkScreen):
                await say(pilot, NASTY)
                seen.append(shown(app))
        await say(pilot, NASTY)
        assert "[/] [@click" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        seen.append(shown(app))
        assert not any(char in "".join(seen) for char in "\x1b\x07\x9b")


async def test_the_card_of_a_pack_is_not_markup_either(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await to_talk(pilot)
        await pilot.press("f2", "down", "enter")
        await pilot.pause()
        assert "[b]Не разметка[/b]" in " ".join(shown(app).split())


async def test_a_hundred_thousand_characters_can_be_sent(desk: FakeDesk) -> None:
    long = ("Здравствуйте, понимаю, завтра 250. " * 3000)[:100_000]
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await to_talk(pilot)
        await say(pilot, long)
        assert screen.session.kept[0].text == long


async def test_decomposed_letters_and_pasted_lines_are_recorded_as_typed(desk: FakeDesk) -> None:
    typed = "Здравствуйте!\nПонимаю, мой\u0306 друг. Завтра, 250."
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await to_talk(pilot)
        await say(pilot, typed)
        assert screen.session.kept[0].text == typed


async def test_hints_standards_help_and_looks_open_and_close(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await to_talk(pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert "Сначала чувство" in shown(app)
        await pilot.press("escape", "f1")
        await pilot.pause()
        assert "Ctrl+J" in shown(app)
        await pilot.press("escape")
        theme = app.theme
        await pilot.press("f9")
        assert app.theme != theme
        await say(pilot, FULL)
        await pilot.press("f6", "down")
        await pilot.pause()
        assert "Что нужно" in shown(app)
        await pilot.press("escape", "enter")
        await settle(pilot)
        assert app.screen is screen


async def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    app = TrainerApp(FakeDesk(SafeStore(tmp_path / "file" / "sessions")))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert any("TRAINER_HOME" in note.message for note in app._notifications)
        await to_talk(pilot)
        await say(pilot, FULL)
        assert isinstance(app.screen, VerdictScreen)


async def test_a_home_that_goes_away_during_a_talk_is_told(desk: FakeDesk, tmp_path: Path) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await to_talk(pilot)
        shutil.rmtree(tmp_path / "sessions")
        await say(pilot, FULL)
        assert isinstance(app.screen, VerdictScreen)
        assert any("запасной файл" in note.message for note in app._notifications)
    (item,) = SafeStore(tmp_path / "sessions").unfinished()
    assert item.answers == 1


async def test_a_broken_pack_is_told_and_the_others_are_played(desk: FakeDesk) -> None:
    desk.wrong = ("packs/x.yaml:3:1: [b]нет ключа",)
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert any("packs/x.yaml:3:1: [b]" in note.message for note in app._notifications)
        assert "Пропавшая посылка" in shown(app)


async def test_ctrl_q_quits_under_the_russian_layout(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+й")
        await pilot.pause()
        assert not app.is_running


def told_of(desk: FakeDesk) -> None:
    """Let the client be a person and the first turn have two model answers."""
    found = scenario()
    where = replace(found.turns["where"], other_models=("Понимаю вас. Завтра, 250 рублей.",))
    person = replace(found.client, age=34, manner="Пишет сухо", calms="Точный [b]час")
    desk.found = replace(found, client=person, turns={**found.turns, "where": where})


async def test_the_client_is_a_person_before_the_talk_and_a_known_one_after_it(desk: FakeDesk) -> None:
    told_of(desk)
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Ольга, 34 года" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Ольга, 34 года" in shown(app)
        assert "Пишет сухо" not in written(app)
        await pilot.press("enter")
        await settle(pilot)
        for text in (FULL, BYE):
            await say(pilot, text)
            await pilot.press("enter")
            await settle(pilot)
        await say(pilot, NOTE)
        assert isinstance(app.screen, DebriefScreen)
        for part in ("О клиенте", "Как пишет: Пишет сухо", "Что успокоит: Точный [b]час"):
            assert part in written(app)


async def test_the_verdict_shows_the_model_answers_in_turn(desk: FakeDesk) -> None:
    told_of(desk)
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await to_talk(pilot)
        await say(pilot, "Здравствуйте")
        for heading, text in (("1 из 2 (F4", FULL[:30]), ("2 из 2", "Понимаю вас. Завтра")):
            await pilot.press("f4")
            await pilot.pause()
            assert heading in shown(app)
            assert text in shown(app)
        await pilot.press("f4")
        await pilot.pause()
        assert "Так ответил бы" not in shown(app)


async def test_the_talk_shows_the_model_answers_in_turn(desk: FakeDesk) -> None:
    told_of(desk)
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await to_talk(pilot)
        for heading in ("1 из 2", "2 из 2", "1 из 2"):
            await pilot.press("f4")
            await pilot.pause()
            assert heading in shown(app)
            await pilot.press("escape")
            await pilot.pause()


async def test_the_pane_is_filled_together_with_the_list(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, HomeScreen)
        menu, pane = screen.query_one(Menu), screen.query_one("#about-text", Static)
        pane.update("")
        # As on a machine so busy that the word of the list has not come yet.
        with menu.prevent(OptionList.OptionHighlighted):
            screen._show(screen.offer)
        assert desk.found.briefing in str(pane.render())
