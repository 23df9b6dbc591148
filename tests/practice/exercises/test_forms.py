"""Each form judged by the real judge, as people would answer."""

import pytest

from tests.practice.exercises.drill import drill, item
from tests.practice.exercises.fakes import WordJudge
from trainer.practice.exercises.answer import Answer, Marked
from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.forms import assess
from trainer.practice.exercises.tell import tell_assessment


def adds_up(assessment: Assessment) -> bool:
    return assessment.score == 100 - sum(loss.points for loss in assessment.losses)


# ------------------------------------------------------------ rewrite
def test_a_good_rewriting_loses_nothing_and_other_good_ones_are_shown(judge):
    task = item("rewrite", "refund-term")
    result = assess(task, Answer(text="Деньги вернём вам за 10 дней."), judge)
    assert (result.score, result.passed, result.losses) == (100, True, ())
    assert result.better == task.good


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Возврат денежных средств осуществляется в течение 10 дней!", "Та же строка"),
        ("возврат денежных средств   осуществляется, в течение 10 дней", "Та же строка"),
        (" ", "Ответа нет"),
    ],
)
def test_the_same_line_and_no_line_are_worth_nothing(judge, text, title):
    result = assess(item("rewrite", "refund-term"), Answer(text=text), judge)
    assert (result.score, [loss.title for loss in result.losses]) == (0, [title])


def test_the_standard_that_is_still_broken_is_charged_with_its_words(judge):
    text = "Возврат средств будет осуществлён за 10 дней."
    result = assess(item("rewrite", "refund-term"), Answer(text=text), judge)
    (loss,) = result.losses
    assert (loss.standard, loss.points, result.passed) == ("officialese", 60, False)
    assert "осуществлён" in " ".join(loss.words())


def test_a_fact_that_is_lost_fails_a_line_that_is_otherwise_fine(judge):
    result = assess(item("rewrite", "refund-term"), Answer(text="Деньги уже идут к вам на карту."), judge)
    assert not result.passed
    assert "деньги вернутся за 10 дней" in result.losses[0].why
    assert adds_up(result)


def test_another_prohibition_is_charged_only_when_the_line_did_not_break_it(judge):
    text = "Вернём деньги за 10 дней, а вы бы лучше читали правила, прежде чем писать."
    result = assess(item("rewrite", "refund-term"), Answer(text=text), judge)
    assert "scold-client" in [loss.standard for loss in result.losses]
    assert not result.passed


def test_a_short_line_is_not_called_curt(judge):
    assert "curt" in [finding.standard for finding in judge.read("Вернём деньги за 10 дней.").violated]
    assert assess(item("rewrite", "refund-term"), Answer(text="Вернём деньги за 10 дней."), judge).passed


def test_what_errs_too_often_is_said_without_points():
    answer = Answer(text="Вернём деньги за 10 дней, дурак.")
    loud = assess(item("rewrite", "refund-term"), answer, WordJudge())
    still = assess(item("rewrite", "refund-term"), answer, WordJudge(frozenset({"rude"})))
    assert (loud.score, still.score) == (75, 100)
    assert [loss.standard for loss in still.losses] == ["rude"]
    assert "баллы не сняты" in "\n".join(tell_assessment(still))


# ------------------------------------------------------------ comments
@pytest.mark.parametrize(
    ("kind", "approach", "score"),
    [
        ("critic", "answer", 100),
        ("critic", "persuade", 75),
        ("critic", "ignore", 50),
        ("hater", "answer", 50),
        ("hater", "block", 0),
        ("", "", 0),
    ],
)
def test_who_writes_and_what_to_do_are_half_each_and_a_near_approach_loses_half_of_that(
    judge, kind, approach, score
):
    result = assess(item("comments", "wet-box"), Answer(kind=kind, approach=approach), judge)
    assert result.score == score
    assert result.passed is (score == 100)
    assert adds_up(result)
    assert result.why


# ------------------------------------------------------------ spot
WORDS = "Это склад у нас вечно путает коробки"


@pytest.mark.parametrize(
    "words", [WORDS, "склад у нас вечно путает коробки", "Это склад вечно путает каробки"]
)
def test_marked_words_may_be_typed_a_little_otherwise(judge, words):
    answer = Answer(marks=(Marked("blame-colleague", words),))
    assert assess(item("spot", "warehouse"), answer, judge).score == 100


def test_words_and_name_are_judged_apart(judge):
    wrong_name = assess(item("spot", "warehouse"), Answer(marks=(Marked("jargon", WORDS),)), judge)
    assert wrong_name.score == 60
    assert [loss.standard for loss in wrong_name.losses] == ["blame-colleague"]
    part = assess(item("spot", "warehouse"), Answer(marks=(Marked("blame-colleague", "склад у нас"),)), judge)
    assert 60 < part.score < 100


def test_nothing_marked_where_something_is_wrong_and_the_other_way_round(judge):
    assert assess(item("spot", "warehouse"), Answer(), judge).score == 0
    assert assess(item("spot", "fine"), Answer(), judge).score == 100
    false = assess(item("spot", "fine"), Answer(marks=(Marked("curt", "курьер позвонит за час"),)), judge)
    assert false.score == 50
    assert false.losses[0].words() == ("курьер позвонит за час",)


