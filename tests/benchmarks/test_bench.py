from tests.benchmarks.answers import WORDS, answers
from tests.benchmarks.table import Row, markdown, p95


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
