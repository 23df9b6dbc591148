"""What differs between an example and what came of it."""

import pytest
from hypothesis import given, strategies

from tests.authoring.example_samples import Judge, cases, deduction, verdict
from trainer.authoring.examples import Case
from trainer.authoring.examples_run import Difference, Got, Result, Status, bounds, differences, run
from trainer.model.example import ExampleAnswer
from trainer.model.span import Span
from trainer.model.verdict import Finding

TEXT = "Ждите ответа."


def ran(tmp_path, example: str, **fields: object) -> Result:
    case = cases(tmp_path, f'      - {{text: "{TEXT}", {example}}}\n')[-1]
    return run(case, Judge({TEXT: verdict(TEXT, **fields)}))


def told(result: Result) -> list[tuple[str, str, str]]:
    return [(item.key, item.lacks, item.has) for item in result.differences]


@pytest.mark.parametrize(
    ("example", "fields", "expected"),
    [
        ("shows: [greet]", {"shown": ()}, ("shows", "greet", "")),
        ("misses: [greet]", {}, ("misses", "", "greet")),
        ("violates: [rude]", {}, ("violates", "rude", "")),
        ("keeps: [curt]", {"violated": ("curt",)}, ("keeps", "", "curt")),
        ("keeps: all", {"violated": ("curt",)}, ("keeps", "", "curt")),
        ("given: [price]", {"given": ()}, ("given", "price", "")),
        ("missing: [price]", {}, ("missing", "", "price")),
        ('score: ">= 60"', {"score": 59}, ("score", ">= 60", "59")),
        ('score: "< 40"', {"score": 40}, ("score", "<= 39", "40")),
        ('score: "40..60"', {"score": 61}, ("score", "40..60", "61")),
        ("to: thanks", {"score": 50}, ("to", "thanks", "shrug")),
        ("to: thanks", {"given": ("price",)}, ("to", "thanks", "stay")),
        ("to: stay", {}, ("to", "stay", "thanks")),
    ],
)
def test_each_unmet_expectation_is_one_difference(tmp_path, example, fields, expected):
    result = ran(tmp_path, example, **fields)
    assert result.status is Status.FAILED
    assert told(result) == [expected]


@pytest.mark.parametrize(
    ("example", "fields"),
    [
        ("shows: [greet]", {}),
        ("misses: [greet]", {"shown": ()}),
        ("violates: [rude], keeps: all, to: lost", {"violated": ("rude",)}),
        ("keeps: [rude]", {"violated": ("curt",)}),
        ('score: ">= 60"', {"score": 60}),
        ('score: "< 40"', {"score": 39}),
        ("to: thanks", {}),
        ("to: stay", {"given": ("when",)}),
        ("missing: [price]", {"given": ("when",)}),
    ],
)
def test_what_is_as_expected_passes(tmp_path, example, fields):
    result = ran(tmp_path, example, **fields)
    assert (result.status, result.differences) == (Status.PASSED, ())


def test_an_unjust_charge_comes_with_the_words_it_is_about(tmp_path):
    result = ran(
        tmp_path, "keeps: [curt]", violated=("curt",), score=85, deductions=(deduction("curt", 15, 0, 5),)
    )
    assert result.differences == (Difference("keeps", has="curt", words=("Ждите",)),)
    assert result.got.taken == {"curt": 15}


def test_a_fact_that_should_not_be_there_comes_with_its_words(tmp_path):
    text = "Привезём завтра, обещаю."
    case = cases(tmp_path, f'      - {{text: "{text}", missing: [when]}}\n')[-1]
    result = run(case, Judge({text: verdict(text)}))
    assert result.differences == (Difference("missing", has="when", words=("завтра",)),)


def test_where_it_led_says_what_the_client_asks(tmp_path):
    result = ran(tmp_path, "to: thanks", given=("price",))
    assert (result.got.to, result.got.asks) == ("stay", "when")
    assert result.differences[0].words == ("when",)


def test_each_example_begins_afresh_at_its_turn(tmp_path):
    judge = Judge()
    for case in cases(tmp_path, '      - {text: "А", to: stay}\n      - {text: "Б", to: thanks}\n'):
        run(case, judge)
    assert {here.turn.id for here in judge.settings if here.turn} == {"ask"}
    assert all(here.asking == () for here in judge.settings)


def test_a_known_failure_does_not_fail_and_is_told_when_it_is_gone(tmp_path):
    assert ran(tmp_path, "shows: [greet], known: рано", shown=()).status is Status.KNOWN
    assert ran(tmp_path / "two", "shows: [greet], known: рано").status is Status.FIXED


def test_a_text_without_a_turn_is_read_on_its_own():
    wanted = ExampleAnswer("Привет", shows=("greet",))
    assert run(Case("greet/hit-1", "greet", wanted), Judge(shown={"Привет": "greet"})).status is Status.PASSED
    result = run(Case("greet/hit-1", "greet", wanted), Judge())
    assert (result.status, result.got.score, told(result)) == (
        Status.FAILED, None, [("shows", "greet", "")],
    )  # fmt: skip
    unwanted = ExampleAnswer("Привет", misses=("greet",))
    result = run(Case("greet/miss-1", "greet", unwanted), Judge(shown={"Привет": "greet"}))
    assert result.differences[0].words == ("Пр",)


def test_a_skipped_case_is_not_judged():
    assert run(Case("a/b", "a", ExampleAnswer("А"), skip="нет шага"), None).status is Status.SKIPPED  # type: ignore[arg-type]


def test_praise_gives_the_words_of_what_should_be_missed(tmp_path):
    result = ran(tmp_path, "misses: [greet]", praise=(Finding("greet", (Span(0, 5),)),))
    assert result.differences[0].words == ("Ждите",)


@given(low=strategies.integers(0, 100), high=strategies.integers(0, 100), score=strategies.integers(0, 100))
def test_bounds_are_inclusive(low, high, score):
    expected = ExampleAnswer("", score=(low, high))
    assert (not list(differences(expected, Got(score=score)))) is (low <= score <= high)


def test_bounds_read_as_an_author_writes_them():
    assert [bounds(b) for b in ((60, None), (None, 29), (40, 70), (50, 50))] == [
        ">= 60", "<= 29", "40..70", "= 50",
    ]  # fmt: skip
