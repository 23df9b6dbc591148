from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.records import Mode
from trainer.team.assignments import Assignment, Counts, Status, Try, left, mark, status

DAY = timedelta(days=1)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def task(**changes: object) -> Assignment:
    given = {"start": NOON, "due": NOON + 7 * DAY, "items": ("parcel", "drill"), **changes}
    return Assignment(id="week", title="Неделя", targets=frozenset({"vera"}), **given)  # type: ignore[arg-type]


def tried(item: str, score: int | None, hours: int = 1, mode: Mode = Mode.TRAINING) -> Try:
    return Try(item, mode, NOON + timedelta(hours=hours), score)


def test_it_opens_starts_and_is_passed() -> None:
    assert status(task(), [], NOON - DAY) is Status.NOT_OPEN
    assert status(task(), [], NOON) is Status.OPEN
    assert status(task(), [tried("parcel", None)], NOON + DAY) is Status.STARTED
    both = [tried("parcel", 70), tried("drill", 95)]
    assert status(task(), both, NOON + DAY) is Status.PASSED
    assert status(task(), both, NOON + 30 * DAY) is Status.PASSED  # what is passed stays so


def test_too_late_is_overdue_and_does_not_count() -> None:
    late = [tried("parcel", 90), tried("drill", 90, hours=24 * 8)]
    assert status(task(), late, NOON + 9 * DAY) is Status.OVERDUE


def test_no_attempts_left_is_failed() -> None:
    bad = [tried("parcel", 30), tried("parcel", 40, 2)]
    assert status(task(attempts=2), bad, NOON + DAY) is Status.FAILED
    assert status(task(attempts=3), bad, NOON + DAY) is Status.STARTED
    assert left(task(attempts=3), "parcel", bad) == 1
    assert left(task(), "parcel", bad) is None


@pytest.mark.parametrize(("counts", "points"), [(Counts.FIRST, 30), (Counts.BEST, 80), (Counts.LAST, 50)])
def test_which_attempt_counts(counts: Counts, points: int) -> None:
    tries = [tried("parcel", 30), tried("parcel", 80, 2), tried("parcel", 50, 3)]
    assert mark(task(counts=counts), "parcel", tries) == points


def test_a_bad_first_attempt_that_counts_is_failed() -> None:
    assert status(task(counts=Counts.FIRST), [tried("parcel", 10)], NOON + DAY) is Status.FAILED


def test_an_exam_stands_in_for_training_and_not_the_other_way_round() -> None:
    exam, training = tried("parcel", 90, mode=Mode.EXAM), tried("parcel", 90)
    assert mark(task(), "parcel", [exam]) == 90
    assert mark(task(mode=Mode.EXAM), "parcel", [training]) is None


def test_attempts_beyond_the_bound_do_not_count() -> None:
    tries = [tried("parcel", 30), tried("parcel", 99, 2)]
    assert mark(task(attempts=1), "parcel", tries) == 30


@given(st.lists(st.integers(min_value=0, max_value=100), min_size=1, max_size=6))
def test_the_best_is_never_below_the_first_and_the_last(scores: list[int]) -> None:
    tries = [tried("parcel", score, n) for n, score in enumerate(scores)]
    best, first, last = (
        mark(task(counts=c), "parcel", tries) for c in (Counts.BEST, Counts.FIRST, Counts.LAST)
    )
    assert None not in (best, first, last)
    assert best >= max(first, last)
