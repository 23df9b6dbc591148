"""Brings a stored session back to the exact state it was left in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Scenario
from trainer.practice.ports import Clock, Event, Judge, Store
from trainer.practice.records import Mode
from trainer.practice.session import Session
from trainer.practice.talk import Talk
from trainer.practice.texts_ru import DAMAGED_SESSION, UNKNOWN_SESSION


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session to resume; ``started`` is a time in ISO form, ``answers`` counts those that stand."""

    id: str
    scenario: str
    mode: Mode
    started: str
    answers: int


@dataclass(frozen=True, slots=True)
class Finished:
    """Something that was done to its end: the id of a scenario or an exercise, and how it was played.

    ``mode`` is None for what has no modes.
    """

    id: str
    mode: Mode | None = None


def is_part(first: Event) -> bool:
    """Tell by the event that began a series whether it takes only some of the items of its exercise.

    An old event does not say how many there are; its series counts as whole.
    """
    items, of = first.get("items"), first.get("of")
    return isinstance(items, list | tuple) and isinstance(of, int) and len(items) < of


def finished(first: Event) -> Finished | None:
    """Return what was finished by the event that began it; None for a part, and when that cannot be read."""
    if is_part(first):
        return None
    try:
        mode = Mode(first["mode"]) if first.get("mode") else None
        return Finished(str(first["scenario"] if "scenario" in first else first["exercise"]), mode)
    except (KeyError, ValueError, TypeError):
        return None


def resume(
    store: Store, session_id: str, find: Callable[[str], Scenario], judge: Judge, clock: Clock
) -> Session:
    """Return a session as it was left, with its draft; raises InputError when that cannot be done."""
    events = store.events(session_id)
    about = summary(session_id, events)
    if about is None:
        raise _problem(session_id, UNKNOWN_SESSION if not events else DAMAGED_SESSION.format(what="start"))
    talk = Talk(find(about.scenario))
    for event in events:
        talk.apply(event)
    return Session(session_id, talk, about.mode, judge, store, clock)


def summary(session_id: str, events: Sequence[Event]) -> Unfinished | None:
    """Return what a list of sessions shows of one; None when its beginning cannot be read."""
    try:
        first = events[0]
        mode, scenario, at = Mode(first["mode"]), str(first["scenario"]), str(first["at"])
    except (IndexError, KeyError, ValueError, TypeError):
        return None
    kinds = [event.get("kind") for event in events]
    return Unfinished(session_id, scenario, mode, at, kinds.count("answer") - kinds.count("retry"))


def _problem(session_id: str, text: str) -> InputError:
    return InputError(Problem(Place(session_id), "E071", text))
