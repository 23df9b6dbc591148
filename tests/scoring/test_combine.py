import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.samples import DAY, EXTRA, PRICE, catalogue, context, setting, standard
from trainer.model.span import Span
from trainer.model.standard import Kind
from trainer.model.verdict import Deduction, Finding, Setting
from trainer.scoring.combine import OBLIGATIONS, combine, grade_of, share
from trainer.scoring.context import Context, FactsFound
from trainer.scoring.severity import severity
from trainer.text.analysis import Text

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


@pytest.mark.parametrize(("grade", "least"), [(5, 94), (4, 74), (3, 44), (2, 18)])
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


def test_a_muted_standard_is_told_without_points() -> None:
    verdict = combine(CATALOGUE, context("Да", setting()), found("rude"), muted={"rude"})
    assert (verdict.score, verdict.violated, verdict.deductions) == (100, ("rude",), ())
    (warning,) = verdict.warnings
    assert (warning.standard, warning.points, warning.evidence) == ("rude", 0, WORDS)
    assert verdict.qualities == {}
    assert combine(CATALOGUE, context("Да", setting()), found("rude"), muted={"curt"}).warnings == ()


def test_the_impression_weighs_the_deductions() -> None:
    at = setting("greet", "answer-fully", facts=[PRICE, DAY])
    warm = combine(CATALOGUE, context("Да", at), found("answer-fully"), impression=5.0)
    plain = combine(CATALOGUE, context("Да", at), found("answer-fully"))
    (points,) = (d.points for d in plain.deductions)
    assert (plain.severity, warm.severity) == (1.0, severity(points, 5.0))
    assert warm.deductions[0].points == round(points * warm.severity) < points
    # The qualities show what was lost by the prices, whatever the impression.
    assert warm.qualities == plain.qualities


@pytest.mark.parametrize(("missing", "answered"), [((), 1.0), (("day",), 0.5), (("day", "price"), 0.0)])
def test_the_less_is_answered_the_less_the_impression_helps(
    missing: tuple[str, ...], answered: float
) -> None:
    at = setting("greet", facts=[PRICE, DAY, EXTRA])
    verdict = combine(CATALOGUE, context("Да", at, missing=missing), {}, impression=5.0)
    assert verdict.severity == severity(OBLIGATIONS, 5.0, answered)


def test_the_verdict_keeps_what_was_typed_and_what_was_given() -> None:
    at = setting(facts=[PRICE, DAY])
    facts = FactsFound(given=("price",), missing=("day",))
    verdict = combine(CATALOGUE, Context(Text("Да, 250 ₽"), at, facts), {})
    assert (verdict.text, verdict.given, verdict.missing) == ("Да, 250 ₽", ("price",), ("day",))


def test_a_deduction_says_all_that_a_trainee_needs() -> None:
    at = setting("greet", facts=[DAY])
    seen = {"rude": Finding("rude", WORDS, "meaning", "", "Сами виноваты")}
    missed, broken = combine(CATALOGUE, context("Да", at), seen).deductions
    assert missed == Deduction(
        "greet", "goodwill", OBLIGATIONS, (), "Ждали другого. Важно.", "Исправьте greet.", "001"
    )
    why = "Важно. Найдено по смыслу. Похожий пример: «Сами виноваты»"
    assert broken == Deduction("rude", "care", 60, WORDS, why, "Исправьте rude.", "001", "Сами виноваты")


def test_answering_fully_costs_at_least_a_point_and_all_where_no_fact_is_asked_for() -> None:
    tiny = standard("answer-fully", Kind.OBLIGATION, 1, "expert")
    heavy = standard("empathy", Kind.OBLIGATION, 200, "care")
    facts = [PRICE, DAY]
    open_ = combine(
        catalogue(tiny, heavy), context("Да", setting("answer-fully", "empathy", facts=facts), ["day"]), {}
    )
    assert {d.standard: d.points for d in open_.deductions} == {"answer-fully": 1, "empathy": OBLIGATIONS}
    bare = combine(CATALOGUE, context("Да", setting("answer-fully")), {})
    assert [d.points for d in bare.deductions] == [OBLIGATIONS]


def test_a_quality_loses_the_share_of_its_own_points() -> None:
    kind = standard("thank", Kind.OBLIGATION, 30, "goodwill")
    wide = catalogue(GREET, kind, EMPATHY, RUDE)
    verdict = combine(wide, context("Да", setting("greet", "thank", "empathy")), found("thank", "empathy"))
    whole = share(GREET, [GREET, kind, EMPATHY]) + share(kind, [GREET, kind, EMPATHY])
    assert verdict.qualities == {
        "goodwill": round(100 - 100 * share(GREET, [GREET, kind, EMPATHY]) / whole), "care": 100,
    }  # fmt: skip


def test_where_nothing_has_to_be_answered_all_is_answered() -> None:
    verdict = combine(CATALOGUE, context("Да", setting("greet")), {}, impression=5.0)
    assert verdict.severity == severity(OBLIGATIONS, 5.0, 1.0)


def test_a_quality_of_which_three_quarters_were_missed_keeps_one() -> None:
    kind = standard("thank", Kind.OBLIGATION, 30, "goodwill")
    verdict = combine(catalogue(GREET, kind), context("Да", setting("greet", "thank")), found("greet"))
    assert verdict.qualities == {"goodwill": 25}
