"""Whoever writes a pack writes patterns: none of them may hold up the judge, and none may make it fall over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import setting_at
from tests.scoring.test_long_answers import calls
from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Setting
from trainer.scoring.facts import find_facts
from trainer.text.analysis import Text
from trainer.text.pattern import PatternError, compile_pattern, places, search
from trainer.text.wording import find_source, find_wording, read_wording

# For each of these a searcher that tries every way would take ages.
BAD = {
    "many optional words": ("[да] " * 30 + "нет", "да " * 400),
    "many gaps": ("да *50 " * 18 + "нет", "да " * 400),
    "gaps and optional words": ("[да] *9 " * 15 + "нет", "да " * 400),
    "anything": ("_ * _ * _ * _ * _ * _ * _ * нет", "да " * 400),
    "beginnings": ("а~ *50 а~ *50 а~ *50 я", "а " * 400),
    "denials": ("!я *50 !я *50 !я *50 я", "а " * 400),
    "optional groups": ("[а|а а|а а а|а а а а] " * 20 + "я", "а " * 400),
    "the end": ("*50 *50 *50 *50 *50 *50 я $", "а " * 400),
}
OF_ONE_PLACE = (
    1_500  # calls for each word of a text; the many ways of these patterns are some 2 to the power of 30
)


@pytest.mark.parametrize("name", BAD)
def test_no_pattern_tries_every_way(name: str) -> None:
    pattern, typed = BAD[name]
    text = Text(typed)
    for item in compile_pattern(pattern):
        places(item, text)
    assert calls(lambda: search(pattern, text)) <= OF_ONE_PLACE * len(text.tokens)


@pytest.mark.parametrize("name", BAD)
def test_a_wording_of_a_fact_tries_few_ways(name: str) -> None:
    wording, text = read_wording(BAD[name][0]), Text(BAD[name][1])
    assert calls(lambda: find_wording(wording, text)) <= 10 * OF_ONE_PLACE * len(text.tokens)


@pytest.mark.parametrize(
    "pattern",
    ["!" * 5000 + "а", "(" * 5000, "[" * 900, "(а|(б|в))", "!!а", "*51", "*" * 9, "*²", "*-1", "*" + "9" * 5000,
     "а " * 41, "а" * 2001, "", "*", "^ $", "(|)", "#нисколько"],
)  # fmt: skip
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern)


PIECES = st.sampled_from(
    [*"()[]|<>!*#=~^$_ ,а", "*3", "#5", "курьер", "не", "VERB", "²", "\u0301", "😊"],
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_pattern_is_refused_or_stays_inside_the_text(pattern: str) -> None:
    text = Text("Курьер не приедет 5 мая, а вы ждите! Да 😊.")
    try:
        found = search(pattern, text)
    except PatternError:
        return
    assert all(0 <= match.first < match.last <= len(text.tokens) for match in found)
    assert search(pattern, Text(text.typed)) == found


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_wording_is_found_or_not(wording: str) -> None:
    text = Text("Курьер не приедет 5 мая, а вы ждите! Да 😊.")
    found = find_source(wording, text)
    assert found is None or 0 <= found.first < found.last <= len(text.tokens)


def test_a_talk_goes_on_when_a_wording_cannot_be_read() -> None:
    """Whoever plays a draft sees its answers judged; what is wrong with it, lint says."""
    fact = Fact("a", "курьер", True, parts=(("*нет", "курьер приедет"),), contradictions=("(((",))
    turn = Turn(id="t", client="Когда?", expected=(), facts=(fact,))
    assert "a" in find_facts(Text("Курьер приедет завтра."), Setting(turn=turn)).given
    assert setting_at("courier-pickup/question").turn
