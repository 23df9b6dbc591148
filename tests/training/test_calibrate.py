from hypothesis import given
from hypothesis import strategies as st

from trainer.model.span import Span
from trainer.scoring.detect import Bars, Evidence
from trainer.scoring.rules.base import Hit
from trainer.training.calibrate import BETA, FLOORS, GRID, START, Case, best_bars, calibrate

HIT = (Hit(Span(0, 1)),)


def case(label: bool, likely: float, supported: bool = False, finds: bool = False) -> Case:
    return Case(label, Evidence(HIT * finds, HIT * supported, False, likely))


def found(cases: list[Case], bars: Bars) -> list[bool]:
    return [c.evidence.found(bars) for c in cases]


def test_a_bar_parts_the_likely_from_the_unlikely() -> None:
    cases = [case(True, 0.9)] * 40 + [case(False, 0.7)] * 40
    bars = best_bars(cases, 0.7)
    assert 0.7 < bars.alone <= 0.9
    cases = [case(True, 0.2)] * 40 + [case(False, 0.1)] * 40
    bars = best_bars(cases, 1.0)
    assert 0.1 < bars.alone <= 0.2


def test_beside_a_rule_less_is_enough() -> None:
    cases = [case(True, 0.2, supported=True)] * 40 + [case(False, 0.3)] * 40 + [case(True, 0.95)] * 40
    bars = best_bars(cases, 1.0)
    assert found(cases, bars) == [c.label for c in cases]


def test_a_rule_that_meaning_doubts_is_not_believed() -> None:
    cases = [case(True, 0.9, finds=True)] * 40 + [case(False, 0.01, finds=True)] * 40
    assert found(cases, best_bars(cases, 0.7)) == [c.label for c in cases]


def test_a_few_cases_move_the_bar_less_than_many() -> None:
    few = [case(True, 0.1), case(False, 0.05)]
    assert abs(best_bars(few, 1.0).alone - START.alone) <= abs(best_bars(few * 100, 1.0).alone - START.alone)


def test_nothing_to_go_by_leaves_the_start() -> None:
    assert best_bars([], 0.7) == START


def test_precision_counts_more_where_it_is_asked_for() -> None:
    mixed = [case(True, 0.9)] * 30 + [case(True, 0.45)] * 10 + [case(False, 0.45)] * 14
    strict, loose = best_bars(mixed, 0.3), best_bars(mixed, 3.0)
    assert strict.alone > 0.45 >= loose.alone


def test_bars_for_each_standard_that_has_cases() -> None:
    cases = {"rude": [case(True, 0.9)], "greet": [case(False, 0.1)]}
    bars = calibrate(cases, {"rude": "prohibition", "greet": "obligation", "water": "prohibition"})
    assert set(bars) == {"rude", "greet"}
    assert set(bars["rude"]) == {"alone", "beside", "floor"}
    assert set(BETA) == {"prohibition", "obligation"}


CASES = st.lists(st.builds(case, st.booleans(), st.floats(0, 1), st.booleans(), st.booleans()), max_size=12)


@given(CASES)
def test_bars_are_of_the_grid_and_in_order(cases: list[Case]) -> None:
    bars = best_bars(cases, 0.7)
    assert bars.alone in GRID
    assert bars.beside <= bars.alone
    assert bars.floor in FLOORS
