import pytest
from hypothesis import given, strategies

from trainer.authoring.examples_select import NotAnExpressionError, matcher

NAMES = ("shop/ask/warm", "shop/ask/cold", "shop/pay/warm", "rude/hit-1")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("warm", "02"),
        ("WARM", "02"),
        ("ask and warm", "0"),
        ("ask or rude", "013"),
        ("not ask", "23"),
        ("not not ask", "01"),
        ("shop and not (ask or pay)", ""),
        ("ask and cold or pay", "12"),
        ("(ask and cold)or(pay)", "12"),
        ("hit-1", "3"),
        ("shop/ask", "01"),
    ],
)
def test_names_are_picked_as_by_pytest(expression, expected):
    fits = matcher(expression)
    assert "".join(str(i) for i, name in enumerate(NAMES) if fits(name)) == expected


@pytest.mark.parametrize(
    ("expression", "near"),
    [
        ("", ""),
        ("and", "and"),
        ("a and", ""),
        ("(a", ""),
        ("a)", ")"),
        ("a b", "b"),
        ("not", ""),
        ("()", ")"),
    ],
)
def test_what_does_not_read_names_the_word(expression, near):
    with pytest.raises(NotAnExpressionError) as caught:
        matcher(expression)
    assert caught.value.near == near


def test_brackets_without_end_are_refused_not_followed():
    with pytest.raises(NotAnExpressionError):
        matcher("(" * 100_000)


@given(strategies.text(max_size=30))
def test_any_text_reads_or_is_refused(text):
    fits, near = None, ""
    try:
        fits = matcher(text)
    except NotAnExpressionError as error:
        near = error.near
    assert near in text
    if fits:
        assert matcher(f"not ({text})")("shop/ask/warm") is not fits("shop/ask/warm")
