"""What other answers would have led to, and answers that were given anew."""

from dataclasses import replace

import pytest
from fakes import BYE, FULL, LACKS_PRICE, RUDE, FakeJudge, StillClock, catalogue, scenario

from tests.conftest import scenario as shipped_scenario
from trainer.model.scenario import Condition, Outcome, Scenario, Way
from trainer.packs.catalogue import read_catalogue
from trainer.packs.library import scenario_folders
from trainer.packs.reader import read_pack
from trainer.practice.records import Mode
from trainer.practice.retried import retried
from trainer.practice.session import Session, start
from trainer.practice.tell import Names
from trainer.practice.ways import _told, other_ways
from trainer.storage.memory import MemoryStore


def session(found: Scenario | None = None) -> Session:
    return start("s", found or scenario(), Mode.TRAINING, FakeJudge(), MemoryStore(), StillClock())


def names() -> Names:
    return Names(catalogue())


def test_the_way_that_was_not_taken_is_told_with_what_it_asks() -> None:
    talk = session()
    attempt = talk.answer(FULL).attempt
    (other,) = other_ways(talk.scenario, attempt, names())
    assert other.when == "если допустить: грубость"
    assert (other.to, other.outcome) == ("концовка «Ольга ушла»", Outcome.LOST)


def test_a_rude_answer_is_told_where_a_kind_one_leads() -> None:
    talk = session()
    (other,) = other_ways(talk.scenario, talk.answer(RUDE).attempt, names())
    assert (other.when, other.to, other.outcome) == ("иначе", "«Хорошо. А курьер позвонит?»", None)


def test_a_client_who_asks_again_would_not_have_to() -> None:
    talk = session()
    (other,) = other_ways(talk.scenario, talk.answer(LACKS_PRICE).attempt, names())
    assert (other.when, other.to) == ("если сказать сразу: 250 рублей", "клиент не переспросил бы")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (Condition(shown=("greet", "empathy")), "если поздороваться, выразить понимание"),
        (
            Condition(given=("when",), missing=("price",)),
            "если сказать: привезут завтра, если не сказать: 250 рублей",
        ),
        (Condition(bounds={"score": (60, None)}), "если оценка от 60"),
        (Condition(bounds={"score": (None, 34)}), "если оценка до 34"),
        (Condition(bounds={"score": (40, 79)}), "если оценка от 40 до 79"),
        (Condition(bounds={"mood": (2, None)}), "если настроение не хуже: огорчение"),
        (Condition(looked=("order",)), "если заглянуть в карточку: Заказ"),
        (Condition(bounds={"grade": (4, None)}), "иначе"),
    ],
)
def test_conditions_in_words(when: Condition, told: str) -> None:
    assert _told(scenario(), Way("lost", when), names()).when == told


def test_every_way_of_the_shipped_talks_can_be_told() -> None:
    told = Names(read_catalogue())
    count = 0
    for folder in scenario_folders():
        for found in read_pack(folder).scenarios.values():
            for turn in found.turns.values():
                for way in turn.ways:
                    other = _told(found, way, told)
                    count += 1
                    assert other.when
                    assert other.to
                    assert "None" not in other.when
    assert count > 100
    assert shipped_scenario("stolen-parcel").turns


def test_an_answer_given_anew_stands_beside_the_first_try() -> None:
    talk = session()
    talk.answer(RUDE)
    talk.retry()
    talk.answer(LACKS_PRICE)
    talk.retry()
    talk.answer(FULL)
    talk.answer(BYE)
    (pair,) = retried(talk.talk.attempts, talk.kept)
    assert (pair.first.text, pair.last.text, pair.tries) == (RUDE, FULL, 3)


def test_nothing_was_given_anew_in_a_talk_without_retries() -> None:
    talk = session(replace(scenario(), patience=0))
    talk.answer(FULL)
    talk.answer(BYE)
    assert retried(talk.talk.attempts, talk.kept) == []
