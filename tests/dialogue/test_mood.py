import pytest

from tests.dialogue.samples import verdict
from trainer.dialogue.mood import moved, shifted, tries_patience
from trainer.model.scenario import Mood


@pytest.mark.parametrize(
    ("score", "violated", "mood"),
    [
        (100, [], Mood.NEUTRAL),
        (85, [], Mood.NEUTRAL),
        (84, [], Mood.UPSET),
        (60, [], Mood.UPSET),
        (59, [], Mood.ANGRY),
        (35, [], Mood.ANGRY),
        (34, [], Mood.FURIOUS),
        (90, ["curt"], Mood.NEUTRAL),
        (90, ["rude"], Mood.ANGRY),
        (70, ["argue", "invalidate"], Mood.FURIOUS),
    ],
)
def test_an_answer_moves_the_client_by_its_score_and_by_what_hurts(score, violated, mood):
    assert moved(Mood.UPSET, verdict(score, violated=violated)) is mood


def test_the_mood_stays_within_its_bounds():
    assert moved(Mood.FURIOUS, verdict(0, violated=["rude", "argue", "abandon"])) is Mood.FURIOUS
    assert moved(Mood.PLEASED, verdict(100)) is Mood.PLEASED
    assert shifted(Mood.ANGRY, 9) is Mood.PLEASED


def test_one_answer_never_drops_a_pleased_client_to_the_bottom():
    assert moved(Mood.PLEASED, verdict(0, violated=["rude", "argue", "abandon", "familiar"])) is Mood.ANGRY


def test_open_facts_and_poor_answers_cost_patience():
    assert tries_patience(verdict(90), left_open=True)
    assert tries_patience(verdict(39), left_open=False)
    assert not tries_patience(verdict(40), left_open=False)


def test_the_poorest_answer_costs_two_steps_of_mood():
    assert moved(Mood.PLEASED, verdict(0)) is Mood.UPSET
