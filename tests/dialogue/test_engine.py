from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue.samples import EXTRA, PRICE, WHEN, scenario, verdict, when
from trainer.dialogue.engine import begin, begin_at, line, look_up, setting, step, worded
from trainer.model.problem import InputError
from trainer.model.scenario import CardPiece, Mood, Scenario, Way

ON = (Way("more", when(bounds={"score": (60, None)}), mood=1), Way("bad"))


def test_a_talk_begins_with_the_opening_line_and_the_mood_of_the_client():
    talk = scenario(*ON)
    state = begin(talk)
    assert line(talk, state) == "Сколько стоит и когда?"
    assert (state.mood, state.patience, state.path) == (Mood.UPSET, 2, ("ask",))


def test_an_open_fact_is_asked_for_and_the_client_stays():
    talk = scenario(*ON)
    state, happened = step(talk, begin(talk), verdict(90, given=["when"]))
    assert (happened.source, happened.to, happened.asks, happened.ended) == ("ask", "ask", "price", False)
    assert line(talk, state) == "Так сколько?"
    assert setting(talk, state).asking == ("price",)
    assert state.patience == 1


def test_the_answer_to_the_question_adds_up_with_the_first_one():
    talk = scenario(*ON)
    state, _ = step(talk, begin(talk), verdict(90, given=["when"]))
    state, happened = step(talk, state, verdict(90, given=["price"]))
    assert (happened.to, happened.asks) == ("more", "")
    assert state.said == {"price", "when"}
    assert state.asking == ()
    assert setting(talk, state).asking == ()


def test_a_fact_is_asked_for_twice_in_other_words_and_never_a_third_time():
    talk = scenario(*ON, facts=(PRICE,), patience=9)
    state, lines = begin(talk), []
    for _ in range(3):
        state, happened = step(talk, state, verdict(10))
        lines.append(line(talk, state))
    assert lines[:2] == ["Так сколько?", "Цену назовите!"]
    assert happened.to == "bad"


def test_a_fact_without_questions_is_asked_for_by_its_text():
    talk = scenario(*ON, facts=(WHEN,))
    state, _ = step(talk, begin(talk), verdict(80))
    assert "завтра" in line(talk, state)


def test_an_optional_fact_is_not_asked_for():
    talk = scenario(*ON, facts=(EXTRA,))
    assert step(talk, begin(talk), verdict(80))[1].to == "more"


def test_without_patience_the_client_goes_on_by_the_ways():
    talk = scenario(*ON, patience=0)
    assert step(talk, begin(talk), verdict(20))[1].to == "bad"


def test_an_urgent_way_comes_before_the_question():
    talk = scenario(*ON, Way("bad", when(violated=("rude",)), urgent=True))
    state, happened = step(talk, begin(talk), verdict(90, violated=["rude"]))
    assert (happened.to, happened.ended) == ("bad", True)
    assert line(talk, state) == "Плохо."


def test_the_first_open_way_wins():
    talk = scenario(Way("more"), Way("bad"), facts=())
    assert step(talk, begin(talk), verdict())[1].to == "more"


def test_a_way_may_change_the_opening_line_of_the_next_turn_once():
    talk = scenario(Way("more", client="И снова я."), facts=())
    state, _ = step(talk, begin(talk), verdict())
    assert line(talk, state) == "И снова я."


def test_the_score_of_a_visit_is_the_average_of_its_answers():
    talk = scenario(Way("more", when(bounds={"score": (60, None)})), Way("bad"), facts=(PRICE,))
    state, _ = step(talk, begin(talk), verdict(10))
    assert step(talk, state, verdict(100, given=["price"]))[1].to == "bad"
    state, _ = step(talk, begin(talk), verdict(40))
    assert step(talk, state, verdict(80, given=["price"]))[1].to == "more"


def test_what_was_shown_before_the_question_still_counts_after_it():
    talk = scenario(Way("more", when(shown=("set-boundary",))), Way("bad"), facts=(PRICE,))
    state, _ = step(talk, begin(talk), verdict(70, shown=["set-boundary"]))
    assert state.warnings == 1
    assert step(talk, state, verdict(90, given=["price"]))[1].to == "more"


def test_mood_of_the_way_adds_to_the_mood_of_the_answer():
    talk = scenario(Way("more", mood=-2), facts=(), mood=Mood.NEUTRAL)
    state, happened = step(talk, begin(talk), verdict(95))
    assert (happened.mood_before, happened.mood_after) == (Mood.NEUTRAL, Mood.UPSET)
    assert state.mood is Mood.UPSET


def test_looked_up_pieces_are_remembered_and_unknown_ones_refused():
    talk = scenario(Way("good", when(looked=("price",))), Way("bad"), facts=())
    state = look_up(talk, begin(talk), "price")
    assert step(talk, state, verdict())[1].to == "good"
    assert step(talk, begin(talk), verdict())[1].to == "bad"
    with pytest.raises(InputError, match="price"):
        look_up(talk, state, "prise")


