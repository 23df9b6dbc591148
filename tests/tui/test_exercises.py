"""What all forms of exercise share: finding one, drafts, the result, the sum, the exam, odd input."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from desks import FakeDesk, paste, say, settle, shown, written
from drills import at_exercise, drill_desk, exercise_screen
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Footer

from tests.practice.exercises.drill import drill
from tests.practice.exercises.fakes import WordJudge
from trainer.model.exercise import AUTHORED, Form
from trainer.model.span import Span
from trainer.model.verdict import Reading
from trainer.practice.exercises.answer import Answer, Marked
from trainer.practice.records import Mode
from trainer.storage.safe import SafeStore
from trainer.tui.app import TrainerApp
from trainer.tui.exercise_drafts import draft_of, read_draft
from trainer.tui.screens.assessment import AssessmentScreen
from trainer.tui.screens.exercise_brief import ExerciseBriefScreen
from trainer.tui.screens.exercises import ExercisesScreen
from trainer.tui.screens.help import HelpScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.recover import RecoverScreen
from trainer.tui.screens.series_sum import SeriesSumScreen
from trainer.tui.widgets.answer_field import AnswerField

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
SMALL = (80, 24)
WITH_ITEMS = [form.value for form in AUTHORED if form is not Form.RECOVER]


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return drill_desk(tmp_path)


# ---------------------------------------------------------------- finding one
@SIZES
async def test_from_the_first_screen_through_an_exercise_to_its_sum(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Упражнения: 7, 31 мин" in shown(app)
        await pilot.press("f7")
        await settle(pilot)
        assert isinstance(app.screen, ExercisesScreen)
        for part in ("РАЗМИНКА", "Разберите ответ", "заданий 2, 5 мин", "Чему учит"):
            assert part in shown(app)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ExerciseBriefScreen)
        assert "Скажите то же самое без промаха" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        await say(pilot, "Вернём за 10 дней")
        await pilot.press("enter")
        await settle(pilot)
        await say(pilot, "Сам дурак, новую кружку отправим завтра")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SeriesSumScreen)
        text = written(app)
        for part in ("Засчитано 1 из 2", "Запомните", "По стандартам", "Грубость  удалось 0 из 1"):
            assert part in text
        await pilot.press("enter", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, AssessmentScreen)
        assert "дурак[1]" in written(app)
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(app.screen, AssessmentScreen), "a sum is only read"
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, ExercisesScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Продолжить" not in shown(app)


async def test_the_row_of_a_pack_opens_its_exercises_and_tells_what_they_are(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("end")
        await pilot.pause()
        assert "- Найдите промах  5 мин" in written(app)
        await pilot.press("right", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ExercisesScreen)
        assert app.screen.mode is Mode.EXAM
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ExerciseBriefScreen)
        assert "разбор в конце" in shown(app)


async def test_the_mode_is_changed_by_a_click(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.click("#mode")
        await pilot.pause()
        assert "(•) Экзамен" in shown(app)


async def test_the_rest_is_one_key_away_and_hidden_where_there_is_none(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        footer = shown(app).splitlines()[-1]
        assert "F8" in footer
        assert "F1" in footer
        assert app.screen.query_one(Footer).virtual_size.width <= SMALL[0]
        await pilot.press("f8")
        await settle(pilot)
        assert isinstance(app.screen, RecoverScreen)
        await pilot.press("escape")
        await settle(pilot)
        desk.drills = ()
        app.screen.read_offer()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Передышка" not in shown(app)
        assert "Упражнения" not in shown(app)
        await pilot.press("f7", "f8")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


# ---------------------------------------------------------------- drafts
async def typed_rewrite(pilot: Pilot[None]) -> None:
    await paste(pilot, "Вернём [b]за")


async def typed_variants(pilot: Pilot[None]) -> None:
    await paste(pilot, "Первый")
    await pilot.press("tab")
    await paste(pilot, "Второй")


async def typed_comments(pilot: Pilot[None]) -> None:
    await pilot.press("2")
    await pilot.pause()
    await pilot.press("escape")


async def typed_spot(pilot: Pilot[None]) -> None:
    await pilot.press("space", "enter")
    await settle(pilot)
    await pilot.press("enter")


async def typed_review(pilot: Pilot[None]) -> None:
    await pilot.press("2")
    await pilot.pause()
    await paste(pilot, "Когда?")
    await pilot.press("enter")
    await pilot.pause()
    await paste(pilot, "Сегодня")
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("2", "escape", "escape", "escape")


DRAFTS = {
    "rewrite": (typed_rewrite, Answer(text="Вернём [b]за")),
    "shorten": (typed_rewrite, Answer(text="Вернём [b]за")),
    "variants": (typed_variants, Answer(texts=("Первый", "Второй", ""))),
    "comments": (typed_comments, Answer(kind="hater")),
    "spot": (typed_spot, Answer(marks=(Marked("rude", "Здравствуйте", Span(0, 12)),))),
    "review": (
        typed_review,
        Answer(enough=False, next_question="Когда?", text="Сегодня", lacking=("engagement",)),
    ),
}


@pytest.mark.parametrize("form", WITH_ITEMS)
async def test_esc_keeps_what_was_typed_and_it_can_be_gone_on_with(
    desk: FakeDesk, tmp_path: Path, form: str
) -> None:
    type_it, answer = DRAFTS[form]
    app = at_exercise(desk, form)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await type_it(pilot)
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Продолжить: " in shown(app)
    # Another process, another day.
    again = drill_desk(tmp_path)
    app = TrainerApp(again)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "сделано 0 из" in shown(app)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert exercise_screen(pilot).form.answer() == answer


async def test_a_killed_process_loses_nothing_that_was_typed(desk: FakeDesk, tmp_path: Path) -> None:
    app = at_exercise(desk, "rewrite")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, "Вернём за 10 дней")
        await pilot.press("enter")
        await settle(pilot)
        await paste(pilot, "Мы поло")
        await pilot.pause(0.4)
        store = SafeStore(tmp_path / "sessions")
        (left,) = store.unfinished_series()
        assert (left.answers, left.items) == (1, 2)
        assert read_draft(store.draft(left.id)[1]).text == "Мы поло"


async def test_the_list_offers_what_was_left_as_well(desk: FakeDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f7")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await typed_rewrite(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ExercisesScreen)
        assert "Продолжить: Живыми словами" in shown(app)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert exercise_screen(pilot).query_one(AnswerField).text == "Вернём [b]за"


ANSWERS = st.builds(
    Answer,
    text=st.text(),
    texts=st.lists(st.text(), max_size=3).map(tuple),
    marks=st.lists(
        st.builds(Marked, st.text(), st.text(), st.none() | st.builds(Span, st.just(0), st.integers(1, 9))),
        max_size=2,
    ).map(tuple),
    enough=st.none() | st.booleans(),
    lacking=st.lists(st.text(), max_size=2).map(tuple),
)


@given(ANSWERS)
def test_a_draft_holds_the_whole_answer(answer: Answer) -> None:
    assert read_draft(draft_of(answer)) == answer


@pytest.mark.parametrize(
    "text", ["", "просто текст", "[]", "12", "null", '{"marks": 3}', '{"marks": [{"start": 5}]}', "{"]
)
def test_a_draft_that_cannot_be_read_is_an_empty_answer(text: str) -> None:
    assert read_draft(text) == Answer()


def test_an_empty_answer_leaves_no_draft() -> None:
    assert draft_of(Answer()) == ""
    assert json.loads(draft_of(Answer(text="\ud800")))["text"] == "\ud800"


# ---------------------------------------------------------------- judging
class SlowJudge(WordJudge):
    """Waits until it is let go, and remembers in which thread it read."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.threads: set[int] = set()

    def read(self, text: str) -> Reading:
        self.threads.add(threading.get_ident())
        assert self.go.wait(10)
        return super().read(text)


