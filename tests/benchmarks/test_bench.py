import pytest

from tests.benchmarks.answers import WORDS, answers
from tests.benchmarks.rivals import Missing, wanted
from tests.benchmarks.scale import Outcome
from tests.benchmarks.table import Row, markdown, p95
from tests.benchmarks.trainees import Seen


def test_answers_differ_and_have_the_length_that_is_promised() -> None:
    texts = list(answers(200))
    assert len(set(texts)) == 200
    assert all(WORDS - 10 <= len(text.split()) <= WORDS + 20 for text in texts)
    assert texts == list(answers(200))


def test_an_aim_that_is_missed_is_said() -> None:
    table = markdown(
        [Row("slow", 30, "ms", 25), Row("fast", 3, "ms", 25), Row("rate", 9, "a second", 5, least=True)]
    )
    assert "| slow | 30.0 ms (missed) | at most 25 ms |" in table
    assert "| fast | 3.00 ms | at most 25 ms |" in table
    assert "| rate | 9.00 a second | at least 5 a second |" in table


def test_p95() -> None:
    assert p95([float(value) for value in range(101)]) == 95


def test_an_answer_that_is_gone_or_twice_there_is_counted() -> None:
    seen = Seen(
        shown=["a", "b", "c"], took=[0.1, 0.2, 0.3], judging=[0.1, 0.1, 0.1], work=0.9, judge_work=0.3
    )
    outcome = Outcome("full", 0, 3, seen, 0.3, ["a", "a", "b"], 0, (1, 2))
    assert (outcome.lost, outcome.doubled) == (1, 1)
    assert outcome.work() == pytest.approx({"judge": 100, "rest of the app": 200, "server": 100})
    assert "| rest of the app, 50% |" in outcome.row()


def test_a_rival_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(Missing, match=r"no_such_package .* pip install --group bench"):
        wanted("no_such_package")
