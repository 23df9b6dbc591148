"""Exercises line by line, form by form."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.practice.exercises.drill import drill
from tests.practice.exercises.fakes import Clock
from trainer.model.place import NOWHERE
from trainer.model.problem import InputError, Problem
from trainer.practice.exercises.plain import run_series
from trainer.practice.exercises.series import Choice, start
from trainer.practice.records import Mode
from trainer.storage.memory import MemoryStore


def done(judge, shipped, form, *typed, count=1, mode=Mode.TRAINING, object_to=None):
    lines = iter(typed)

    def read():
        try:
            return next(lines) + "\n"
        except StopIteration:
            raise EOFError from None

    told: list[str] = []
    choice = Choice(count=count)
    series = start("s", drill(form), judge, shipped, MemoryStore(), Clock(), mode=mode, choice=choice)
    finished = run_series(series, shipped, read, told.append, "trainer exercise --resume s", object_to)
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


WRONG = ("1", "1")  # a hater and not answered: the first is neither


def test_what_was_taken_off_is_objected_to_by_its_number(judge, shipped):
    made = []

    def object_to(*words):
        made.append(words)
        if len(made) > 1:
            raise InputError(Problem(NOWHERE, "E225", "уже возразили"))

    typed = (
        "/object 1 рано",
        *WRONG,
        "/object",
        "/object 9 мимо",
        "/object 1 Он не ругается",
        "/object 1 Да",
    )
    series, _, told = done(judge, shipped, "comments", *typed, count=2, object_to=object_to)
    assert series.kept[0].assessment.losses
    assert made == [(1, 1, "Он не ругается"), (1, 1, "Да")]
    order = ("Возразить не на что", "Минус", "Например: /object 1", "Возражение записано", "уже возразили")
    assert [part for part in order if part not in told] == []
    assert told.count("Например: /object 1") == 2


def test_objections_are_offered_at_the_end_and_not_where_nobody_keeps_them(judge, shipped):
    kept = done(judge, shipped, "comments", *WRONG, object_to=lambda *_: None)[2]
    assert "trainer object s ОТВЕТ СНЯТИЕ ПОЧЕМУ" in kept
    assert "trainer object" not in done(judge, shipped, "comments", *WRONG)[2]


def test_an_exam_takes_no_objection_before_its_end(judge, shipped):
    made = []
    typed = (*WRONG, "/object 1 Он не ругается")
    _, _, told = done(
        judge, shipped, "comments", *typed, count=2, mode=Mode.EXAM, object_to=lambda *all: made.append(all)
    )
    assert "Возразить не на что" in told
    assert made == []


class SlowLine:
    """Every line that is written takes ten seconds, every line that is typed one."""

    at = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self):
        return self.at

    def take(self, seconds):
        self.at += timedelta(seconds=seconds)


def test_what_is_told_before_the_prompt_is_no_time_spent_on_the_answer(judge, shipped):
    line, store, typed = SlowLine(), MemoryStore(), iter(["1", "1", "9", "1", "1"])
    series = start("s", drill("comments"), judge, shipped, store, line, choice=Choice(count=2))

    def read():
        line.take(1)
        return next(typed)

    assert run_series(series, shipped, read, lambda _: line.take(10))
    spent = [event["seconds"] for event in store.events("s") if event["kind"] == "done"]
    # Of an item the second question is told meanwhile, and so are the message to a slip and the question again.
    assert spent[1] == spent[0] + 1 + 20
    assert spent[0] < 50
