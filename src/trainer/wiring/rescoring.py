"""Judges stored sessions by the packs, the catalogue and the engine of today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.model.problem import InputError
from trainer.packs.shelf import Shelf
from trainer.practice.ports import Event
from trainer.practice.rescore import Rejudged, rejudged_series, rejudged_talk
from trainer.practice.stamp import Stamp
from trainer.refresh import REFRESH
from trainer.storage.db.errors import StoreError
from trainer.wiring.judging import SHIPPED, LazyJudge, catalogue
from trainer.wiring.keeping import SystemClock, database, store_failed
from trainer.wiring.refreshing import set_of
from trainer.wiring.series import exercise
from trainer.wiring.stamps import stamp
from trainer.wiring.talks import scenario


@dataclass(frozen=True, slots=True)
class Rescored:
    """A session with its answers judged anew; ``why`` (Russian) says why that could not be, ``at`` when it was held."""

    session: str
    scenario: str
    at: str
    answers: tuple[Rejudged, ...] = ()
    by: Stamp | None = None
    why: str = ""


def rescore(session_id: str = "", shelf: Shelf = SHIPPED) -> Iterator[Rescored]:
    """Judge one session or all anew and keep what comes of it, a session at a time; raises InputError.

    Nothing is yielded for an id that is not there.
    """
    from trainer.storage.db.rescoring import held, story, write_down

    try:
        with database().read() as connection:
            found = held(connection, session_id)
        for one in found:
            with database().read() as connection:
                events = story(connection, one.id)
            try:
                by = stamp(one.scenario, shelf)
                answers = _judged(one.scenario, events, shelf, talk=one.talk)
            except InputError as error:
                why = "; ".join(problem.text for problem in error.problems)
                yield Rescored(one.id, one.scenario, one.at, why=why)
                continue
            with database().write() as connection:
                write_down(connection, one.id, answers, by, SystemClock().now())
            yield Rescored(one.id, one.scenario, one.at, answers, by)
    except StoreError as error:
        raise store_failed(error) from None


def _judged(name: str, events: Sequence[Event], shelf: Shelf, *, talk: bool) -> tuple[Rejudged, ...]:
    judge = LazyJudge(shelf)
    if talk:
        return tuple(rejudged_talk(scenario(name, shelf), events, judge))
    found = set_of(events, shelf) if name == REFRESH else exercise(name, shelf)
    return tuple(rejudged_series(found, events, judge, catalogue(shelf)))
