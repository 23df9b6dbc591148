"""Refreshers: the day as it stands, and today's set begun or gone on with."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.model.exercise import Exercise
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_catalogue, sound_exercises, sound_packs
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.replay import resume
from trainer.practice.exercises.series import Series, start
from trainer.practice.ports import Clock, Event
from trainer.practice.tell import Names
from trainer.refresh import REFRESH
from trainer.storage.db.errors import StoreError
from trainer.wiring.judging import SHIPPED, LazyJudge
from trainer.wiring.keeping import SystemClock, database, store, store_failed
from trainer.wiring.stamps import stamp

if TYPE_CHECKING:
    from trainer.refresh.library import Library
    from trainer.refresh.run import Run
    from trainer.refresh.today import Today
    from trainer.storage.db.refresh_store import Story


class HouseRefresher:
    """The refreshers of the person who practises. Every method may be slow and raises InputError when the store fails."""

    def __init__(
        self, shelf: Shelf = SHIPPED, clock: Clock | None = None, judge: ReadingJudge | None = None
    ) -> None:
        self._shelf, self._clock = shelf, clock or SystemClock()
        self._judge = judge or LazyJudge(shelf)

    @cached_property
    def library(self) -> "Library":
        """What the items are made of."""
        from trainer.refresh.library import Library

        packs, exercises = sound_packs(self._shelf)[0], sound_exercises(self._shelf)
        return Library(packs, exercises, sound_catalogue(self._shelf))

    def today(self, *, more: bool = False, on: date | None = None) -> "Today":
        """Return the day as it stands; ``more`` leaves aside a set that is finished.

        ``on`` looks at another day, as if nothing were done until then.
        """
        from trainer.refresh.today import today

        now, story = self._clock.now(), self._story()
        begun = story.last if not (more and story.last and story.last.finished) else None
        return today(self.library, story.answers, on or now.date(), store().person, begun)

    def begin(self, *, more: bool = False) -> "Run | None":
        """Return today's set at the card to answer next; None when it is done, or when there is nothing to ask.

        ``more`` begins another one after that.
        """
        from trainer.refresh.run import Run
        from trainer.refresh.today import as_exercise

        day = self.today(more=more)
        if day.finished or not day.set:
            return None
        names = Names(self.library.catalogue)
        found = as_exercise([one.item for one in day.set], self.library)
        if day.session:
            catalogue = self.library.catalogue
            series = resume(store(), day.session, lambda _: found, self._judge, catalogue, self._clock)
            return Run(series, day, names)
        return Run(self._started(found, day), day, names)

    def _started(self, found: Exercise, day: "Today") -> Series:
        series_id = f"{self._clock.now():%Y%m%d-%H%M%S-%f}-{REFRESH}"
        about = {**stamp(REFRESH, self._shelf).data(), "reasons": [one.reason.value for one in day.set]}
        return start(series_id, found, self._judge, self.library.catalogue, store(), self._clock, about=about)

    def _story(self) -> "Story":
        # Whatever waits beside the store is taken in first.
        person = store().person
        from trainer.storage.db.refresh_store import story

        try:
            with database().read() as connection:
                return story(connection, person, self._clock.now().tzinfo)
        except StoreError as error:
            raise store_failed(error) from None


def refresher(shelf: Shelf = SHIPPED) -> HouseRefresher:
    """Return the refreshers of the person who practises."""
    return HouseRefresher(shelf)


def set_of(events: Sequence[Event], shelf: Shelf = SHIPPED) -> Exercise:
    """Return the exercise of a stored set, without the items that cannot be made any more."""
    from trainer.refresh.today import as_exercise

    library = HouseRefresher(shelf).library
    made = (library.item(str(name)) for name in events[0].get("items", ())) if events else ()
    return as_exercise([item for item in made if item], library)
