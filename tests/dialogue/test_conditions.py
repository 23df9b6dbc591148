from dataclasses import replace

import pytest

from tests.dialogue.samples import scenario, when
from trainer.dialogue.conditions import holds
from trainer.dialogue.engine import begin
from trainer.dialogue.state import State, Visit
from trainer.model.scenario import Mood, Way

TALK = scenario(Way("good"))
TURN = TALK.turns["ask"]
STATE = replace(
    begin(TALK),
    mood=Mood.ANGRY,
    patience=1,
    warnings=1,
    said=frozenset({"price", "old"}),
    looked=frozenset({"price"}),
    visits={"ask": 2},
    visit=Visit(frozenset({"empathy"}), frozenset({"curt"}), frozenset({"price"}), (40, 81), (2, 3)),
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        (when(shown=("empathy",)), True),
        (when(shown=("empathy", "set-boundary")), False),
        (when(violated=("rude", "curt")), True),
        (when(violated=("rude",)), False),
        (when(given=("price",)), True),
        (when(given=("price", "when")), False),
        (when(missing=("when", "price")), True),
        (when(missing=("price",)), False),
        (when(said=("price", "old")), True),
        (when(said=("when",)), False),
        (when(looked=("price",)), True),
        (when(looked=("price", "order")), False),
        (when(bounds={"score": (62, None)}), False),
        (when(bounds={"score": (None, 60)}), False),
        (when(bounds={"warnings": (1, 1), "patience": (2, None)}), False),
        (when(negated=when(shown=("empathy",), violated=("rude",))), True),
        (when(bounds={"score": (61, 61)}), True),
        (when(bounds={"grade": (3, 3)}), True),
        (when(bounds={"mood": (None, 1)}), True),
        (when(bounds={"mood": (2, None)}), False),
        (when(bounds={"patience": (1, 1), "warnings": (1, None), "visits": (2, 2)}), True),
        (when(bounds={"visits": (None, 1)}), False),
        (when(negated=when(violated=("rude",))), True),
        (when(shown=("empathy",), negated=when(violated=("curt",))), False),
    ],
)
def test_a_condition_holds_when_each_of_its_parts_does(condition, expected):
    assert holds(condition, STATE, TURN) is expected


def test_a_turn_that_the_talk_has_not_come_to_has_no_visits():
    assert holds(when(bounds={"visits": (0, 0)}), replace(STATE, visits={}), TURN)


def test_a_talk_begins_without_warnings_with_one_visit_and_no_answers():
    zero = when(bounds={"warnings": (0, 0), "visits": (1, 1), "score": (0, 0), "grade": (0, 0)})
    assert holds(zero, begin(TALK), TURN)
    assert State("ask", Mood.UPSET, 2).seed == begin(TALK).seed == 0


def test_the_average_of_a_visit_is_a_whole_number():
    visit = Visit(scores=(40, 81), grades=(2, 3))
    assert (repr(visit.score), repr(visit.grade)) == ("61", "3")
