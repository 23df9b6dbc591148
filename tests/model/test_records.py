import pytest

from trainer.model.place import NOWHERE, Place
from trainer.model.problem import InputError, Level, Problem
from trainer.model.span import Span
from trainer.model.verdict import Deduction, Verdict


def test_a_place_reads_as_editors_understand_it() -> None:
    assert str(Place("talk.yaml", 3, 7)) == "talk.yaml:3:7"
    assert str(Place("talk.yaml")) == "talk.yaml"
    assert str(NOWHERE) == ""


def test_a_problem_names_place_level_and_code() -> None:
    problem = Problem(Place("a.yaml", 2, 1), "W203", "лишний переход", Level.WARNING)
    assert str(problem) == "a.yaml:2:1: warning: W203 лишний переход"
    assert str(InputError(problem, problem)).count("\n") == 1


def test_a_span_counts_code_points_and_knows_its_neighbours() -> None:
    text = "🙂 да, ёлка"
    assert Span(2, 4).of(text) == "да"
    assert Span(2, 4).overlaps(Span(3, 5))
    assert not Span(2, 4).overlaps(Span(4, 5))
    for start, end in ((-1, 2), (3, 2)):
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)


def test_the_record_of_a_verdict_quotes_its_evidence() -> None:
    span = Span(0, 2)
    deduction = Deduction("curt", "initiative", 15, (span,), "обрывок", "допишите", "002")
    verdict = Verdict("Да.", 85, 4, (), (), ("curt",), (), ("price",), {"initiative": 40}, (deduction,))
    record = verdict.record()
    assert record["deductions"][0]["evidence"] == [{"start": 0, "end": 2, "text": "Да"}]
    assert record["facts"] == {"given": [], "missing": ["price"]}
    assert "example" not in record["deductions"][0]
