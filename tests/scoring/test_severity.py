"""One factor an answer: deductions still add up, and the score moves towards the impression."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.scoring.severity import LEAST, MOST, NOTHING_ANSWERED, score_of, severity, weighed

POINTS = st.integers(min_value=0, max_value=300)
GRADES = st.floats(min_value=-2, max_value=9, allow_nan=False)


@given(POINTS, GRADES)
def test_the_factor_is_bounded(points: int, grade: float) -> None:
    assert LEAST <= severity(points, grade) <= MOST


@given(
    st.integers(min_value=1, max_value=99),
    st.floats(min_value=1, max_value=5),
    st.floats(min_value=1, max_value=5),
)
def test_a_better_impression_never_makes_it_heavier(points: int, one: float, other: float) -> None:
    worse, better = sorted((one, other))
    assert severity(points, worse) >= severity(points, better)


def test_no_impression_leaves_the_prices() -> None:
    assert severity(40, 0.0) == 1.0
    assert severity(0, 1.0) == 1.0


@pytest.mark.parametrize(("grade", "score"), [(1, 2), (3, 58), (5, 100), (0.2, 2), (7, 100), (3.5, 71.5)])
def test_the_usual_score_of_a_grade(grade: float, score: float) -> None:
    assert score_of(grade) == pytest.approx(score)


def test_a_cold_scrap_costs_more_than_a_nearly_good_answer() -> None:
    assert severity(30, 1.5) > 1 > severity(30, 4.6)


@given(st.lists(st.integers(min_value=1, max_value=60)), st.floats(min_value=LEAST, max_value=MOST))
def test_every_deduction_keeps_a_point(points: list[int], factor: float) -> None:
    assert all(value >= 1 for value in weighed(points, factor))
    assert weighed(points, 1.0) == points


def test_the_gravest_is_never_made_lighter() -> None:
    assert weighed([50, 20], 0.5) == [50, 10]
    assert weighed([50, 20], 1.2) == [60, 24]


def test_where_nothing_is_answered_there_is_no_lenience() -> None:
    assert severity(30, 4.6) < 1
    assert severity(30, 4.6, answered=0.0) == 1.0
    assert severity(5, 1.0, answered=0.0) == NOTHING_ANSWERED
    assert severity(5, 1.0, answered=0.2) == MOST


@given(POINTS, GRADES, st.floats(min_value=0, max_value=1))
def test_the_less_is_answered_the_less_lenient(points: int, grade: float, answered: float) -> None:
    assert severity(points, grade, answered) >= severity(points, grade)


@pytest.mark.parametrize(
    ("points", "impression", "answered", "factor"),
    [
        (60, 2.0, 1.0, 1.19),  # between the bounds: three parts of impression, one of prices
        (100, 1.4, 1.0, 0.92),  # all points are gone: the prices say 0
        (130, 1.4, 1.0, 0.7),  # more than all points are gone: they still say 0, not less
        (30, 5.0, 1.0, LEAST),
        (30, 5.0, 0.5, 0.75),
        (30, 5.0, 0.2, 0.9),
    ],
)
def test_the_factor_in_figures(points: int, impression: float, answered: float, factor: float) -> None:
    assert severity(points, impression, answered) == factor


def test_a_whole_answer_is_taken_for_granted() -> None:
    assert severity(30, 5.0) == severity(30, 5.0, answered=1.0) == LEAST


def test_what_is_just_grave_is_not_made_lighter_and_what_is_nearly_so_is() -> None:
    assert weighed([45, 44], 0.5) == [45, 22]
    assert weighed([1], 0.5) == [1]
