import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.scoring.agreement import (
    Counts,
    compare,
    macro_f1,
    mean_error,
    micro,
    quadratic_kappa,
    spearman,
    within,
)

GRADES = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=30)


def test_counts_of_one_answer() -> None:
    counts = compare({"greet", "empathy"}, {"greet", "curt"})
    assert counts == {
        "curt": Counts(extra=1),
        "empathy": Counts(lost=1),
        "greet": Counts(right=1),
    }


def test_precision_recall_f1() -> None:
    counts = Counts(right=6, extra=2, lost=4)
    assert counts.precision == 0.75
    assert counts.recall == 0.6
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


def test_nothing_to_find_and_nothing_found_has_no_figure() -> None:
    assert Counts().f1 is None
    assert Counts().precision is None
    assert Counts(extra=1).recall is None
    assert Counts(extra=1).f1 == 0


def test_micro_weighs_labels_and_macro_weighs_kinds() -> None:
    often, seldom = Counts(right=9, lost=1), Counts(lost=1)
    assert micro([often, seldom]) == Counts(right=9, lost=2)
    assert macro_f1([often, seldom]) == pytest.approx((18 / 19 + 0) / 2)
    # What only we found has no place in the mean over the kinds that people named.
    assert macro_f1([often, Counts(extra=3)]) == pytest.approx(18 / 19)
    assert macro_f1([]) is None


def test_kappa_of_a_textbook_table() -> None:
    # Pairs (1,1) x4, (1,2) x1, (2,2) x3, (2,3) x1, (3,3) x1. Observed squared differences: 2.
    # Left 5-4-1, right 4-4-2: expected by chance (5*4*1 + 5*2*4 + 4*4*1 + 4*2*1 + 1*4*4 + 1*4*1) / 10 = 10.4.
    left = [1, 1, 1, 1, 1, 2, 2, 2, 2, 3]
    right = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3]
    assert quadratic_kappa(left, right) == pytest.approx(1 - 2 / 10.4)


def test_kappa_at_its_ends() -> None:
    assert quadratic_kappa([1, 3, 5], [1, 3, 5]) == 1
    assert quadratic_kappa([1, 5], [5, 1]) == -1
    assert quadratic_kappa([1, 1, 5, 5], [1, 5, 1, 5]) == 0
    assert quadratic_kappa([3, 3], [3, 3]) is None
    assert quadratic_kappa([], []) is None


def test_spearman_with_and_without_ties() -> None:
    assert spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) == pytest.approx(1 - 6 * 4 / (5 * 24))
    # Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5, spreads 4.5 and 5.
    assert spearman([10, 20, 20, 30], [1, 2, 3, 4]) == pytest.approx(4.5 / (4.5 * 5) ** 0.5)
    assert spearman([1, 2, 3], [3, 2, 1]) == -1
    assert spearman([1, 1], [1, 2]) is None
    assert spearman([], []) is None


def test_errors_in_grades() -> None:
    assert mean_error([5, 4, 1], [5, 2, 2]) == 1
    assert within([5, 4, 1], [5, 2, 2]) == pytest.approx(2 / 3)
    assert mean_error([], []) is None


def test_lists_of_different_length_are_refused() -> None:
    for measure in (quadratic_kappa, spearman, mean_error, within):
        with pytest.raises(ValueError, match="2 values against 1"):
            measure([1, 2], [1])


@given(GRADES)
def test_measures_are_symmetric_and_bounded(pairs: list[tuple[int, int]]) -> None:
    left, right = [a for a, _ in pairs], [b for _, b in pairs]
    for measure in (quadratic_kappa, spearman):
        value = measure(left, right)
        assert value == measure(right, left)
        assert value is None or -1 - 1e-9 <= value <= 1 + 1e-9


def test_the_least_value_has_the_first_rank() -> None:
    """Ranks count from 1 and ties share them, so the middle rank is what the correlation turns on."""
    assert spearman([1, 1, 2, 3], [1, 2, 3, 3]) == pytest.approx(4 / 4.5)
    assert spearman([5, 1, 1, 1], [1, 2, 3, 4]) == pytest.approx(-3 / 15**0.5)