def test_a_later_turn_can_be_entered_for_one_answer():
    talk = scenario(*ON)
    state = begin_at(talk, "more")
    assert line(talk, state) == "А ещё?"
    assert step(talk, state, verdict())[1].to == "good"


def test_the_setting_holds_what_a_judge_needs():
    told = setting(scenario(*ON), begin(scenario(*ON)))
    assert (told.company, told.names, told.card) == ("Ромашка", ("Пётр",), ("Цена 250 ₽.",))
    assert told.contradictions == ("#300_рублей",)
    assert told.turn is not None
    assert told.turn.id == "ask"


def test_a_step_changes_nothing_it_was_given():
    talk = scenario(*ON)
    before = begin(talk)
    step(talk, before, verdict(10))
    assert before == begin(talk)


def test_after_the_end_there_is_no_step():
    talk = scenario(Way("good"), facts=())
    state, _ = step(talk, begin(talk), verdict())
    with pytest.raises(ValueError, match="over"):
        step(talk, state, verdict())


def test_a_pack_without_a_way_out_ends_badly_and_does_not_crash():
    talk = scenario(Way("good", when(bounds={"score": (90, None)})), facts=())
    assert step(talk, begin(talk), verdict(50))[1].to == "bad"


def several(*ways: Way) -> Scenario:
    """A talk whose lines have three wordings at the first turn and two on the way to the second."""
    talk = scenario(*(ways or (Way("more", client="Ясно.", other_lines=("Понятно.",)),)), facts=())
    ask = replace(talk.turns["ask"], other_lines=("Почём и когда?", "Цена? Срок?"))
    return replace(talk, turns={**talk.turns, "ask": ask})


def test_a_line_is_shown_in_the_wording_that_the_seed_chooses():
    talk = several()
    assert [line(talk, begin(talk, seed)) for seed in range(4)] == [
        "Сколько стоит и когда?",
        "Почём и когда?",
        "Цена? Срок?",
        "Сколько стоит и когда?",
    ]


def test_a_way_leads_on_with_the_wording_that_the_seed_chooses():
    talk = several()
    for seed, said in ((0, "Ясно."), (1, "Понятно."), (2, "Ясно.")):
        state, _ = step(talk, begin(talk, seed), verdict(90))
        assert line(talk, state) == said


def test_a_client_who_comes_back_to_a_turn_says_it_otherwise():
    talk = several(Way("ask"))
    state, lines = begin(talk), []
    for _ in range(3):
        state, _ = step(talk, state, verdict(90))
        lines.append(line(talk, state))
    assert lines == ["Почём и когда?", "Цена? Срок?", "Сколько стоит и когда?"]


def test_a_state_that_counted_no_visits_shows_the_first_wording():
    talk = several()
    assert line(talk, replace(begin(talk), visits={})) == "Сколько стоит и когда?"


def test_the_judge_is_told_the_line_that_was_shown():
    talk = several()
    first = begin(talk, 2)
    assert [setting(talk, state).turn.client for state in (begin(talk), first)] == [
        "Сколько стоит и когда?",
        "Цена? Срок?",
    ]
    state, _ = step(talk, first, verdict(90))
    assert setting(talk, state).turn.client == "Ясно."
    assert setting(talk, begin_at(talk, "ask", 1)).turn.client == "Почём и когда?"


def test_a_question_that_comes_back_is_judged_with_the_line_that_began_the_turn():
    talk = scenario(*ON)
    ask = replace(talk.turns["ask"], other_lines=("Почём и когда?",))
    talk = replace(talk, turns={**talk.turns, "ask": ask})
    state, _ = step(talk, begin(talk, 1), verdict(90, given=["when"]))
    assert line(talk, state) == "Так сколько?"
    assert setting(talk, state).turn.client == "Почём и когда?"


@given(st.lists(st.text(min_size=1), min_size=2, unique=True), st.integers(0, 10**6))
def test_the_next_seed_always_chooses_another_wording(lines, seed):
    assert worded(lines, seed) in lines
    assert worded(lines, seed) != worded(lines, seed + 1)
    assert worded(lines, 0) == lines[0]


def test_what_has_no_wording_says_nothing():
    assert worded((), 7) == ""


def test_any_piece_of_the_card_can_be_looked_up():
    talk = scenario(*ON)
    talk = replace(talk, card=(*talk.card, CardPiece("order", "Заказ", "Заказ 4512.")))
    state = look_up(talk, look_up(talk, begin(talk), "order"), "price")
    assert state.looked == {"order", "price"}
    with pytest.raises(InputError, match="price, order"):
        look_up(talk, state, "orders")


def test_a_question_that_nobody_counted_is_asked_in_its_first_words():
    talk = scenario(*ON)
    assert line(talk, replace(begin(talk), asking=("price",))) == "Так сколько?"
