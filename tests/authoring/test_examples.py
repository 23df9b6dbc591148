"""Which examples there are to run, and under what names."""

from dataclasses import replace

import pytest

from tests.authoring.example_samples import cases
from tests.authoring.test_own_standards import BOUQUET
from tests.packs.samples import KINDS, TALK, write_pack
from trainer.authoring.examples import pack_cases, standard_cases
from trainer.authoring.examples_run import Status, run
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.model.scenario import Client, Mood, Scenario, Turn
from trainer.model.standard import Example, Kind, Standard
from trainer.packs.reader import read_pack

TURN = Turn("ask", "Где заказ?", ("greet",))
SCENARIO = Scenario(
    "shop", "Магазин", "Ромашка", Client("Анна", ("Анна",), Mood.UPSET), "", (), {"ask": TURN}, {}, "ask"
)


def standard(name: str, kind: Kind, *, hits=(), misses=()) -> Standard:
    return Standard(name, "goodwill", kind, "", "", "", "", "", 10, hits=hits, misses=misses)


def find(name: str) -> Scenario | None:
    return SCENARIO if name == "shop" else None


def test_the_model_and_the_bad_answer_stand_in_one_list_with_the_examples(tmp_path):
    found = cases(
        tmp_path, '      - {text: "Ой.", score: "< 30"}\n      - {id: b, text: "Да.", score: "< 30"}\n'
    )
    assert [case.name for case in found] == [
        "talk/ask/model_answer",
        "talk/ask/bad_answer",
        "talk/ask/#1",
        "talk/ask/b",
    ]
    model, bad = found[0].expected, found[1].expected
    assert (model.score, model.given) == ((90, None), ("price", "when"))
    assert (bad.score, bad.missing) == ((None, 40), ("price", "when"))
    assert {case.group for case in found} == {"demo/talk/ask"}
    assert all(case.expected.place.line for case in found)


def test_each_model_answer_is_an_example(tmp_path):
    old = "model_answer: Здравствуйте! Доставка стоит 250 ₽, привезём завтра."
    assert old in TALK
    talk = TALK.replace(old, "model_answer: [Завтра, Послезавтра]")
    found = list(pack_cases(read_pack(write_pack(tmp_path, talk), kinds=KINDS)))
    assert [(case.name, case.expected.text) for case in found[:2]] == [
        ("talk/ask/model_answer", "Завтра"),
        ("talk/ask/model_answer-2", "Послезавтра"),
    ]
    assert found[1].expected.score == (90, None)
    one, two = (case.expected.place for case in found[:2])
    assert (one.line, two.line) == (two.line, one.line)
    assert one.column < two.column


def test_a_standard_wants_its_hits_and_not_its_misses():
    hits, misses = (Example("Да", ("Да",)),), (Example("Нет"),)
    found = list(
        standard_cases(
            [
                standard("greet", Kind.OBLIGATION, hits=hits, misses=misses),
                standard("rude", Kind.PROHIBITION, hits=hits, misses=misses),
                standard("check-first", Kind.PROCESS, hits=hits, misses=misses),
            ],
            find,
        )
    )
    assert [case.name for case in found] == ["greet/hit-1", "greet/miss-1", "rude/hit-1", "rude/miss-1"]
    wanted = [case.expected for case in found]
    assert (wanted[0].shows, wanted[1].misses) == (("greet",), ("greet",))
    assert (wanted[2].violates, wanted[3].keeps) == (("rude",), ("rude",))


def test_an_example_that_cannot_be_judged_says_why():
    at_turn = (Example("Да", ("Да",), at="shop/ask"),)
    found = list(
        standard_cases(
            [
                standard("use-name", Kind.OBLIGATION, hits=(Example("Анна", ("Анна",)), *at_turn)),
                standard("greet", Kind.OBLIGATION, hits=at_turn),
            ],
            find,
        )
    )
    assert ["at" in case.skip for case in found] == [True, False, False]
    assert "ask" in found[1].skip
    assert (found[2].skip, found[2].turn, found[2].scenario) == ("", "ask", SCENARIO)


def test_a_turn_that_is_not_there_is_refused_at_its_place():
    lost = replace(Example("Да", ("Да",), at="shop/aks"), place=Place("greet.yaml", 7, 3))
    with pytest.raises(InputError, match=r"greet.yaml:7:3.*«ask»"):
        list(standard_cases([standard("greet", Kind.OBLIGATION, hits=(lost,))], find))


def test_a_scenario_that_is_not_there_is_refused_too():
    lost = Example("Да", ("Да",), Place("greet.yaml", 7, 3), at="shops/ask")
    with pytest.raises(InputError, match=r"greet.yaml:7:3.*«shops»"):
        list(standard_cases([standard("greet", Kind.OBLIGATION, hits=(lost,))], find))


def test_the_standards_of_a_pack_come_with_it():
    pack = read_pack(BOUQUET)
    found = [case for case in pack_cases(pack) if case.own]
    assert {case.own.id for case in found} == {"offer-photo", "send-elsewhere"}
    assert found[0].group == "bouquet/offer-photo"
    results = [run(case, None) for case in found]
    assert {result.status for result in results} == {Status.PASSED}
