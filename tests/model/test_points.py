import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.model.points import mean, mean_of, whole


@pytest.mark.parametrize(
    ("points", "shown"), [(64.5, 65), (65.5, 66), (64.49, 64), (0.5, 1), (100.0, 100), (0, 0)]
)
def test_a_half_is_rounded_up_whatever_stands_before_it(points: float, shown: int) -> None:
    assert whole(points) == shown


def test_the_mean_of_nothing_is_nothing() -> None:
    assert mean([]) == mean_of(0, 0) == 0


@given(st.lists(st.integers(0, 100), min_size=1, max_size=200))
def test_a_mean_and_its_decimals_are_shown_alike(scores: list[int]) -> None:
    assert mean(scores) == mean_of(sum(scores), len(scores)) == whole(sum(scores) / len(scores))
