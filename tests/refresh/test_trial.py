"""A small trial: few learners and a month, enough to see which way is up."""

from datetime import timedelta

import pytest

from trainer.refresh.library import Library
from trainer.refresh.trial.learner import FIRST_DAY, Learner, born
from trainer.refresh.trial.picture import picture
from trainer.refresh.trial.run import Conditions, Outcome, minutes_for, outcome
from trainer.refresh.trial.whole import JOBS, REAL, UNTOUCHED, Trial, gathered, one_by_one, ours, run, share

MINUTES = 600


@pytest.fixture(scope="module")
def conditions(library: Library) -> Conditions:
    return Conditions(library.cards, learners=4, days=30)


@pytest.fixture(scope="module")
def mine(conditions: Conditions) -> Outcome:
    return outcome("ours", MINUTES, conditions)


def test_the_plan_keeps_more_in_no_more_minutes_than_chance(conditions: Conditions, mine: Outcome) -> None:
    by_chance = outcome("random", MINUTES, conditions)
    assert mine.retention > by_chance.retention + 0.03
    assert mine.minutes <= by_chance.minutes * 1.1


def test_who_never_practises_forgets(conditions: Conditions, mine: Outcome) -> None:
    assert run(UNTOUCHED, conditions).retention < mine.retention - 0.2


def test_the_same_seed_is_the_same_trial(conditions: Conditions, mine: Outcome) -> None:
    assert outcome("ours", MINUTES, conditions) == mine


def test_nobody_practises_longer_than_there_is_time(conditions: Conditions) -> None:
    days = conditions.days - 1
    weeks = -(-days // 7)
    assert outcome("random", 300, conditions).minutes <= days * 5
    assert 0 < outcome("weekly", 1200, conditions).minutes <= weeks * 20


def test_a_learner_forgets_day_by_day_and_learns_by_practice(conditions: Conditions) -> None:
    cards = sorted(conditions.cards)
    learner = Learner(born(1, cards, 30))
    first, later = learner.retention(1), learner.retention(20)
    assert 0 < later < first < 1
    card = learner.told[0].card
    learner.practise([card], 20)
    assert learner.told[-1].day == FIRST_DAY + timedelta(days=20)
    assert learner.remembers(card, 21) > 0.5


def test_minutes_are_told_from_between_the_budgets() -> None:
    found = [Outcome("random", 0, 100.0, 0.5), Outcome("random", 0, 200.0, 0.7)]
    assert minutes_for(0.6, found) == pytest.approx(150)
    assert minutes_for(0.8, found) is None


def test_the_picture_shows_every_way_and_names_it(conditions: Conditions, mine: Outcome) -> None:
    found = gathered(conditions, JOBS, [Outcome(one.way, one.budget, one.budget / 2, 0.8) for one in JOBS])
    drawn = picture(found)
    assert drawn.startswith("<svg")
    assert all(name in drawn for name in ("по плану", "наугад", "раз в неделю"))
    assert drawn.count("<circle") == len(REAL)


def test_the_share_is_of_the_minutes_that_the_other_way_needs(conditions: Conditions) -> None:
    some = [Outcome("random", 300, 100.0, 0.5), Outcome("random", 600, 200.0, 0.7)]
    found = Trial(
        conditions, {"ours": [Outcome("ours", 600, 75.0, 0.6)], "random": some, "weekly": some[:1]}, {}, 0.3
    )
    assert ours(found.real).minutes == 75
    assert share(found.real, "random") == pytest.approx(0.5)
    assert share(found.real, "weekly") is None


def test_items_one_by_one_ask_for_their_card_alone(library: Library) -> None:
    single = one_by_one(library.cards)
    assert all(source.covers() == {card} for card, places in single.items() for source in places)
