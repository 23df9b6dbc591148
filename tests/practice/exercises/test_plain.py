"""Exercises line by line, form by form."""

import pytest

from tests.practice.exercises.drill import drill
from tests.practice.exercises.fakes import Clock
from trainer.practice.exercises.plain import run_series
from trainer.practice.exercises.series import Choice, start
from trainer.practice.records import Mode
from trainer.storage.memory import MemoryStore


def done(judge, shipped, form, *typed, count=1, mode=Mode.TRAINING):
    lines = iter(typed)

    def read():
        try:
            return next(lines) + "\n"
        except StopIteration:
            raise EOFError from None

    told: list[str] = []
    choice = Choice(count=count)
    series = start("s", drill(form), judge, shipped, MemoryStore(), Clock(), mode=mode, choice=choice)
    finished = run_series(series, shipped, read, told.append, "trainer exercise --resume s")
    return series, finished, "\n".join(told)


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("comments", ["1", "ответить по делу"]),
        ("comments", ["критик", "2"]),
        ("rewrite", ["Вернём деньги \\", "за 10 дней."]),
        ("spot", ["склад вечно путает коробки", "Переложить вину на коллег", ""]),
        ("spot", ["склад вечно путает коробки", "blame-colleague", ""]),
        ("variants", [*drill("variants").items[0].good]),
        ("shorten", [drill("shorten").items[0].good[0]]),
        ("review", ["нет", "Когда приедет?", drill("review").items[0].model_answer[0], "Активность"]),
    ],
)
def test_a_form_is_asked_and_answered_to_the_end(judge, shipped, form, typed):
    series, finished, told = done(judge, shipped, form, *typed)
    assert finished
    assert series.closed
    assert series.summary().score >= 95, told
    assert "Засчитано" in told
    assert "Итог:" in told


def test_an_option_that_is_none_is_asked_for_again(judge, shipped):
    _, finished, told = done(judge, shipped, "comments", "3", "0", "тролль", "2", "кто", "1")
    assert finished
    assert told.count("не подходит") == 4


def test_several_qualities_are_named_by_number_or_title(judge, shipped):
    answers = ["2", "Когда?", "Да, можем.", "Активность, чай", "2, ясность"]
    series, finished, told = done(judge, shipped, "review", *answers)
    assert finished
    assert "«чай» не подходит" in told
    assert set(series.kept[0].answer.lacking) == {"initiative", "clarity"}


def test_commands_help_list_retry_and_quit(judge, shipped):
    series, finished, told = done(
        judge,
        shipped,
        "rewrite",
        "/help",
        "/nope",
        "Плохо.",
        "/retry",
        "Вернём за 10 дней.",
        "/quit",
        count=2,
    )
    assert not finished
    assert "Команды /nope нет." in told
    assert [one.answer.text for one in series.kept] == ["Вернём за 10 дней."]
    assert "Продолжить: trainer exercise --resume s" in told
    listed = done(judge, shipped, "spot", "/list", "")[2]
    assert "Канцелярит" in listed


def test_a_blank_answer_is_sent_back_and_a_slash_can_be_typed(judge, shipped):
    series, _, told = done(judge, shipped, "rewrite", " ", "//Вернём за 10 дней.")
    assert "Ответ пустой" in told
    assert series.kept[0].answer.text == "/Вернём за 10 дней."


def test_an_exam_keeps_its_verdicts_for_the_end(judge, shipped):
    told = done(judge, shipped, "rewrite", "Скоро вернём.", mode=Mode.EXAM)[2]
    before, _, after = told.partition("Ответ принят")
    assert "из 100" not in before
    assert "Факт потерян" in after
    assert "/retry" in before


def test_text_of_people_never_steers_the_terminal(judge, shipped):
    told = done(judge, shipped, "rewrite", "\x1b[31mВернём\x07", count=1)[2]
    assert "\x1b" not in told
    assert "\x07" not in told
