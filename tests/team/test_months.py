"""A stretch of days is cut so that each day is in it once."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.team.months import Days, Months, cut_months

DAYS = st.dates(date(2023, 1, 1), date(2025, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_each_day_of_the_stretch_is_in_one_part(since: date, until: date, day: date) -> None:
    whole, parts = cut_months(since, until)
    name = day.isoformat()
    inside = sum(part.first <= name < part.end for part in parts)
    if whole:
        assert whole.last
        inside += whole.first <= name[:7] <= whole.last
    assert inside == (since <= day <= until)


def test_an_open_end_takes_whole_months() -> None:
    assert cut_months(None, None) == (Months("", None), ())
    assert cut_months(date(2025, 2, 1), None) == (Months("2025-02", None), ())
    assert cut_months(None, date(2025, 2, 28)) == (Months("", "2025-02"), ())
    days = Days("2025-12-31", "2026-01-01")
    assert cut_months(date(2025, 12, 31), None) == (Months("2026-01", None), (days,))
    assert cut_months(date(2025, 12, 31), date(2025, 12, 31) + timedelta(0)) == (None, (days,))
