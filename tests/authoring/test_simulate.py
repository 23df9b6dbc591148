from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.simulating import CATALOGUE, MODEL, Judge, standard, talk
from tests.dialogue.samples import when
from trainer.authoring.simulate import Kind, simulate
from trainer.authoring.simulate import run as run_module
from trainer.authoring.simulate.phrases import Phrases
from trainer.authoring.simulate.play import MOST_ANSWERS
from trainer.authoring.simulate.repertoire import Repertoire
from trainer.authoring.simulate.speaker import sort_of
from trainer.authoring.simulate.tally import bin_of
from trainer.authoring.simulate.trainees import Manner
from trainer.model.example import ExampleAnswer
from trainer.model.scenario import Way
from trainer.model.standard import Kind as Standing


def plays(scenario=None, runs=300, seed=1, judge=None, catalogue=CATALOGUE):
    return simulate(scenario or talk(), judge or Judge(), runs, seed, catalogue)


def test_the_same_seed_gives_the_same_simulation():
    assert plays(seed=5) == plays(seed=5)
    assert plays(seed=5) != plays(seed=6)


def test_kinds_of_trainees_come_apart():
    found = plays().groups
    good = {kind: group.endings["good"] / group.plays for kind, group in found.items()}
    assert good[Kind.WEAK] < 0.2 < good[Kind.AVERAGE] < good[Kind.STRONG]
    assert good[Kind.STRONG] > 0.8


def test_an_average_trainee_is_asked_again():
    found = plays()
    assert found.asked["ask", "price"] > 0
    assert found.asked["ask", "when"] > 0
    assert ("ask", "ask") not in found.taken


def test_actions_are_part_of_a_play():
    groups = plays().groups
    for name in ("check-first", "log-contact"):
        shares = [groups[kind].process[name][0] / groups[kind].process[name][1] for kind in Kind]
        assert shares[0] < shares[1] < shares[2]


def test_what_nobody_comes_to_is_said_in_the_order_of_the_file():
    walled = talk(Way("more", when(shown=("set-boundary",))), Way("bad"))
    assert plays(walled).never() == ("more", "good", "so-so")
    assert plays().never() == ()


def answers(scenario, manner, asking, passes):
    found = Repertoire(scenario, Phrases(CATALOGUE), 1, lambda text, turn, asked: passes(text))
    return found.answers(manner, scenario.turns["ask"], asking)


def test_a_strong_trainee_answers_a_question_that_came_back_and_says_all_where_words_fail():
    assert answers(talk(), Manner.FULL, ("when",), lambda _: True) == ("Завтра.",)
    assert answers(talk(), Manner.FULL, ("when",), lambda _: False) == (MODEL,)


def test_what_does_not_pass_is_no_full_answer_but_the_model_answer_is_one():
    assert answers(talk(), Manner.FULL, (), lambda _: False) == (MODEL,)
    assert len(answers(talk(), Manner.FULL, (), lambda _: True)) > 2


def test_every_model_answer_is_given_by_a_strong_trainee():
    other = "Добрый день! Завтра, 250 рублей."
    talked = talk()
    two = replace(talked, turns={**talked.turns, "ask": replace(talked.turns["ask"], other_models=(other,))})
    assert answers(two, Manner.FULL, (), lambda _: False) == (MODEL, other)


def test_a_talk_that_goes_in_circles_is_cut_and_counted():
    found = plays(talk(Way("ask")), runs=9)
    assert sum(group.unfinished for group in found.groups.values()) == 9
    assert found.lengths() == {MOST_ANSWERS: 9}


def test_a_standard_that_a_way_waits_for_is_tried():
    bare = replace(talk().turns["ask"], bad_answer="", model_answer="Не знаю.")
    talked = talk()
    talked = replace(talked, turns={**talked.turns, "ask": bare})
    assert plays(talked).taken["ask", "bad"] > 0


@pytest.mark.parametrize(
    ("expected", "manner"),
    [
        ({"score": (85, None)}, "full"),
        ({"score": (None, 40)}, "poor"),
        ({"score": (40, 84)}, "partial"),
        ({"violates": ("rude",)}, "poor"),
        ({"violates": ("rude",), "score": (50, None)}, "partial"),
        ({}, "partial"),
    ],
)
def test_an_example_answer_belongs_to_who_would_give_it(expected, manner):
    assert sort_of(ExampleAnswer("Да.", **expected)) is Manner(manner)


def test_example_answers_are_played():
    talked, judge = talk(), Judge()
    ask = replace(talked.turns["ask"], examples=(ExampleAnswer("Пока не знаю.", score=(None, 20)),))
    plays(replace(talked, turns={**talked.turns, "ask": ask}), judge=judge)
    assert ("ask", (), "Пока не знаю.") in judge.calls


def test_standards_of_the_pack_are_broken_too_those_of_other_packs_are_not():
    own = replace(standard("photo", Standing.PROHIBITION, "Фото не надо."), pack="demo")
    other = replace(standard("smile", Standing.PROHIBITION, "Не улыбайтесь."), pack="other")
    judge = Judge()
    plays(talk(own=(own,)), judge=judge, catalogue=CATALOGUE.extended([own, other]))
    said = " ".join(text for _, _, text in judge.calls)
    assert "Фото не надо." in said
    assert "Не улыбайтесь." not in said


def test_a_pack_that_says_nothing_is_played_all_the_same():
    empty = talk()
    turns = {name: replace(turn, model_answer="", bad_answer="") for name, turn in empty.turns.items()}
    found = simulate(replace(empty, turns=turns), Judge(), 30, 1)
    assert found.reached("ask") == 30


@pytest.mark.parametrize("runs", [1, 2])
def test_few_plays_leave_some_kinds_without_any(runs):
    found = plays(runs=runs)
    assert [group.plays for group in found.groups.values()] == [1, runs - 1, 0]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(), runs=st.integers(1, 60))
def test_the_sums_agree(seed, runs):
    found = plays(seed=seed, runs=runs)
    assert sum(group.plays for group in found.groups.values()) == runs
    for group in found.groups.values():
        assert sum(group.endings.values()) + group.unfinished == group.plays
        assert {name: sum(bins) for name, bins in group.scores.items()} == group.endings
        assert sum(group.lengths.values()) == group.plays
        assert group.turns["ask"] == group.plays
    ended = Counter({name: found.reached(name) for name in ("good", "so-so", "bad")})
    assert sum(ended.values()) == sum(n for (_, to), n in found.taken.items() if to in ended)
    answers = sum(length * count for length, count in found.lengths().items())
    assert sum(found.taken.values()) + sum(found.asked.values()) == answers


@given(st.integers(0, 100))
def test_every_score_has_a_bin(score):
    assert bin_of(score) == min(9, score // 10)


def test_a_longer_simulation_begins_as_a_shorter_one(monkeypatch):
    seen: list[list[str]] = []
    real = run_module.Player.play

    def play(self, kind, chance):
        found = real(self, kind, chance)
        seen[-1].append(repr([attempt.text for attempt in found.path]))
        return found

    monkeypatch.setattr(run_module.Player, "play", play)
    for runs in (20, 50):
        seen.append([])
        plays(runs=runs)
    assert seen[1][:20] == seen[0]
