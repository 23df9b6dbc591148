"""Brings a stored series back to the exact state it was left in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer.model.exercise import Exercise
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.standard import Catalogue
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.progress import Progress
from trainer.practice.exercises.series import Series
from trainer.practice.ports import Clock, Event, Store
from trainer.practice.records import Mode


@dataclass(frozen=True, slots=True)
class UnfinishedSeries:
    """A series to resume; ``started`` is a time in ISO form, ``answers`` counts those that stand of ``items``."""

    id: str
    exercise: str
    mode: Mode
    started: str
    answers: int
    items: int


def resume(
    store: Store,
    series_id: str,
    find: Callable[[str], Exercise],
    judge: ReadingJudge,
    catalogue: Catalogue,
    clock: Clock,
) -> Series:
    """Return a series as it was left; ``find`` gives settled exercises. Raises InputError when it cannot be done."""
    events = store.events(series_id)
    about = summary(series_id, events)
    if about is None:
        text = ru.UNKNOWN_SERIES if not events else ru.DAMAGED.format(what="start")
        raise InputError(Problem(Place(series_id), "E071", text))
    progress = Progress(find(about.exercise))
    for event in events:
        progress.apply(event)
    return Series(series_id, progress, about.mode, judge, catalogue, store, clock)


def summary(series_id: str, events: Sequence[Event]) -> UnfinishedSeries | None:
    """Return what a list of series shows of one; None for a talk, or when the beginning cannot be read."""
    try:
        first = events[0]
        mode, exercise, at = Mode(first["mode"]), str(first["exercise"]), str(first["at"])
        items = len(first["items"])
    except (IndexError, KeyError, ValueError, TypeError):
        return None
    kinds = [event.get("kind") for event in events]
    answers = kinds.count("done") - kinds.count("retry")
    return UnfinishedSeries(series_id, exercise, mode, at, answers, items)
