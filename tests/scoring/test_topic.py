"""An answer about another case is told from a poor answer about this one."""

from dataclasses import replace

import pytest

from trainer.dialogue.engine import begin_at, setting
from trainer.model.scenario import Fact, Turn
from trainer.model.span import Span
from trainer.model.verdict import Setting
from trainer.packs.library import find_scenario
from trainer.scoring.context import Context, FactsFound
from trainer.scoring.facts import find_facts
from trainer.scoring.topic import off_topic
from trainer.text.analysis import Text

PARCEL = find_scenario("stolen-parcel")[1]


def strange(typed: str, turn: str = "accusation") -> bool:
    at, text = setting(PARCEL, begin_at(PARCEL, turn)), Text(typed)
    return off_topic(Context(text, at, find_facts(text, at)))


def test_another_case_is_strange():
    assert strange(
        "Тариф включает йогу, бассейн и сауну, абонемент лежит на стойке у администратора, ключ от шкафчика тоже."
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Посылку ищем, по заказу идёт розыск, жалобу передам руководителю службы доставки, срок сообщу.",  # poor, but ours
        "Спасибо, всего доброго, ждите.",  # too little is named
        "Последняя отметка пять дней назад, Самара. Розыск открыт. Кот, собака, лодка, весло, дача, баня.",  # facts given
    ],
)
def test_what_is_about_the_case(typed: str):
    assert not strange(typed)


FOUR = Setting(
    turn=Turn("t", "Где посылка?", (), (Fact("f", "склад", True, (("склад",),)),)),
    card=("Заказ едет курьером.",),
)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Йога, бассейн, сауна, абонемент, стойка.", True),
        ("Йога, бассейн, сауна, абонемент.", False),  # four things are too few to tell
        ("Посылка, йога, бассейн, сауна, абонемент.", True),  # one of five
        ("Посылка, заказ, йога, бассейн, сауна, стойка, чек, ключ.", False),  # two of eight are enough
        ("Посылка, заказ, йога, бассейн, сауна, стойка, чек, ключ, окно.", True),  # two of nine are not
        (
            "Йога, бассейн, сауна, абонемент, день, час, ёж.",
            False,
        ),  # days, hours and the shortest are anywhere
    ],
)
def test_how_much_of_what_is_named_belongs_to_the_case(typed: str, other: bool):
    assert off_topic(Context(Text(typed), FOUR, FactsFound(missing=("f",)))) is other


def test_where_something_is_given_or_nothing_is_asked_an_answer_is_not_strange():
    text = Text("Йога, бассейн, сауна, абонемент, стойка.")
    assert not off_topic(Context(text, FOUR, FactsFound(given={"f": Span(0, 4)})))
    assert not off_topic(Context(text, replace(FOUR, asking=("f",)), FactsFound(missing=("f",))))
    assert not off_topic(Context(text, replace(FOUR, turn=Turn("t", "Где?", ())), FactsFound()))


def test_what_the_turn_knows_and_hints_at_belongs_to_the_case():
    turn = Turn("t", "Где?", (), FOUR.turn.facts, known=("йога",), hints=("бассейн",), model_answer="сауна")
    text = Text("Йога, бассейн, сауна, абонемент, стойка, ключ, окно, чек, лес, река, дом, стол.")
    assert not off_topic(Context(text, replace(FOUR, turn=turn), FactsFound(missing=("f",))))
    assert off_topic(Context(text, FOUR, FactsFound(missing=("f",))))
