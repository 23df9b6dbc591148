"""The example that is shown beside words found by meaning."""

from dataclasses import replace

from tests.scoring.samples import standard
from trainer.model.span import Span
from trainer.model.standard import Example
from trainer.scoring.nearest import nearest_example
from trainer.text.analysis import Text

HITS = (
    Example("Сами виноваты, надо было читать"),
    Example("Надо было внимательно читать условия"),
    Example("Это не наша забота"),
)
BLAME = replace(standard("scold-client"), hits=HITS)


def nearest(typed: str, of: str = "", hits: tuple[Example, ...] = HITS) -> str:
    start = typed.index(of)
    span = Span(start, start + len(of or typed))
    return nearest_example(replace(BLAME, hits=hits), Text(typed), span)


def test_the_example_that_shares_most_words_in_any_form_is_nearest() -> None:
    assert nearest("Внимательно читайте условия.") == HITS[1].text
    assert nearest("Вы сами виноваты.") == HITS[0].text


def test_words_beyond_those_in_common_count_against_an_example() -> None:
    """Both hold «читать»; the shorter one holds less besides."""
    assert nearest("читать", hits=(HITS[1], Example("Надо читать"))) == "Надо читать"


def test_only_the_words_that_were_found_are_compared() -> None:
    typed = "Внимательно читайте условия. Не наша забота."
    assert nearest(typed, "Не наша забота.") == HITS[2].text
    assert nearest(typed, "Внимательно читайте условия.") == HITS[1].text


def test_examples_of_a_certain_turn_are_not_shown() -> None:
    assert nearest("забота", hits=(HITS[0], Example("забота", at="talk/turn"))) == HITS[0].text


def test_without_examples_none_is_shown() -> None:
    assert nearest("забота", hits=()) == ""
    assert nearest("", hits=(Example(""),)) == ""
