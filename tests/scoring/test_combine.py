import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.samples import DAY, EXTRA, PRICE, catalogue, context, setting, standard
from trainer.model.span import Span
from trainer.model.standard import Kind
from trainer.model.verdict import Finding, Setting
from trainer.scoring.combine import GRADES, OBLIGATIONS, combine, grade_of, share

GREET = standard("greet", Kind.OBLIGATION, 10, "goodwill")
EMPATHY = standard("empathy", Kind.OBLIGATION, 30, "care")
FULLY = standard("answer-fully", Kind.OBLIGATION, 20, "expert")
RUDE = standard("rude", Kind.PROHIBITION, 60, "care")
WATER = standard("water", Kind.PROHIBITION, 0, "care")
LOG = standard("log", Kind.PROCESS, 0, "care")
CATALOGUE = catalogue(GREET, EMPATHY, FULLY, RUDE, WATER, LOG)
WORDS = (Span(0, 2),)


def found(*names: str) -> dict[str, Finding]:
    return {name: Finding(name, WORDS, "rule", "Так нельзя.") for name in names}


def test_all_that_was_expected_was_shown() -> None:
    verdict = combine(CATALOGUE, context("Да", setting("greet", "empathy")), found("greet", "empathy"))
    assert (verdict.score, verdict.grade, verdict.missed, verdict.deductions) == (100, 5, (), ())
    assert verdict.shown == ("greet", "empathy")
    assert [f.standard for f in verdict.praise] == ["greet", "empathy"]


def test_missed_obligations_share_their_points_by_weight() -> None:
    verdict = combine(CATALOGUE, context("Да", setting("greet", "empathy")), {})
    assert {d.standard: d.points for d in verdict.deductions} == {
        "greet": OBLIGATIONS // 4,
        "empathy": OBLIGATIONS * 3 // 4,
    }
    assert verdict.score == 100 - OBLIGATIONS
    assert all(d.why and d.fix and d.source and d.evidence == () for d in verdict.deductions)


def test_a_violation_costs_its_points_and_shows_its_words() -> None:
    verdict = combine(CATALOGUE, context("Да", setting()), found("rude"))
    (deduction,) = verdict.deductions
    assert (verdict.score, verdict.violated) == (40, ("rude",))
    assert (deduction.points, deduction.evidence) == (60, WORDS)
    assert deduction.why == "Так нельзя. Важно."


def test_a_violation_without_points_is_told_but_costs_nothing() -> None:
    verdict = combine(CATALOGUE, context("Да", setting()), found("water"))
    assert (verdict.score, verdict.violated, verdict.deductions) == (100, ("water",), ())


def test_each_open_fact_costs_its_part() -> None:
    at = setting("answer-fully", facts=[PRICE, DAY, EXTRA])
    one = combine(CATALOGUE, context("Да", at, missing=["day"]), {})
    both = combine(CATALOGUE, context("Да", at, missing=["price", "day"]), {})
    assert 100 - one.score == (100 - both.score) / 2
    assert one.missing == ("day",)
    assert "курьер приедет завтра" in one.deductions[0].why
    assert "250" not in one.deductions[0].why


def test_after_a_question_only_what_was_asked_is_expected() -> None:
    at = setting("greet", "empathy", facts=[PRICE, DAY], asking=["day"])
    verdict = combine(CATALOGUE, context("Да", at, missing=["price", "day"]), {})
    assert verdict.missed == ("answer-fully",)
    assert verdict.missing == ("day",)
    done = combine(CATALOGUE, context("Да", at, missing=["price"]), found("answer-fully"))
    assert (done.score, done.missing) == (100, ())


def test_without_a_turn_nothing_is_expected() -> None:
    assert combine(CATALOGUE, context("Да", Setting()), {}).score == 100


def test_qualities_that_the_turn_touches() -> None:
    verdict = combine(CATALOGUE, context("Да", setting("greet", "empathy")), found("greet", "rude"))
    assert verdict.qualities == {"goodwill": 100, "care": 0}
    assert combine(CATALOGUE, context("Да", setting("greet")), found("greet", "rude")).qualities["care"] == 40


@pytest.mark.parametrize(("grade", "least"), GRADES)
def test_grades_begin_at_their_bounds(grade: int, least: int) -> None:
    assert grade_of(least) == grade
    assert grade_of(least - 1) == grade - 1


def test_the_extremes_of_grades() -> None:
    assert (grade_of(0), grade_of(100)) == (1, 5)


def test_a_share_of_nothing_is_nothing() -> None:
    assert share(GREET, []) == 0


NAMES = st.sets(st.sampled_from(["greet", "empathy", "answer-fully", "rude", "water"]))


@given(NAMES, NAMES, st.sets(st.sampled_from(["price", "day"])))
def test_deductions_add_up(expected: set[str], seen: set[str], missing: set[str]) -> None:
    at = setting(*(expected - {"rude", "water"}), facts=[PRICE, DAY, EXTRA])
    verdict = combine(CATALOGUE, context("Да", at, missing=sorted(missing)), found(*seen))
    assert verdict.score == max(0, 100 - sum(d.points for d in verdict.deductions))
    assert all(d.points > 0 for d in verdict.deductions)
    assert set(verdict.shown) | set(verdict.missed) == expected - {"rude", "water"}
    assert not set(verdict.shown) & set(verdict.missed)
    assert all(0 <= value <= 100 for value in verdict.qualities.values())
