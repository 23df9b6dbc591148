"""Answers that try to please the judge: each stays below a score that an honest poor answer would get."""

import pytest

from trainer.dialogue.engine import begin_at, setting
from trainer.model.scenario import Turn
from trainer.model.span import Span
from trainer.model.verdict import Finding, Setting
from trainer.packs.library import find_scenario
from trainer.scoring.context import Context
from trainer.scoring.gaming import LISTED, REPEATED, copied, honest, listed, repeats
from trainer.text.analysis import Text
from trainer.wiring import build_judge

PARCEL = find_scenario("stolen-parcel")[1]
HEADPHONES = find_scenario("quarantine-headphones")[1]
PERFUME = find_scenario("paid-perfume")[1]
ELSEWHERE = ["cargo-price", "card-refused", "gift-receipt", "missing-feature", "two-questions", "wrong-item"]
TURN = PARCEL.turns["accusation"]
POLITE = "Понимаю, как обидно ждать. Извините. Беру на контроль. Завтра до 18:00. "
FILLER = "Мы очень ценим каждого клиента и работаем для вас каждый день. "

# What is tried, and the most it may bring.
TRICKS = {
    "a list of polite words": (
        "Здравствуйте, пожалуйста, спасибо, извините, понимаю, сочувствую, Иван Иванович, беру на контроль, "
        "завтра до 18:00, хорошего дня, остались вопросы?",
        40,
    ),
    "the client's own line": (TURN.client, 40),
    "the hints": (" ".join(TURN.hints), 40),
    "the card read out": (" ".join(piece.text for piece in PARCEL.card), 60),
    "the model answer of another scenario": (HEADPHONES.turns["defect"].model_answer, 40),
    "the model answer of a shop of perfumes": (PERFUME.turns["money"].model_answer, 40),
    "two thousand words of filler": ("Здравствуйте, Иван Иванович! " + FILLER * 200, 30),
    "every formula, twice": (f"Иван Иванович, {POLITE * 2}", 40),
    "nothing but faces": ("😊😊😊", 30),
    "letters without words": ("ывапролд фывапр олдж", 30),
}


@pytest.mark.parametrize(("answer", "most"), TRICKS.values(), ids=TRICKS)
def test_a_trick_earns_little(answer: str, most: int):
    verdict = build_judge().score(answer, setting(PARCEL, begin_at(PARCEL, "accusation")))
    assert verdict.score <= most, (verdict.score, verdict.shown, verdict.violated)


def test_model_answers_of_other_talks_seldom_bring_more_than_a_poor_answer():
    # A parcel is a parcel: an answer about another one may name the same things, so not every one is told.
    answers = [turn.model_answer for name in ELSEWHERE for turn in find_scenario(name)[1].turns.values()]
    scores = [
        build_judge().score(answer, setting(PARCEL, begin_at(PARCEL, "accusation"))).score
        for answer in answers
    ]
    assert sorted(scores)[len(scores) // 2] <= 40
    assert sum(score > 40 for score in scores) <= len(scores) // 4


def test_the_model_answer_is_no_trick():
    verdict = build_judge().score(TURN.model_answer, setting(PARCEL, begin_at(PARCEL, "accusation")))
    assert verdict.score >= 90


def test_facts_in_the_words_of_the_card_still_count():
    text = "Последняя отметка - пять дней назад, сортировочный центр в Самаре. Розыск открыт вчера, ответ завтра до 18:00."
    verdict = build_judge().score(text, setting(PARCEL, begin_at(PARCEL, "accusation")))
    assert "answer-fully" in verdict.shown


def test_a_short_quotation_is_no_copy():
    text = Text("Иван Иванович, вы пишете «украли», и я вас понимаю: проверяю каждую отметку с утра.")
    assert not copied(text, (TURN.client,))
    assert copied(Text(TURN.client), (TURN.client,))


def test_only_whole_sentences_said_again_are_repeats():
    text = Text("Завтра напишу вам сюда. Ответ будет до шести. Завтра напишу вам сюда.")
    assert [span.of(text.typed) for span in repeats(text)] == ["Завтра напишу вам сюда."]
    assert not repeats(Text("Да. Да. Завтра напишу. Завтра напишу вам итог."))


@pytest.mark.parametrize(
    "typed",
    [
        "День добрый. Приедем в офис. Цена 300, от трёх даром. До часу - сегодня, потом - завтра. Адрес, пожалуйста.",
        "Понял. Нужны: чек, коробка, паспорт. Звонок за час. Работы на десять минут. Адрес скажите.",
        "Ольга, ой, как обидно! Простите нас, пожалуйста! Уже смотрю, ищу, звоню, вечером напишу.",
    ],
)
def test_a_terse_answer_is_no_list_of_formulas(typed: str):
    assert not listed(Text(typed))


def test_a_list_of_facts_is_no_list_of_formulas():
    assert not listed(Text("Наушники, футляр, коробка: 20 минут, 2 дня, звонок за 1 час, 0 рублей."))
    assert listed(Text("Спасибо, пожалуйста, извините, понимаю, сочувствую, обращайтесь, хорошего дня"))


CLIENT = "Почему посылку не привезли вчера как обещали"  # seven words: four runs of four


@pytest.mark.parametrize(
    ("typed", "copy"),
    [
        (CLIENT, True),
        ("Почему посылку не привезли вчера сама", True),  # two runs of three
        ("Почему посылку не привезли вчера сама узнаю", False),  # two of four
        ("посылку не привезли вчера, как", False),  # five words are too few to be a copy
        ("посылку не привезли вчера, как обещали", True),
    ],
)
def test_from_three_runs_of_five_on_it_is_a_copy(typed: str, copy: bool):
    assert copied(Text(typed), ("", CLIENT)) is copy


def test_runs_may_come_from_several_sources():
    assert copied(Text("Завтра привезём вашу посылку домой после шести вечера точно"),
                  ("завтра привезём вашу посылку домой", "домой после шести вечера точно"))  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "list_"),
    [
        ("Спасибо, пожалуйста, извините, понимаю, сочувствую", True),
        ("Спасибо, пожалуйста, извините, понимаю", False),  # four are none yet
        ("Спасибо вам большое, пожалуйста, извините, понимаю, сочувствую", True),
        (
            "Спасибо вам очень большое, пожалуйста, извините, понимаю, сочувствую",
            False,
        ),  # four words are no crumb
        ("Спасибо, пожалуйста, извините, понимаю, сочувствую. " + "Едет. " * 7, True),  # five of twelve
        ("Спасибо, пожалуйста, извините, понимаю, сочувствую. " + "Едет. " * 8, False),  # five of thirteen
    ],
)
def test_from_five_crumbs_on_it_is_a_list(typed: str, list_: bool):
    assert listed(Text(typed)) is list_