async def test_the_screen_does_not_wait_for_the_judge(desk: FakeDesk) -> None:
    judge = desk.reading = SlowJudge()
    app = at_exercise(desk, "rewrite")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await paste(pilot, "Вернём за 10 дней")
        await pilot.press("enter")
        await pilot.pause()
        assert "Читаю ответ" in shown(app)
        await pilot.press("x", "enter", "f5", "escape")
        await pilot.pause()
        field = exercise_screen(pilot).query_one(AnswerField)
        assert field.text == "Вернём за 10 дней", "nothing is changed while it is judged"
        judge.go.set()
        await settle(pilot)
        assert isinstance(app.screen, AssessmentScreen)
        assert threading.get_ident() not in judge.threads


class BrokenJudge(WordJudge):
    def read(self, text: str) -> Reading:
        raise ValueError("нет [/] модели")


async def test_a_judge_that_fails_takes_nothing_away(desk: FakeDesk) -> None:
    desk.reading = BrokenJudge()
    app = at_exercise(desk, "rewrite")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, "Вернём за 10 дней")
        assert exercise_screen(pilot).query_one(AnswerField).text == "Вернём за 10 дней"
        assert any("не потерян" in note.message for note in app._notifications)
        assert not any("модели" in note.message for note in app._notifications)
        desk.reading = exercise_screen(pilot).series._judge = WordJudge()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, AssessmentScreen)


