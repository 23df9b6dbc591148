"""«Where am I» can be worked out by hand: ages, streaks, losses, what an exercise would bring."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.team.progress import words
from trainer.team.progress.build import Progress, progress
from trainer.team.progress.data import DaySum, Drill, History, Measured, Scale, StandardWeek, TriedWeek
from trainer.team.progress.days import calendar, streak
from trainer.team.progress.gain import gains
from trainer.team.progress.lines import Trend
from trainer.team.progress.recency import last_weeks, monday, weight
from trainer.team.progress.record import record
from trainer.team.progress.tell import tell
from trainer.team.report import Level

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 16)
SCALE = Scale(
    (("warm", "Тепло"), ("clear", "Ясность")),
    (
        Measured("jargon", "Сленг", "clear", always=True, fix="Скажите проще."),
        Measured("greet", "Поздороваться", "warm", always=False),
    ),
)


def before(weeks: int) -> date:
    return MONDAY - timedelta(weeks=weeks)


def test_an_answer_counts_half_of_one_given_three_weeks_later() -> None:
    assert weight(MONDAY, SUNDAY) == 1
    assert weight(before(3), SUNDAY) == 0.5
    assert weight(before(12), SUNDAY) == pytest.approx(1 / 16)
    assert weight(before(-1), SUNDAY) == 1  # a clock that was set back


def test_the_last_weeks_end_with_this_one() -> None:
    assert last_weeks(SUNDAY, 3) == (before(2), before(1), MONDAY)


# ---------------------------------------------------------------- days
def days(*ago: int) -> set[date]:
    return {SUNDAY - timedelta(days=n) for n in ago}


def test_a_streak_forgives_one_missed_day_a_week() -> None:
    run = streak(days(0, 1, 3, 4, 5, 6, 7, 9), SUNDAY)  # missed: Friday of this week, Saturday of the last
    assert (run.days, run.since) == (8, SUNDAY - timedelta(days=9))
    assert run.forgiven == (SUNDAY - timedelta(days=8), SUNDAY - timedelta(days=2))
    assert not run.spare


def test_a_second_missed_day_of_a_week_ends_the_streak() -> None:
    run = streak(days(0, 1, 3, 5, 6), SUNDAY)
    assert (run.days, run.since) == (3, SUNDAY - timedelta(days=3))


def test_today_is_not_missed_before_it_is_over() -> None:
    run = streak(days(1, 2), SUNDAY)
    assert (run.days, run.today, run.forgiven, run.spare) == (2, False, (), True)


def test_a_missed_day_before_the_first_day_of_practice_is_not_forgiven_but_nothing() -> None:
    assert streak(days(0), SUNDAY).forgiven == ()
    assert streak(days(), SUNDAY).days == 0
    assert streak(days(20), SUNDAY).days == 0


@given(st.sets(st.integers(0, 40)), st.integers(0, 6))
def test_no_week_of_a_streak_has_two_missed_days(ago: set[int], later: int) -> None:
    today = SUNDAY + timedelta(days=later)
    practised = {today - timedelta(days=n) for n in ago}
    run = streak(practised, today)
    if run.since:
        inside = [run.since + timedelta(days=n) for n in range((today - run.since).days + 1)]
        missed = [day for day in inside if day not in practised and day != today]
        assert run.days == sum(day in practised for day in inside)
        assert sorted(run.forgiven) == missed
        assert len({monday(day) for day in missed}) == len(missed)


def test_a_calendar_has_whole_weeks_and_knows_what_is_to_come() -> None:
    today = MONDAY + timedelta(days=2)
    found = calendar({MONDAY: 4}, {MONDAY + timedelta(days=1)}, today, 2)
    assert [len(week) for week in found] == [7, 7]
    signs = [words.day_sign(one, today) for one in found[1]]
    assert signs == ["4", "~", "[·]", "", "", "", ""]


# ---------------------------------------------------------------- lines
def found(history: History, drills: tuple[Drill, ...] = ()) -> Progress:
    return progress("Анна", history, drills, SCALE, SUNDAY)


def test_what_an_answer_loses_is_weighted_by_age() -> None:
    history = History(
        days=(DaySum(before(3), 10, 500), DaySum(MONDAY, 10, 1000)),
        standards=(StandardWeek(before(3), "jargon", "clear", 5, 100, 0),),
    )
    jargon, quality = found(history).standards[1], found(history).qualities[1]
    # 100 points count half, the ten answers beside them count half as well: 50 over 5 + 10.
    assert jargon.each == quality.each == pytest.approx(50 / 15)
    assert jargon.weeks[-4] == 10
    assert jargon.weeks[-1] == 0
    assert jargon.weeks[-2] is None
    assert (jargon.level, jargon.trend, jargon.last) == (Level.FAIR, Trend.BETTER, before(3))
    assert found(history).score == pytest.approx((500 / 2 + 1000) / 15)


def test_what_is_expected_only_at_times_is_not_good_before_it_was_met() -> None:
    history = History(days=(DaySum(MONDAY, 10, 1000),))
    warm, clear = found(history).qualities
    assert (warm.each, warm.level) == (None, Level.UNSEEN)
    assert (clear.each, clear.level) == (0, Level.GOOD)


def test_three_standards_that_cost_most_come_first() -> None:
    names = ("a", "b", "c", "d")
    scale = Scale((("q", "Q"),), tuple(Measured(name, name, "q", always=True) for name in names))
    lost = tuple(StandardWeek(MONDAY, name, "q", 1, n, 0) for n, name in enumerate(names))
    told = progress("", History((DaySum(MONDAY, 1, 90),), lost), [], scale, SUNDAY)
    assert [one.id for one in told.costly] == ["d", "c", "b"]


def test_a_standard_that_no_catalogue_knows_any_more_is_still_told() -> None:
    history = History((DaySum(MONDAY, 1, 90),), (StandardWeek(MONDAY, "gone", "old", 1, 10, 0),))
    assert found(history).standards[-1].title == "gone"


def test_whoever_comes_back_after_a_year_is_not_called_faultless() -> None:
    told = found(History((DaySum(SUNDAY - timedelta(days=400), 50, 2000),)))
    assert (told.answers, told.score) == (50, None)
    assert all(one.each is None for one in (*told.qualities, *told.standards))


def test_few_answers_compare_nothing() -> None:
    history = History((DaySum(before(5), 4, 300), DaySum(MONDAY, 10, 900)))
    assert found(history).standards[1].trend is Trend.UNKNOWN


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 30), st.integers(0, 100)), max_size=8))
def test_losses_of_qualities_are_those_of_their_standards(rows: list[tuple[int, int, int]]) -> None:
    history = History(
        tuple(DaySum(before(ago), count, 50 * count) for ago, count, _ in rows),
        tuple(StandardWeek(before(ago), "jargon", "clear", 1, points, 0) for ago, _, points in rows),
    )
    told = found(history)
    assert told.qualities[1].each == told.standards[1].each
    assert told.qualities[1].weeks == told.standards[1].weeks


# ---------------------------------------------------------------- exercises
def test_the_gain_of_a_form_is_what_it_meets_and_what_does_not_go_well_yet() -> None:
    drill = Drill("rewrite", items=10, in_ten=5, about={"jargon": 1, "greet": 4})
    tried = [TriedWeek(MONDAY, "x", "rewrite", 8, 640, 0, 0)]
    (one,) = gains({"jargon": 3.0, "greet": 1.0}, [drill], tried, SUNDAY)
    # Half an item about jargon comes in ten minutes; two about the greeting count as one whole meeting.
    assert one.loss == pytest.approx(3.0 * 0.5 + 1.0)
    assert one.can == pytest.approx((1 + 6.4) / (2 + 8))
    assert one.points == pytest.approx(one.loss * (1 - one.can))
    assert (one.most, one.done) == (("jargon", "greet"), 8)


def test_who_has_never_tried_a_form_is_taken_to_do_half_of_it() -> None:
    drills = [Drill("spot", 10, 10, {"jargon": 10}), Drill("rewrite", 10, 10, {"jargon": 10})]
    tried = [TriedWeek(MONDAY, "x", "spot", 100, 10000, 0, 0)]
    first, second = gains({"jargon": 4.0}, drills, tried, SUNDAY)
    assert (first.form, first.points) == ("rewrite", 2.0)
    assert second.form == "spot"
    assert second.points < 0.1


def test_who_loses_nothing_gains_nothing() -> None:
    (one,) = gains({}, [Drill("spot", 10, 10, {"jargon": 10})], [], SUNDAY)
    assert (one.points, one.most) == (0, ())


# ---------------------------------------------------------------- in words
def test_nobody_is_frightened_by_an_empty_history() -> None:
    told = list(tell(found(History())))
    assert told[0] == "Где я: Анна"
    assert "Пока здесь пусто" in told[1]
    assert len(told) == 3
    assert record(found(History()))["score"] is None


def test_lines_say_everything_without_drawings() -> None:
    history = History(
        (DaySum(before(3), 10, 500), DaySum(MONDAY, 10, 1000)),
        (StandardWeek(before(3), "jargon", "clear", 5, 100, 0),),
    )
    told = "\n".join(tell(found(history, (Drill("rewrite", 1, 5, {"jargon": 1}),))))
    assert "Ясность: 3,3 балла на ответ, бывает, за три недели стало лучше." in told
    assert "1. Сленг: 3,3 балла на ответ, снимали 5 раз. Как исправить: Скажите проще." in told
    assert "Переписать: до 1,7 балла на ответ, ещё не пробовали; поможет: Сленг." in told
    assert "Неделя с 16.11: пн – 10." in told
    assert "Поздороваться: не встречалось." in told
    assert not set(told) & set("▁▂▃▄▅▆▇█·~")


def test_bars_are_high_where_little_is_lost() -> None:
    assert words.spark([0.0, 4.0, 80.0, None], 8.0) == "▇▄▁·"


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "1 день"), (2, "2 дня"), (5, "5 дней"), (11, "11 дней"), (21, "21 день"), (112, "112 дней")],
)
def test_days_are_counted_in_russian(count: int, told: str) -> None:
    assert words.counted(count, ("день", "дня", "дней")) == told
