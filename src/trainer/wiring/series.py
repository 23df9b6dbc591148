"""Series of exercises: begun and resumed."""

from functools import partial

from trainer.model.exercise import Exercise
from trainer.packs.shelf import Shelf
from trainer.practice.exercises.replay import resume as resume_series
from trainer.practice.exercises.series import EVERYTHING, Choice, Series
from trainer.practice.exercises.series import start as start_series
from trainer.practice.exercises.settle import settle
from trainer.practice.ports import Store
from trainer.practice.records import Mode
from trainer.wiring.judging import SHIPPED, LazyJudge, catalogue
from trainer.wiring.keeping import SystemClock, store
from trainer.wiring.stamps import stamp
from trainer.wiring.talks import scenario


def exercise(exercise_id: str, shelf: Shelf = SHIPPED) -> Exercise:
    """Return an exercise with the turns that it points at; raises InputError."""
    return settle(shelf.exercise(exercise_id), partial(scenario, shelf=shelf))


def open_series(
    found: Exercise,
    choice: Choice = EVERYTHING,
    mode: Mode = Mode.TRAINING,
    keep: Store | None = None,
    shelf: Shelf = SHIPPED,
    assignment: str = "",
) -> Series:
    """Begin a series of a settled exercise, in the person's store or in ``keep``, perhaps for a task."""
    clock = SystemClock()
    series_id = f"{clock.now():%Y%m%d-%H%M%S-%f}-{found.id}"
    judge, standards = LazyJudge(shelf), catalogue(shelf)
    about = stamp(found.id, shelf, assignment).data()
    keep = keep or store()
    return start_series(
        series_id, found, judge, standards, keep, clock, mode=mode, choice=choice, about=about
    )


def resume_exercise(series_id: str, shelf: Shelf = SHIPPED) -> Series:
    """Return a series as it was left; raises InputError."""
    find = partial(exercise, shelf=shelf)
    return resume_series(store(), series_id, find, LazyJudge(shelf), catalogue(shelf), SystemClock())