async def test_an_empty_answer_is_sent_back(desk: FakeDesk) -> None:
    app = at_exercise(desk, "rewrite")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, "  ")
        assert any("Ответ пустой" in note.message for note in app._notifications)
        assert exercise_screen(pilot).series.number == 1


async def test_an_exam_tells_nothing_until_its_end(desk: FakeDesk) -> None:
    app = at_exercise(desk, "comments", Mode.EXAM)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("2", "1")
        await settle(pilot)
        assert "2 из 2" in shown(app)
        await pilot.press("f5")
        await settle(pilot)
        assert "2 из 2" in shown(app)
        await pilot.press("2", "1")
        await settle(pilot)
        assert isinstance(app.screen, SeriesSumScreen)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert isinstance(app.screen, AssessmentScreen)
        assert "На самом деле: критик" in written(app)


async def test_f5_brings_back_the_item_before_with_its_answer(desk: FakeDesk) -> None:
    app = at_exercise(desk, "rewrite")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert any("вы ещё не отвечали" in note.message for note in app._notifications)
        await say(pilot, "Вернём за 10 дней")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert exercise_screen(pilot).query_one(AnswerField).text == "Вернём за 10 дней"
        assert "1 из 2" in shown(app)


# ---------------------------------------------------------------- odd input, help, sizes
NASTY = "[/] [@click=app.quit]жми[/] \x1b[2J \u202e«]»"


def nasty(form: str):
    """Return an exercise whose every text would hurt where it were markup or reached the terminal raw."""
    found = drill(form)
    first = found.items[0]
    texts = {"context", "line", "task", "why", "client", "operator", "company"} & set(
        type(first).__dataclass_fields__
    )
    changes = dict.fromkeys(texts, NASTY)
    if form in ("shorten", "comments"):
        changes["text"] = NASTY
    if form == "spot":
        changes |= {"text": NASTY, "marks": ()}
    return replace(found, title=NASTY, about=NASTY, items=(replace(first, **changes),))


@pytest.mark.parametrize("form", WITH_ITEMS)
async def test_texts_of_packs_are_never_markup(desk: FakeDesk, form: str) -> None:
    desk.drills = (nasty(form),)
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert "[@click=app.quit]жми[/]" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "[@click=app.quit]жми[/]" in shown(app)
        assert "\x1b" not in shown(app)
        if form == "spot":
            await pilot.press("enter", "enter")
        elif form == "comments":
            await pilot.press("1", "1")
        elif form == "review":
            return
        else:
            await say(pilot, NASTY)
        for _ in range(5):  # the empty variants are asked for once
            await settle(pilot)
            if not isinstance(app.screen, AssessmentScreen):
                await pilot.press("enter")
        assert isinstance(app.screen, AssessmentScreen)
        assert "[@click=app.quit]жми[/]" in written(app)
        assert "\x1b" not in shown(app)


@pytest.mark.parametrize("form", [form.value for form in AUTHORED])
async def test_the_help_begins_with_the_form_that_is_done(desk: FakeDesk, form: str) -> None:
    app = TrainerApp(desk, doing=drill("recover")) if form == "recover" else at_exercise(desk, form)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert "Это упражнение" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, HelpScreen)


@SIZES
@pytest.mark.parametrize("form", WITH_ITEMS)
async def test_nothing_is_cut_off(desk: FakeDesk, form: str, size: tuple[int, int]) -> None:
    app = at_exercise(desk, form)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        last = shown(app).splitlines()[-1]
        assert "Помощь" in last
        assert app.screen.query_one(Footer).virtual_size.width <= size[0]
        for part in app.screen.query(".form > *, AnswerField, .choices"):
            assert part.region.bottom <= size[1] - 1
            assert part.region.right <= size[0]
        assert app.screen.query_one("#given").region.height >= 4


async def test_a_long_paste_is_taken_whole(desk: FakeDesk) -> None:
    app = at_exercise(desk, "rewrite")
    text = "Вернём деньги за 10 дней.\n" * 300
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await say(pilot, text)
        assert isinstance(app.screen, AssessmentScreen)
        assert app.screen.done.answer.text == text
