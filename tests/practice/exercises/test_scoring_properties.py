"""What has to hold of the scores whatever is marked or written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.exercises.fakes import WordJudge
from trainer.model.exercise import Mark, ShortenItem, SpotItem
from trainer.model.scenario import Fact
from trainer.model.span import Span
from trainer.practice.exercises.answer import Answer, Marked
from trainer.practice.exercises.places import locate, overlap
from trainer.practice.exercises.shorten import assess as assess_shorten
from trainer.practice.exercises.shorten import target, words
from trainer.practice.exercises.spot import assess as assess_spot

TEXT = "Добрый день! Это склад вечно путает коробки, а мне потом отвечать. Напишу вам к шести вечера."
IDS = ("blame-colleague", "inner-kitchen", "rude", "curt")
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(min(ends), max(ends))
)
full = spans.filter(lambda span: any(char.isalnum() for char in span.of(TEXT)))
true_marks = st.lists(st.builds(Mark, st.sampled_from(IDS), full), max_size=2, unique_by=lambda m: m.span)
marked = st.lists(
    st.one_of(
        st.builds(lambda name, span: Marked(name, span.of(TEXT), span), st.sampled_from(IDS), full),
        st.builds(Marked, st.sampled_from(IDS), st.text(alphabet="абв склад,!", max_size=20)),
    ),
    max_size=4,
)


def spot(marks):
    return SpotItem(id="s", text=TEXT, marks=tuple(marks), why="потому что")


@given(true_marks, marked)
@settings(max_examples=150, deadline=None)
def test_losses_explain_the_score_of_what_was_marked_exactly(marks, said):
    result = assess_spot(spot(marks), Answer(marks=tuple(said)), WordJudge())
    assert 0 <= result.score == 100 - sum(loss.points for loss in result.losses)
    assert all(span.end <= len(loss.text) for loss in result.losses for span in loss.evidence)


@given(true_marks)
@settings(max_examples=80, deadline=None)
def test_marking_exactly_what_is_wrong_is_a_hundred_and_nothing_is_zero(marks):
    said = tuple(Marked(mark.standard, span=mark.span) for mark in marks)
    assert assess_spot(spot(marks), Answer(marks=said), WordJudge()).score == 100
    assert assess_spot(spot(marks), Answer(), WordJudge()).score == (0 if marks else 100)


@given(true_marks, marked, full)
@settings(max_examples=80, deadline=None)
def test_one_mark_more_where_nothing_is_wrong_never_helps(marks, said, extra):
    if any(overlap(TEXT, mark.span, extra) for mark in marks):
        return
    before = assess_spot(spot(marks), Answer(marks=tuple(said)), WordJudge())
    after = assess_spot(spot(marks), Answer(marks=(*said, Marked("curt", span=extra))), WordJudge())
    assert after.score <= before.score


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_words_that_are_found_are_like_those_that_were_typed(typed):
    found = locate(TEXT, " ".join(typed))
    assert found is None or any(char.isalnum() for char in found.of(TEXT))
    exact = locate(TEXT, "склад вечно путает")
    assert exact is not None
    assert exact.of(TEXT) == "склад вечно путает"


LONG = " ".join(f"слово{'абвгдежзик'[n % 10]}" for n in range(40)) + " 18:00"
FACT = Fact("until", "до 18:00", True, parts=(("#18:00",),))
SHORTEN = ShortenItem(id="h", text=LONG, good=("слово 18:00",), keep=(FACT,))


@given(st.integers(0, 60), st.booleans())
@settings(max_examples=120, deadline=None)
def test_more_words_never_score_better_and_the_target_costs_nothing(count, given_fact):
    text = " ".join(["слово"] * count) + (" 18:00" if given_fact else "")
    result = assess_shorten(SHORTEN, Answer(text=text), WordJudge())
    longer = assess_shorten(SHORTEN, Answer(text=f"слово {text}"), WordJudge())
    assert result.score == 100 - sum(loss.points for loss in result.losses)
    if text.strip():
        assert longer.score <= result.score
        assert given_fact or not result.passed
        if given_fact:
            assert (result.score == 100) is (words(text) <= target(SHORTEN))
            assert result.passed or words(text) > target(SHORTEN)
