"""A long answer costs as much more as it is longer: counted in calls, and loosely in processor time."""

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from tests.conftest import setting_at
from tests.nasty import NASTY
from trainer.scoring.judge import Judge
from trainer.text import tokens
from trainer.text.analysis import LONG, Text, read_once
from trainer.text.pieces import clean, pieces_of
from trainer.text.quotes import cited_tokens

SHORT, LONGER = 3000, 6000
# Calls that a text costs whatever its length, patterns of standards above all, are in both numbers.
MOST_CALLS = 3
# Twice the length must not take four times as long; noise of a busy machine is allowed for.
MOST_TIME = 3.5


def calls(action: Callable[[], object]) -> int:
    """Count the calls of Python and C functions: a measure of work that is the same on every machine."""
    count = 0

    def noted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(noted)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", NASTY)
def test_twice_the_length_takes_about_twice_the_calls(rules_judge: Judge, name: str) -> None:
    place = setting_at("courier-pickup/question")
    short, longer = (NASTY[name](size) for size in (SHORT, LONGER))
    read(longer)  # words are looked up once
    counts = [calls(lambda text=text: rules_judge.score(text + " ", place)) for text in (short, longer)]
    assert counts[1] <= counts[0] * MOST_CALLS


def read(typed: str) -> None:
    text = Text(typed)
    assert text.tokens is not None
    assert text.clauses is not None
    assert text.quantities is not None
    cited_tokens(text)
    clean(text.source.text)


def seconds(typed: str) -> float:
    begun = time.process_time()
    read(typed)
    return time.process_time() - begun


@pytest.mark.parametrize("name", NASTY)
def test_regular_expressions_take_time_in_line_with_the_length(name: str) -> None:
    """What happens inside a regular expression is no call, so here the clock of the processor is asked."""
    short, longer = NASTY[name](4_000), NASTY[name](16_000)
    read(longer)
    # A busy machine may be unlucky once, not four times.
    assert any(seconds(longer) <= max(seconds(short), 0.005) * MOST_TIME**2 for _ in range(4))


def test_of_very_many_strange_words_only_the_first_are_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(tokens, "read_word", lambda word: asked.append(word) or tokens.unread(word))
    monkeypatch.setattr(tokens, "known_word", lambda word: False)
    found = Text(NASTY["words that are not"](60_000)).tokens
    assert len({token.text for token in found}) > 5_000
    assert len(asked) == tokens.MOST_READ


def test_words_of_the_dictionary_are_read_however_many_there_are() -> None:
    text = Text(NASTY["words that are not"](6 * tokens.MOST_READ + 6) + " курьеру обещали")
    assert [token.lemma for token in text.tokens[-2:]] == ["курьер", "обещать"]
    assert not text.tokens[-3].reading.known


def test_of_long_answers_few_are_kept_in_memory() -> None:
    assert read_once("Здравствуйте!") is read_once("Здравствуйте!")
    long = [f"{'Ждите. ' * LONG}{number}" for number in range(20)]
    first = read_once(long[0])
    assert read_once(long[0]) is first
    for text in long[1:]:
        read_once(text)
    assert read_once(long[0]) is not first


def test_the_network_reads_the_beginning_of_a_long_answer() -> None:
    assert len(pieces_of(Text(NASTY["a reply"](20_000))).ids) == 401