def test_words_that_are_not_in_the_text_are_named(judge):
    answer = Answer(marks=(Marked("blame-colleague", WORDS), Marked("rude", "сам дурак")))
    result = assess(item("spot", "warehouse"), answer, judge)
    assert (result.score, result.losses[0].title) == (80, "Таких слов нет")


def test_two_marks_are_worth_half_each_in_any_order(judge):
    one, two = (
        Marked("scold-client", "Надо было читать условия"),
        Marked("indifferent", "Меня это не касается"),
    )
    task = item("spot", "two-slips")
    assert assess(task, Answer(marks=(two, one)), judge).score == 100
    assert assess(task, Answer(marks=(one,)), judge).score == 50


# ------------------------------------------------------------ variants
def test_three_wordings_pass_when_each_is_whole_and_none_is_a_copy(judge):
    task = item("variants", "courier-late")
    assert assess(task, Answer(texts=task.good), judge).score == 100


def test_a_copy_with_another_order_does_not_count(judge):
    task = item("variants", "courier-late")
    copy = "Курьер приедет до 18:00, простите за долгое ожидание."
    result = assess(task, Answer(texts=(task.good[0], copy, task.good[1])), judge)
    assert (result.score, result.passed) == (67, False)
    assert result.losses[0].words() == (copy,)


def test_each_wording_has_to_give_the_facts_and_show_what_is_asked(judge):
    task = item("variants", "courier-late")
    result = assess(task, Answer(texts=(*task.good[:2], "Курьер скоро приедет.")), judge)
    assert not result.passed
    assert any("курьер приедет до 18:00" in loss.why for loss in result.losses)
    assert "apologize" in [loss.standard for loss in result.losses]
    assert adds_up(result)


def test_a_wording_that_is_not_there_loses_its_third(judge):
    task = item("variants", "courier-late")
    result = assess(task, Answer(texts=task.good[:2]), judge)
    assert (result.score, result.passed) == (67, False)


# ------------------------------------------------------------ shorten
def test_half_the_words_and_all_facts_are_a_hundred(judge):
    task = item("shorten", "pickup-point")
    result = assess(task, Answer(text=task.good[0]), judge)
    assert result.score == 100
    assert "Слов было 78" in result.notes[0]


def test_nothing_taken_out_fails_and_a_lost_fact_fails(judge):
    task = item("shorten", "pickup-point")
    assert not assess(task, Answer(text=task.text), judge).passed
    lost = assess(task, Answer(text="Здравствуйте! Посылка на Лесной, 5, и ждёт вас до 20 мая."), judge)
    assert (lost.passed, len(lost.losses)) == (False, 1)
    assert "нужен паспорт" in lost.losses[0].why


# ------------------------------------------------------------ review
def test_a_good_review_passes_all_four_steps(judge):
    task = item("review", "office-pickup")
    answer = Answer(
        text=task.model_answer[0],
        enough=False,
        next_question="А во сколько он приедет?",
        lacking=("initiative",),
    )
    result = assess(task, answer, judge)
    assert result.score >= 96
    assert [part.of for part in result.parts] == [20, 20, 40, 20]


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Когда приедет?", True),
        ("а сколько стоит", True),
        ("Это бесплатно?", True),
        ("Когда он приедет ко мне?", True),
        ("А ваш курьер женат?", False),
        ("", False),
        ("ничего", False),
    ],
)
def test_the_next_question_is_known_by_its_meaning(judge, question, right):
    task = item("review", "office-pickup")
    answer = Answer(text=task.model_answer[0], enough=False, next_question=question, lacking=("initiative",))
    assert assess(task, answer, judge).parts[1].got == (20 if right else 0)


def test_the_steps_add_up_to_the_score_and_the_rewording_is_judged_as_at_its_turn(judge):
    task = item("review", "office-pickup")
    answer = Answer(text="Да, приедет.", enough=True, next_question="", lacking=("initiative", "clarity"))
    result = assess(task, answer, judge)
    verdict = judge.score("Да, приедет.", task.setting)
    assert sum(part.got for part in result.parts) == result.score
    assert adds_up(result)
    assert result.parts[2].got == 40 - round(40 * (100 - verdict.score) / 100)
    assert result.parts[3].got == 13
    assert {loss.standard for loss in result.losses if loss.standard} == {
        loss.standard for loss in verdict.deductions
    }


def test_an_answer_that_is_enough_leaves_nothing_to_ask_and_no_quality_to_lack(judge):
    task = item("review", "late-florist")
    answer = Answer(text=task.model_answer[0], enough=True, next_question="Ничего")
    assert assess(task, answer, judge).score == 100
    more = Answer(text=task.model_answer[0], enough=True, next_question="А когда?", lacking=("clarity",))
    assert assess(task, more, judge).score == 60


def test_the_same_answer_gets_the_same_assessment(judge):
    task = drill("rewrite").items[0]
    answer = Answer(text="Деньги поступят скоро.")
    assert assess(task, answer, judge) == assess(task, answer, judge)
