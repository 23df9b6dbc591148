"""A deduction that is taken back gives its points back, exactly, and nothing else changes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.model.span import Span
from trainer.model.verdict import Deduction, Verdict
from trainer.team.grounds import grounds_of
from trainer.team.objections import Decision, Label, Objection, State, corrected, latest

GRADES = ((5, 94), (4, 74), (3, 44), (2, 18))


def deduction(standard: str, points: int, quality: str = "courtesy", *spans: Span) -> Deduction:
    return Deduction(standard, quality, points, spans, "Почему", "Как", "002")


VERDICT = Verdict(
    text="Ждите, не мешайте.",
    score=64,
    grade=3,
    shown=("greet",),
    missed=("empathy",),
    violated=("rude", "curt"),
    given=(),
    missing=(),
    qualities={"courtesy": 60, "engagement": 0, "goodwill": 100},
    deductions=(
        deduction("empathy", 16, "engagement"),
        deduction("rude", 12, "courtesy", Span(7, 17)),
        deduction("curt", 8),
    ),
)


def test_a_withdrawn_violation_gives_its_points_back() -> None:
    found = corrected(VERDICT, {2}, GRADES)
    assert (found.score, found.grade) == (76, 4)
    assert found.violated == ("curt",)
    assert [item.standard for item in found.deductions] == ["empathy", "curt"]
    # 40 points of courtesy were lost, 8 of 20 deducted points stay.
    assert found.qualities == {"courtesy": 84, "engagement": 0, "goodwill": 100}


def test_a_withdrawn_miss_was_shown_after_all() -> None:
    found = corrected(VERDICT, {1}, GRADES)
    assert (found.score, found.missed, found.shown) == (80, (), ("greet", "empathy"))
    assert found.qualities["engagement"] == 100


def test_a_standard_that_costs_twice_stays_broken_by_the_other_words() -> None:
    twice = replace(VERDICT, deductions=(deduction("curt", 10), deduction("curt", 20)), score=70)
    assert "curt" in corrected(twice, {1}, GRADES).violated


def test_below_zero_the_first_points_bring_nothing() -> None:
    low = replace(VERDICT, deductions=(deduction("rude", 90), deduction("curt", 40)), score=0)
    assert corrected(low, {2}, GRADES).score == 10


@given(st.lists(st.integers(1, 60), max_size=6), st.sets(st.integers(1, 6)))
def test_the_deductions_explain_the_score_before_and_after(points: list[int], gone: set[int]) -> None:
    items = tuple(deduction(f"s{n}", p) for n, p in enumerate(points))
    whole = replace(VERDICT, deductions=items, score=max(0, 100 - sum(points)))
    found = corrected(whole, gone, GRADES)
    assert found.score == max(0, 100 - sum(item.points for item in found.deductions))
    assert found.score >= whole.score
    assert all(0 <= value <= 100 for value in found.qualities.values())


@pytest.mark.parametrize(
    ("place", "withdrawn", "label"),
    [(1, True, True), (1, False, False), (2, True, False), (2, False, True)],
    ids=["shown after all", "missed indeed", "not broken", "broken indeed"],
)
def test_what_a_decision_says_of_the_text(place: int, withdrawn: bool, label: bool) -> None:
    found, spans = grounds_of(VERDICT)[place - 1].label(withdrawn)
    assert found is label
    assert spans == ((Span(7, 17),) if place == 2 and not withdrawn else ())


def test_the_last_decision_counts_and_the_first_stays() -> None:
    first = Decision(True, "Цитата", "vera", "2026-11-22T08:00:00Z", 64, 76)
    second = Decision(False, "Нет, его слова", "oleg", "2026-11-22T09:00:00Z", 76, 64)
    one = Objection(1, "s", 1, 2, "rude", 12, "Это цитата", "anna", "2026-11-22T07:00:00Z")
    assert one.state is State.OPEN
    assert replace(one, decisions=(first,)).state is State.WITHDRAWN
    both = replace(one, decisions=(first, second))
    assert (both.state, len(both.decisions)) == (State.KEPT, 2)


def test_a_later_label_wins_over_an_earlier_one() -> None:
    early = Label("Ждите.", "talk", "where", "curt", found=True)
    other = replace(early, standard="rude")
    late = replace(early, found=False)
    assert latest([early, other, late]) == [other, late]
