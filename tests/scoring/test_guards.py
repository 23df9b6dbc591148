import pytest

from tests.scoring.samples import DAY, EXTRA, context, setting
from trainer.model.scenario import Turn
from trainer.model.span import Span
from trainer.model.verdict import Finding, Setting
from trainer.scoring.guards import stands


def kept(standard: str, typed: str, at: Setting | None = None, missing: tuple[str, ...] = ()) -> bool:
    return stands(Finding(standard, ()), context(typed, at, missing), None)


def test_a_farewell_is_in_place_when_all_is_said_at_the_last_turn() -> None:
    assert not kept("premature-closing", "Хорошего дня!", setting(facts=[DAY], last=True))
    assert kept("premature-closing", "Хорошего дня!", setting(facts=[DAY], last=True), ("day",))
    assert kept("premature-closing", "Хорошего дня!", setting(facts=[DAY]))
    assert kept("premature-closing", "Хорошего дня!")


def test_a_short_answer_that_leaves_nothing_open_is_not_curt() -> None:
    assert not kept("curt", "Завтра.", setting(facts=[DAY]))
    assert not kept("curt", "Завтра.", setting(facts=[DAY, EXTRA]), ("extra",))
    assert kept("curt", "Завтра.", setting(facts=[DAY]), ("day",))
    assert kept("curt", "Завтра.", setting())
    assert kept("curt", "Завтра.")


@pytest.mark.parametrize(
    "typed", ["Успокойтесь", "Не истерите", "Сбавьте тон", "Держите себя в руках", "Хватит орать"]
)
def test_calm_down_is_out_of_place_even_where_a_boundary_is_due(typed: str) -> None:
    assert kept("react-to-emotion", typed, setting("set-boundary"))


def test_the_boundary_that_a_turn_asks_for_is_in_place() -> None:
    typed = "Прошу без оскорблений, иначе закрою чат."
    assert not kept("react-to-emotion", typed, setting("set-boundary"))
    assert kept("react-to-emotion", typed, setting("greet"))
    assert kept("react-to-emotion", typed)


def test_other_findings_stand() -> None:
    assert kept("rude", "Да", setting("set-boundary", last=True))


@pytest.mark.parametrize(
    ("asked", "known", "stands_"),
    [
        ("Подскажите код домофона?", "адрес Садовая 14", False),
        ("Подскажите код домофона?", "домофон 27В", True),
        ("Назовите номер отправления.", "посылка 60-2281", True),
        ("Сколько он весит?", "4 кг", True),
        ("Как к вам обращаться?", "посылка 60-2281", False),
        ("Как к вам обращаться?", "имя Рената", True),
        ("Повторите, пожалуйста.", "имя Рената", True),
    ],
)
def test_only_what_is_known_is_asked_again(asked: str, known: str, stands_: bool) -> None:
    at = Setting(turn=Turn("t", "Где посылка?" if "посылка" in known else "Когда?", (), known=(known,)))
    finding = Finding("reask", (Span(0, len(asked)),))
    assert stands(finding, context(asked, at), None) is stands_


@pytest.mark.parametrize(
    ("known", "start", "end", "stands_"),
    [
        ("домофон 27В", 0, 24, True),
        ("домофон 27В", 0, 15, False),  # only «Подскажите код » is spoken of
        ("домофон 27В", 15, 24, True),
        ("адрес Садовая 14", 15, 24, False),
        ("адрес Садовая 14", 0, 10, True),  # no thing is named: whatever is asked for was told
    ],
)
def test_only_the_words_of_the_finding_are_looked_at(known: str, start: int, end: int, stands_: bool) -> None:
    at = Setting(turn=Turn("t", "Когда?", (), known=(known,)))
    finding = Finding("reask", (Span(start, end),))
    assert stands(finding, context("Подскажите код домофона?", at), None) is stands_


@pytest.mark.parametrize(
    ("asked", "known", "stands_"),
    [
        ("Какое время и код?", "код 27В", True),
        ("Какое время и код?", "время с 9 до 18", False),  # «time» says nothing: the code was not told
        ("Назовите адрес и код.", "код 27В", True),  # one of the two is enough
    ],
)
def test_each_thing_that_is_asked_for_counts(asked: str, known: str, stands_: bool) -> None:
    at = Setting(turn=Turn("t", "Когда?", (), known=(known,)))
    finding = Finding("reask", (Span(0, len(asked)),))
    assert stands(finding, context(asked, at), None) is stands_
