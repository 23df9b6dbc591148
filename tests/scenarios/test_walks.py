"""Every turn and ending is reached by some kind of trainee, and no talk goes on for ever."""

import itertools
import random

import pytest

from tests.dialogue.samples import verdict
from trainer.dialogue.engine import begin, step
from trainer.model.scenario import Mood, Outcome, Scenario

IDS = ["courier-pickup", "stolen-parcel", "quarantine-headphones", "abusive-client"]
LONGEST = 25


def perfect(turn):
    return verdict(100, given=[f.id for f in turn.facts], shown=turn.expected, grade=5)


def terse(turn):
    return verdict(65, given=turn.required()[:1], shown=turn.expected[:2], grade=3)


def cold(turn):
    return verdict(45, given=turn.required(), violated=["template"], grade=2)


def poor(turn):
    return verdict(20, violated=["curt", "argue"], grade=1)


def rude(turn):
    return verdict(0, violated=["rude"], grade=1)


HANDS = [perfect, terse, cold, poor, rude]


def walk(talk: Scenario, hands):
    state, moods = begin(talk), [talk.client.mood]
    for hand in itertools.islice(hands, LONGEST):
        if state.ended:
            break
        state, _ = step(talk, state, hand(talk.turns[state.at]))
        moods.append(state.mood)
    return state, moods


def games(talk: Scenario, seed: int = 1, count: int = 1500):
    chance = random.Random(seed)
    for _ in range(count):
        yield walk(talk, (chance.choice(HANDS) for _ in range(LONGEST)))


@pytest.mark.parametrize("name", IDS)
def test_each_turn_and_ending_is_reached(pack, name):
    talk = pack.scenarios[name]
    seen = {at for state, _ in games(talk) for at in state.path}
    assert seen == set(talk.turns) | set(talk.endings)


@pytest.mark.parametrize("name", IDS)
def test_every_talk_ends(pack, name):
    assert all(state.ended for state, _ in games(pack.scenarios[name], seed=2))


@pytest.mark.parametrize("name", IDS)
def test_the_best_trainee_pleases_the_client(pack, name):
    talk = pack.scenarios[name]
    state, moods = walk(talk, itertools.repeat(perfect))
    assert talk.endings[state.at].outcome is Outcome.GOOD
    assert moods[-1] is Mood.PLEASED
    assert moods[-1] > moods[0]


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("hand", [poor, rude])
def test_a_bad_trainee_loses_the_client(pack, name, hand):
    talk = pack.scenarios[name]
    state, moods = walk(talk, itertools.repeat(hand))
    assert talk.endings[state.at].outcome is Outcome.LOST
    assert moods[-1] <= moods[0]


def test_the_boundary_decides_between_threat_and_peace(pack):
    talk = pack.scenarios["abusive-client"]

    def with_boundary(turn):
        return verdict(80, given=turn.required(), shown=["set-boundary"])

    def scolding(turn):
        return verdict(80, given=turn.required(), shown=["set-boundary"], violated=["react-to-emotion"])

    def without(turn):
        return verdict(80, given=turn.required())

    path = {hand: walk(talk, [perfect, hand])[0].at for hand in (with_boundary, scolding, without)}
    assert path == {with_boundary: "cooled", scolding: "threat", without: "threat"}


def test_a_short_yes_makes_marina_ask_for_time_and_price(pack):
    talk = pack.scenarios["courier-pickup"]
    state, happened = step(talk, begin(talk), verdict(50, given=["possible"], violated=["curt"]))
    assert happened.asks == "when"
    state, happened = step(talk, state, verdict(90, given=["when"]))
    assert happened.asks == "price"
    assert step(talk, state, verdict(95, given=["price"]))[1].to == "slot"
