"""What errs too often says so without taking points."""

from trainer.model.scenario import Turn
from trainer.model.verdict import Setting
from trainer.scoring.judge import Judge
from trainer.scoring.precision import muted
from trainer.wiring import catalogue


def test_a_standard_that_errs_too_often_is_muted() -> None:
    assert muted({"water": (7, 10), "curt": (8, 10), "rude": (0, 4)}) == {"water"}


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
