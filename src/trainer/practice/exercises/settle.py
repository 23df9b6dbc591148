"""Gives the items of a review the turns that they point at, and every setting the standards of the pack."""

from collections.abc import Callable
from dataclasses import replace

from trainer.dialogue.engine import begin_at, setting
from trainer.model.exercise import Exercise, Item, ReviewItem
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Scenario
from trainer.practice.exercises.texts_ru import NO_TURN


def settle(exercise: Exercise, find: Callable[[str], Scenario]) -> Exercise:
    """Return the exercise with every setting; raises InputError for a talk or a turn that is not there."""
    return replace(exercise, items=tuple(_settled(item, exercise, find) for item in exercise.items))


def _settled(item: Item, exercise: Exercise, find: Callable[[str], Scenario]) -> Item:
    if not isinstance(item, ReviewItem):
        return item
    if item.setting:
        return replace(item, setting=replace(item.setting, own=exercise.own))
    name, _, turn = item.at.partition("/")
    scenario = find(name)
    if turn not in scenario.turns:
        place = item.places.get("at", item.place)
        raise InputError(Problem(place, "E151", NO_TURN.format(at=item.at, known=", ".join(scenario.turns))))
    return replace(item, setting=setting(scenario, begin_at(scenario, turn)))
