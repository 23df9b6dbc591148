"""The packs as the app offers them: what is broken is told and left out, the rest can be played."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from trainer.model.exercise import Exercise
from trainer.model.problem import InputError, Level, Problem
from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue
from trainer.packs.library import playable
from trainer.packs.own_standards import shipped
from trainer.packs.plan_reader import check_plan
from trainer.packs.problems import Problems
from trainer.packs.remembered import exercises_of, pack_and_problems
from trainer.packs.shelf import Shelf


def sound_packs(shelf: Shelf) -> tuple[tuple[Pack, ...], tuple[str, ...]]:
    """Return the packs without scenarios that have errors, and the errors of all packs, one a text."""
    packs: list[Pack] = []
    found: list[Problem] = []
    try:
        folders = shelf.folders()
    except InputError as error:
        return (), tuple(str(problem) for problem in error.problems)
    known = playable(folders)
    for folder in folders:
        pack, wrong = pack_and_problems(folder)
        problems = list(wrong)
        check_plan(pack.plan, known, Problems(problems))
        packs.append(_sound(pack, problems))
        found += problems
    return tuple(packs), tuple(str(item) for item in found if item.level is Level.ERROR)


def sound_exercises(shelf: Shelf) -> tuple[Exercise, ...]:
    """Return the exercises as they are written, pack by pack, without those that have errors."""
    with suppress(InputError):
        return tuple(found for folder in shelf.folders() for found in exercises_of(folder))
    return ()


def sound_catalogue(shelf: Shelf) -> Catalogue:
    """Return the catalogue of the app: what is broken was told with the packs and is left out."""
    try:
        return shipped().extended(shelf.own_standards([]))
    except InputError:
        return shipped()


def _sound(pack: Pack, problems: Sequence[Problem]) -> Pack:
    """Return the pack without the scenarios that an error was found in."""
    broken = {item.place.path for item in problems if item.level is Level.ERROR}
    kept = {name: found for name, found in pack.scenarios.items() if found.place.path not in broken}
    return replace(pack, scenarios=kept)
