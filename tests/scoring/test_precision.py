"""What errs too often says so without taking points."""

from trainer.model.scenario import Turn
from trainer.model.verdict import Setting
from trainer.scoring.judge import Judge
from trainer.scoring.precision import Record, muted, neighbours
from trainer.wiring import catalogue


def test_a_standard_that_errs_too_often_is_muted() -> None:
    records = {"water": Record(10, 7, 0), "curt": Record(10, 8, 0), "rude": Record(9, 0, 0)}
    assert muted(records) == {"water"}
    assert records["water"].precision == 0.7


def test_another_name_for_the_same_words_is_no_injustice() -> None:
    assert not muted({"water": Record(10, 7, 1)})
    assert neighbours("rude", {"scold-client"})
    assert not neighbours("rude", {"typos", "rude-to-nobody"})


def test_a_muted_standard_warns_and_takes_no_points() -> None:
    judge = Judge(catalogue())
    setting = Setting(turn=Turn("t", "Где заказ?", ()))
    plain = judge.score("Приедем в течении часа.", setting)
    judge.muted = frozenset({"typos"})
    warned = judge.score("Приедем в течении часа.", setting)
    assert [d.standard for d in plain.deductions] == ["typos"]
    assert plain.score < 100
    assert warned.score == 100
    assert not warned.deductions
    assert warned.violated == ("typos",)
    assert [(w.standard, w.points) for w in warned.warnings] == [("typos", 0)]
    assert warned.record()["warnings"][0]["evidence"][0]["text"] == "в течении"


def test_what_was_never_found_never_erred() -> None:
    assert Record(0, 0, 0).precision == 1.0
