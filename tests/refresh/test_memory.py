from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.refresh.cards import Card, Situation
from trainer.refresh.memory import LONGEST, Review, gain, remembered, replay
from trainer.refresh.rating import Evidence, Rating, rated

CARD = Card("empathy", Situation.ANGRY)
DAY = date(2026, 11, 1)
KEPT, LOST = Evidence(True, 95), Evidence(False, 60)

histories = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(Rating)), min_size=1, max_size=12).map(
    lambda steps: [Review(CARD, day, rating) for day, rating in _days(steps)]
)


def _days(steps: list[tuple[int, Rating]]) -> list[tuple[date, Rating]]:
    day, found = DAY, []
    for step, rating in steps:
        day += timedelta(days=step)
        found.append((day, rating))
    return found


@pytest.mark.parametrize(
    ("found", "prohibition", "rating"),
    [
        ([KEPT], False, Rating.GOOD),
        ([Evidence(True, 95, easy=True)], False, Rating.EASY),
        # Nobody is told that something was easy for them because they scored well.
        ([Evidence(True, 100)] * 3, False, Rating.GOOD),
        ([Evidence(True, 55)], False, Rating.HARD),
        ([Evidence(True, 95, helped=True)], False, Rating.HARD),
        ([LOST], False, Rating.AGAIN),
        ([KEPT, KEPT, LOST], False, Rating.HARD),
        ([KEPT, LOST], False, Rating.AGAIN),
        # A prohibition that was broken once is broken, however often it was kept.
        ([KEPT, KEPT, KEPT, LOST], True, Rating.AGAIN),
        ([LOST, Evidence(True, 95, easy=True)], False, Rating.AGAIN),
    ],
)
def test_a_rating_follows_from_what_was_answered(
    found: list[Evidence], prohibition: bool, rating: Rating
) -> None:
    assert rated(found, prohibition=prohibition) is rating


@given(histories)
def test_the_same_history_gives_the_same_memory(history: list[Review]) -> None:
    assert replay(history) == replay(list(history))


@given(histories)
def test_a_card_comes_back_after_the_last_review_and_within_half_a_year(history: list[Review]) -> None:
    memory = replay(history)[CARD]
    assert history[-1].day < memory.due <= history[-1].day + timedelta(days=LONGEST)
    assert 0 <= memory.weakness <= 1
    assert memory.reviews == len(history)


@given(histories, st.integers(0, 400), st.integers(1, 100))
def test_forgetting_goes_on_and_so_grows_the_gain(history: list[Review], later: int, more: int) -> None:
    memory = replay(history)[CARD]
    one = memory.last + timedelta(days=later)
    other = one + timedelta(days=more)
    assert 0 < remembered(memory, other) <= remembered(memory, one) <= 1
    assert gain(memory, other) >= gain(memory, one)


def test_too_easy_comes_back_later_than_good_and_that_later_than_missed() -> None:
    due = {rating: replay([Review(CARD, DAY, rating)])[CARD].due for rating in Rating}
    assert due[Rating.AGAIN] <= due[Rating.HARD] < due[Rating.GOOD] < due[Rating.EASY]


def test_a_weakness_fades_with_each_review_that_goes_well() -> None:
    weak = replay([Review(CARD, DAY, Rating.AGAIN)])[CARD].weakness
    better = replay([Review(CARD, DAY, Rating.AGAIN), Review(CARD, DAY + timedelta(2), Rating.GOOD)])[CARD]
    assert better.weakness < weak
