"""Each form on its screen, by keys alone and with the judge as it is shipped."""

from pathlib import Path

import pytest
from desks import FakeDesk, paste, say, settle, shown, written
from drills import at_exercise, drill_desk, exercise_screen
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.practice.exercises.drill import item
from trainer.model.standard import Catalogue
from trainer.practice.exercises.answer import Answer
from trainer.scoring.judge import Judge
from trainer.tui.screens.assessment import AssessmentScreen
from trainer.tui.screens.pick_standard import PickStandardScreen, matching
from trainer.tui.screens.series_sum import SeriesSumScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.word_picker import WordPicker

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
SMALL = (80, 24)


@pytest.fixture
def desk(tmp_path: Path, judge: Judge, shipped: Catalogue) -> FakeDesk:
    return drill_desk(tmp_path, judge, shipped)


def result(pilot: Pilot[None]) -> AssessmentScreen:
    assert isinstance(pilot.app.screen, AssessmentScreen)
    return pilot.app.screen


# ---------------------------------------------------------------- rewrite
@SIZES
async def test_rewrite_shows_the_line_and_its_fault_and_explains_the_result(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    app = at_exercise(desk, "rewrite")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for part in (
            "Когда вернёте деньги?",
            "Возврат денежных средств осуществляется",
            "Канцелярит",
            "1 из 2",
        ):
            assert part in shown(app)
        await say(pilot, "Осуществим возврат денежных средств за 10 дней.")
        assert result(pilot).done.assessment.score < 80
        text = written(app)
        for part in ("денежных средств[1]", "[1] Канцелярит  −60", "Почему: Казённый язык", "Лучше: ",
                     "Источник: ", "Можно сказать так", "Вернём деньги за 10 дней."):  # fmt: skip
            assert part in text
        await pilot.press("f5")
        await settle(pilot)
        assert exercise_screen(pilot).query_one(AnswerField).text.startswith("Осуществим")
        exercise_screen(pilot).query_one(AnswerField).load("")
        await say(pilot, item("rewrite", "refund-term").good[0])
        assert result(pilot).done.assessment.passed
        assert "Замечаний нет" in written(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "2 из 2" in shown(app)


# ---------------------------------------------------------------- shorten
@SIZES
async def test_shorten_counts_words_while_they_are_typed(desk: FakeDesk, size: tuple[int, int]) -> None:
    app = at_exercise(desk, "shorten")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Слов: 0, нужно не больше 39" in shown(app)
        await paste(pilot, " ".join(["слово"] * 41))
        await pilot.pause(0.3)
        await settle(pilot)
        assert "Слов: 41, нужно не больше 39. Ещё убрать: 2" in shown(app)
        exercise_screen(pilot).query_one(AnswerField).load("")
        await say(pilot, item("shorten", "pickup-point").good[0])
        assert result(pilot).done.assessment.score == 100
        assert "Слов было 78" in written(app)


# ---------------------------------------------------------------- variants
@SIZES
async def test_variants_go_from_field_to_field_and_near_copies_do_not_count(
    desk: FakeDesk, size: tuple[int, int]
) -> None:
    app = at_exercise(desk, "variants")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Скажите, что курьер задержится" in shown(app)
        fields = list(exercise_screen(pilot).query(AnswerField))
        assert all(field.region.height >= 3 and field.region.bottom < size[1] for field in fields)
        good = item("variants", "courier-late").good
        for number, text in enumerate((good[0], good[0] + " ", good[2])):
            assert fields[number].has_focus
            await say(pilot, text)
        losses = result(pilot).done.assessment.losses
        assert [loss.title for loss in losses] == ["Почти то же самое"]
        assert f"2. {good[0]}" in written(app)
        await pilot.press("f5")
        await settle(pilot)
        fields = list(exercise_screen(pilot).query(AnswerField))
        assert [field.text for field in fields] == [good[0], good[0] + " ", good[2]]
        fields[1].load(good[1])
        fields[1].focus()
        await pilot.press("enter")
        await settle(pilot)
        assert result(pilot).done.assessment.score == 100


async def test_variants_tell_of_an_empty_one_once_and_then_take_it(desk: FakeDesk) -> None:
    app = at_exercise(desk, "variants")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("tab", "tab")
        await say(pilot, item("variants", "courier-late").good[0])
        assert "Вариант 1 пустой" in shown(app)
        assert next(iter(exercise_screen(pilot).query(AnswerField))).has_focus
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert result(pilot).done.assessment.score < 50


# ---------------------------------------------------------------- comments
@SIZES
async def test_comments_are_judged_by_two_keys(desk: FakeDesk, size: tuple[int, int]) -> None:
    app = at_exercise(desk, "comments")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "коробка приехала мокрая" in shown(app)
        await pilot.press("1", "2")
        await settle(pilot)
        assert result(pilot).done.answer == Answer(kind="critic", approach="answer")
        assert result(pilot).done.assessment.score == 100
        assert "Человек называет случай" in written(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "клоунов" in shown(app)
        await pilot.press("enter", "down", "enter")
        await settle(pilot)
        assert result(pilot).done.answer == Answer(kind="critic", approach="answer")
        assert "На самом деле: хейтер" in written(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SeriesSumScreen)


async def test_comments_go_back_to_the_first_choice_and_take_the_mouse(desk: FakeDesk) -> None:
    app = at_exercise(desk, "comments")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("2", "escape")
        await pilot.pause()
        assert exercise_screen(pilot).query_one("#author").has_focus
        await pilot.click("#author", offset=(6, 0))
        await pilot.pause()
        await pilot.click("#approach", offset=(6, 3))
        await settle(pilot)
        assert result(pilot).done.answer == Answer(kind="critic", approach="block")


# ---------------------------------------------------------------- spot
async def name_standard(pilot: Pilot[None], typed: str) -> None:
    assert isinstance(pilot.app.screen, PickStandardScreen)
    await pilot.press(*typed)
    await pilot.pause()
    await pilot.press("enter")
    await settle(pilot)


@SIZES
async def test_spot_marks_words_by_keys_and_names_the_standard(desk: FakeDesk, size: tuple[int, int]) -> None:
    app = at_exercise(desk, "spot")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("right", "space", *["right"] * 6, "enter")
        await settle(pilot)
        assert "«Это склад у нас вечно путает коробки»" in shown(app)
        await name_standard(pilot, "вину")
        assert "«Это склад у нас вечно путает коробки» – Переложить вину" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert result(pilot).done.assessment.score == 100
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Ничего не отмечено" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert result(pilot).done.assessment.score == 100


async def test_spot_shows_what_was_missed_with_its_reason(desk: FakeDesk) -> None:
    app = at_exercise(desk, "spot")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("space", "space")
        await settle(pilot)
        await name_standard(pilot, "груб")
        await pilot.press("enter")
        await settle(pilot)
        text = written(app)
        for part in ("Это склад у нас вечно путает коробки[1]", "Здравствуйте[2]", "Вы не отметили",
                     "Отмечено лишнее", "«Здравствуйте» – Грубость", "Клиенту неважно, кто ошибся"):  # fmt: skip
            assert part in text


async def test_spot_lets_held_words_go_and_takes_marks_away(desk: FakeDesk) -> None:
    app = at_exercise(desk, "spot")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        picker = exercise_screen(pilot).query_one(WordPicker)
        await pilot.press("space", "right", "escape")
        await pilot.pause()
        assert picker.state.anchor is None
        await pilot.press("space", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert picker.state.held, "without a name the words stay held"
        await pilot.press("enter")
        await settle(pilot)
        await name_standard(pilot, "вод")
        assert [mark.standard for mark in picker.state.marks] == ["water"]
        await pilot.press("space")
        await pilot.pause()
        assert picker.state.marks == ()


@pytest.mark.parametrize("width", range(60, 84))
async def test_a_reply_takes_as_many_rows_as_it_has_whatever_the_width(width: int) -> None:
    picker = WordPicker(" ".join(["слово", "да", "подождать"] * 9))

    class Small(App[None]):
        def compose(self) -> ComposeResult:
            yield picker

    app = Small()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert picker.content_size.height == len(picker._rows.spans)


async def test_spot_takes_the_mouse(desk: FakeDesk) -> None:
    app = at_exercise(desk, "spot")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        picker = exercise_screen(pilot).query_one(WordPicker)
        row = picker.state.text[:60]
        left = picker.content_region.x - picker.region.x
        start, end = row.index("склад") + left, row.index("вечно") + left + 1
        await pilot.mouse_down(picker, offset=(start, 0))
        await pilot.hover(picker, offset=(end, 0))
        await pilot.mouse_up(picker, offset=(end, 0))
        await settle(pilot)
        assert "«склад у нас вечно»" in shown(app)
        await name_standard(pilot, "вину")
        assert [mark.words for mark in picker.state.marks] == ["склад у нас вечно"]
        await pilot.click(picker, offset=(start, 0))
        await pilot.pause()
        assert picker.state.marks == (), "a click on a mark takes it away"
        await pilot.click(picker, offset=(start, 0))
        await pilot.pause()
        assert picker.state.held
        await pilot.click(picker, offset=(end, 0))
        await settle(pilot)
        assert "«склад у нас вечно»" in shown(app)


async def test_the_list_of_standards_is_searched(desk: FakeDesk, shipped: Catalogue) -> None:
    standards = list(shipped.standards.values())
    assert [one.id for one in matching(standards, "ВОДА")] == ["water"]
    assert [one.id for one in matching(standards, "клиента упрекнуть")] == ["scold-client"]
    assert {one.id for one in matching(standards, "  ")} == set(shipped.standards)
    app = at_exercise(desk, "spot")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("space", "space")
        await settle(pilot)
        await pilot.press(*"[b]")
        await pilot.pause()
        assert "Ничего похожего" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PickStandardScreen)
        app.screen.query_one(Input).value = ""
        await pilot.pause()
        await pilot.press("down", "down", "up")
        await pilot.pause()
        assert "> " not in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        picked = exercise_screen(pilot).query_one(WordPicker).state.marks[0].standard
        titles = sorted(
            (one.title.casefold(), one.id) for one in standards if one.kind.value == "prohibition"
        )
        assert picked == titles[1][1]


# ---------------------------------------------------------------- review
@SIZES
async def test_review_goes_step_by_step_and_back(desk: FakeDesk, size: tuple[int, int]) -> None:
    app = at_exercise(desk, "review")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "> 1. Достаточно ли" in shown(app)
        assert not any(card.display for card in exercise_screen(pilot).query("#looked-up"))
        await pilot.press("2")
        await settle(pilot)
        assert "> 2. Что клиент спросит" in shown(app)
        assert "нет, мало" in shown(app)
        await say(pilot, "Когда он приедет?")
        assert "> 3. Как сказать" in shown(app)
        card = item("review", "office-pickup").setting.card
        assert card
        told = [
            str(line.render()) for line in exercise_screen(pilot).query("#looked-up Static").results(Static)
        ]
        assert all(f"- {line}" in told for line in card)
        await pilot.press("enter")
        await settle(pilot)
        assert "Напишите, как ответили бы вы" in shown(app)
        await paste(pilot, item("review", "office-pickup").model_answer[0])
        await pilot.press("escape")
        await settle(pilot)
        assert "> 2. Что клиент спросит" in shown(app)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "> 4. Каких качеств" in shown(app)
        assert exercise_screen(pilot).query_one("#step-3").region.bottom < size[1]
        await pilot.press("1", "2", "1", "enter")
        await settle(pilot)
        done = result(pilot).done
        assert done.answer.lacking == ("initiative",)
        assert done.assessment.score >= 95
        text = written(app)
        for part in ("По шагам", "Что клиент спросит дальше", "20 из 20", "Клиент узнал только"):
            assert part in text


async def test_review_goes_to_a_step_that_is_clicked(desk: FakeDesk) -> None:
    app = at_exercise(desk, "review")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        rows = list(exercise_screen(pilot).query(".step"))
        await pilot.click(rows[3])
        await settle(pilot)
        assert "> 2. Что клиент спросит" in shown(app), "no further than one has come"
        await pilot.click(rows[0])
        await settle(pilot)
        assert "> 1. Достаточно ли" in shown(app)
        await pilot.press("1")
        await settle(pilot)
        assert exercise_screen(pilot).form.answer().enough is True
        assert "> 2. Что клиент спросит" in shown(app)
