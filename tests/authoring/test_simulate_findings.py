from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.simulating import CATALOGUE, Judge, talk
from tests.dialogue.samples import when
from trainer.authoring.simulate import Group, Kind, Simulation, simulate
from trainer.authoring.simulate.findings import Doubt, better, findings, ways_to
from trainer.model.scenario import Outcome, Way

OUTCOMES = {"good": Outcome.GOOD, "so-so": Outcome.MIXED, "bad": Outcome.LOST}
COUNTS = st.tuples(*[st.integers(0, 50)] * 4).filter(any)


def group(good=0, mixed=0, lost=0, unfinished=0) -> Group:
    endings = {"good": good, "so-so": mixed, "bad": lost}
    return Group(good + mixed + lost + unfinished, {}, endings, {}, {}, {}, {}, unfinished)


def simulation(weak: Group, strong: Group) -> Simulation:
    groups = {Kind.WEAK: weak, Kind.AVERAGE: group(1, 1, 1), Kind.STRONG: strong}
    return Simulation("talk", 9, 1, groups, OUTCOMES, {}, {})


def doubts(weak: Group, strong: Group) -> list[Doubt]:
    return [item.doubt for item in findings(simulation(weak, strong))]


def test_a_weak_trainee_who_ends_like_a_strong_one_is_told():
    assert doubts(group(good=9, lost=1), group(good=9, lost=1)) == [Doubt.WEAK_LIKE_STRONG]
    assert doubts(group(mixed=10), group(good=10)) == []


def test_strong_trainees_have_to_end_well_mostly():
    assert doubts(group(lost=10), group(good=7, mixed=3)) == []
    assert doubts(group(lost=10), group(good=6, mixed=4)) == [Doubt.STRONG_SELDOM_GOOD]


def test_circles_are_told_and_count_as_lost():
    found = findings(simulation(group(unfinished=4), group(good=4)))
    assert [(item.doubt, item.value) for item in found] == [(Doubt.CIRCLES, 4)]
    assert better(group(unfinished=4), group(lost=4), OUTCOMES) == 50


def test_without_plays_nothing_is_compared():
    assert doubts(group(), group(good=1)) == []


@given(COUNTS, COUNTS)
def test_one_is_better_as_often_as_the_other_is_worse(ours, theirs):
    one, other = group(*ours), group(*theirs)
    assert better(one, one, OUTCOMES) == 50
    # Each side is rounded for itself.
    assert 99 <= better(one, other, OUTCOMES) + better(other, one, OUTCOMES) <= 101


@given(COUNTS)
def test_nothing_beats_the_good_ending(counts):
    assert better(group(good=1), group(*counts), OUTCOMES) >= 50


def test_a_talk_where_words_do_not_matter_is_told():
    told = findings(simulate(talk(Way("good")), Judge(), 90, 1, CATALOGUE))
    assert [item.doubt for item in told] == [Doubt.WEAK_LIKE_STRONG]


def test_the_ways_to_a_place_are_listed_in_the_order_of_the_file():
    walled = talk(Way("so-so", when(shown=("greet",))), Way("bad"))
    assert [(turn, way.to) for turn, way in ways_to(walled, "so-so")] == [("ask", "so-so"), ("more", "so-so")]
