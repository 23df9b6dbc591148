import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.team.calibration import agreement, differences, fleiss

VERA = {"a": {"rude"}, "b": set(), "c": {"curt"}, "d": {"rude"}}
OLEG = {"a": {"rude"}, "b": {"rude"}, "c": set(), "d": {"rude"}}
MARKS = st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from(["rude", "curt"])), min_size=1)


def test_cohens_kappa_by_hand() -> None:
    # 3 of 4 alike; by chance 2/4 * 3/4 + 2/4 * 1/4 = 1/2.
    found = agreement(VERA, OLEG, "rude")
    assert (found.same, found.answers, found.kappa) == (3, 4, pytest.approx(0.5))


def test_where_nobody_marks_kappa_says_nothing() -> None:
    assert agreement(VERA, OLEG, "abandon").kappa is None
    assert agreement({}, OLEG, "rude").answers == 0
    assert fleiss([VERA], "rude") is None


def test_fleiss_of_two_that_agree_is_one() -> None:
    assert fleiss([VERA, VERA, VERA], "rude") == pytest.approx(1.0)


def test_fleiss_by_hand() -> None:
    # a: 3 of 3, b: 1 of 3, c: 0, d: 3 of 3: observed (6+2+6+6)/24, share of marks 7/12.
    three = [VERA, OLEG, VERA]
    observed, share = 20 / 24, 7 / 12
    chance = share**2 + (1 - share) ** 2
    assert fleiss(three, "rude") == pytest.approx((observed - chance) / (1 - chance))


def test_the_most_divided_answer_comes_first() -> None:
    third = {**VERA, "c": {"rude", "argue"}}
    assert differences([VERA, OLEG, third])[0] == ("c", 6)
    assert ("d", 0) not in differences([VERA, OLEG])


@given(MARKS, MARKS)
def test_kappa_is_symmetric_and_bounded(one: dict[str, set[str]], other: dict[str, set[str]]) -> None:
    a, b = agreement(one, other, "rude"), agreement(other, one, "rude")
    assert a == b
    assert a.kappa is None or -1 <= a.kappa <= 1 + 1e-9
