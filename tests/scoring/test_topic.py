"""An answer about another case is told from a poor answer about this one."""

import pytest

from trainer.dialogue.engine import begin_at, setting
from trainer.packs.library import find_scenario
from trainer.scoring.context import Context
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