def test_sentences_of_three_words_are_repeats():
    text = Text("Завтра напишу вам. Завтра напишу вам! Завтра позвоню. Завтра позвоню.")
    assert [span.of(text.typed) for span in repeats(text)] == ["Завтра напишу вам!"]
    assert [span.of(text.typed) for span in repeats(text, 2)] == ["Завтра напишу вам!", "Завтра позвоню."]


EXPECTED = ("empathy", "greet", "answer-fully")
TALK = Setting(
    turn=Turn("t", CLIENT, EXPECTED, hints=("Назовите причину задержки и срок ответа клиенту",)),
    card=("Посылка лежит на складе в Самаре до пятницы включительно.",),
)


def left(typed: str, at: Setting = TALK) -> set[str]:
    found = {name: Finding(name, (Span(0, 1),)) for name in (*EXPECTED, "curt")}
    return set(honest(found, Context(Text(typed), at)))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Сегодня всё узнаю и напишу вам.", {*EXPECTED, "curt"}),
        (CLIENT, {"curt"}),
        ("Назовите причину задержки и срок ответа клиенту", {"curt"}),
        ("Посылка лежит на складе в Самаре до пятницы включительно.", {"greet", "answer-fully", "curt"}),
        ("Узнаю и напишу. Узнаю и напишу.", {*EXPECTED, "curt", "water"}),
        ("Узнаю. Узнаю. Узнаю.", {"greet", "answer-fully", "curt", "water", "template"}),
        ("Узнаю. Узнаю.", {*EXPECTED, "curt"}),
        (
            "Спасибо, пожалуйста, извините, понимаю, сочувствую",
            {"greet", "answer-fully", "curt", "water", "template"},
        ),
    ],
)
def test_what_is_earned_honestly(typed: str, names: set[str]):
    assert left(typed) == names
    assert left(typed, Setting()) == {*EXPECTED, "curt"} | (names & {"water", "template"})


def test_a_trick_is_shown_and_named():
    context = Context(Text("Узнаю. Узнаю. Узнаю."), TALK)
    found = honest({}, context)
    assert found["template"] == Finding("template", (Span(0, 20),), "rule", REPEATED)
    assert found["water"].why == REPEATED
    polite = Context(Text("Спасибо, пожалуйста, извините, понимаю, сочувствую"), TALK)
    assert {f.why for f in honest({}, polite).values()} == {LISTED}
    water = honest({}, Context(Text("Узнаю и напишу. Узнаю и напишу."), TALK))["water"]
    assert water == Finding("water", (Span(16, 31),), "rule", REPEATED)
