"""Answers that try to please the judge: each stays below a score that an honest poor answer would get."""

import pytest

from trainer.dialogue.engine import begin_at, setting
from trainer.packs.library import find_scenario
from trainer.scoring.gaming import copied, listed, repeats
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
