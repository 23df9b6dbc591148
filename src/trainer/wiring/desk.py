"""What the screens ask the house for."""

import threading
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from trainer.model.exercise import Exercise
from trainer.model.problem import InputError
from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue
from trainer.packs.hashes import catalogue_hash
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_catalogue, sound_exercises, sound_packs
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.exercises.series import EVERYTHING, Choice, Series
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished
from trainer.practice.session import Session
from trainer.refresh import REFRESH
from trainer.team.objections import Objection
from trainer.wiring.disagreeing import news, object_to, objections_of
from trainer.wiring.house import HouseComfort
from trainer.wiring.judging import SHIPPED, LazyJudge
from trainer.wiring.keeping import store
from trainer.wiring.pauses import without_pauses
from trainer.wiring.records import HouseRecords
from trainer.wiring.refreshing import HouseRefresher
from trainer.wiring.series import exercise, open_series, resume_exercise
from trainer.wiring.stamps import engine_version
from trainer.wiring.talks import open_session, resume_session
from trainer.wiring.team_desk import TeamDesk

if TYPE_CHECKING:
    from trainer.team.progress.build import Progress

_FIRST = "Здравствуйте! Уже смотрю ваш заказ."


class HouseDesk(TeamDesk):
    """What the screens ask for; see ``trainer.tui.desk.Desk``."""

    def __init__(self, shelf: Shelf = SHIPPED) -> None:
        self._shelf = shelf
        self._records = HouseRecords(shelf)
        self._read: tuple[tuple[Pack, ...], tuple[str, ...]] | None = None
        self._standards: Catalogue | None = None
        self._exercises: tuple[Exercise, ...] | None = None
        self._refresher: HouseRefresher | None = None
        self._loaded = False
        # The first screen and the loading behind it ask at the same time.
        self._reading = threading.RLock()

    def warning(self) -> str:
        """Return why nothing can be kept, or nothing."""
        return store().warning

    def packs(self) -> Sequence[Pack]:
        """Return the packs, without scenarios that have errors."""
        return self._packs()[0]

    def problems(self) -> Sequence[str]:
        """Return the errors of packs, one a text."""
        return self._packs()[1]

    def catalogue(self) -> Catalogue:
        """Return the catalogue with the standards of packs, without those that have errors."""
        with self._reading:
            if self._standards is None:
                self._standards = sound_catalogue(self._shelf)
            return self._standards

    def unfinished(self) -> Sequence[Unfinished]:
        """Return the sessions to resume."""
        return store().unfinished()

    def finished(self) -> Collection[Finished]:
        """Return what was done to its end."""
        return store().finished()

    def objections(self, session_id: str) -> Sequence[Objection]:
        """Return the objections to the verdicts of a session."""
        return objections_of(session_id)

    def object_to(self, session_id: str, attempt: int, deduction: int, text: str) -> None:
        """Keep an objection."""
        object_to(session_id, attempt, deduction, text)

    def decided(self) -> Sequence[Mapping[str, Any]]:
        """Return the decisions to tell of."""
        return news()

    def start(self, scenario_id: str, mode: Mode, task: str = "") -> Session:
        """Begin a session, perhaps for a task."""
        return open_session(scenario_id, mode, shelf=self._shelf, assignment=task)

    def resume(self, session_id: str) -> Session:
        """Go on with a session."""
        return resume_session(session_id, self._shelf)

    def exercises(self) -> Sequence[Exercise]:
        """Return the exercises of all packs, as they are written, without those that have errors."""
        with self._reading:
            if self._exercises is None:
                self._exercises = sound_exercises(self._shelf)
            return self._exercises

    def exercise(self, exercise_id: str) -> Exercise:
        """Return one, ready to be done; raises InputError."""
        return exercise(exercise_id, self._shelf)

    def unfinished_series(self) -> Sequence[UnfinishedSeries]:
        """Return the series of exercises to resume."""
        # A set of refreshers is gone on with by ``refresher``, and only on its day.
        return [one for one in store().unfinished_series() if one.exercise != REFRESH]

    def refresher(self) -> HouseRefresher:
        """Return the refreshers of the person who practises."""
        if self._refresher is None:  # what its items are made of is read once
            self._refresher = HouseRefresher(self._shelf)
        return self._refresher

    def start_series(
        self, exercise_id: str, choice: Choice = EVERYTHING, mode: Mode = Mode.TRAINING, task: str = ""
    ) -> Series:
        """Begin a series; raises InputError. Recovery has none: its steps are those of ``exercise``."""
        return open_series(self.exercise(exercise_id), choice, mode, shelf=self._shelf, assignment=task)

    def resume_series(self, series_id: str) -> Series:
        """Go on with a series; raises InputError."""
        return resume_exercise(series_id, self._shelf)

    def house(self) -> HouseComfort:
        """Return preferences and the first lesson."""
        return HouseComfort()

    def records(self) -> HouseRecords:
        """Return the records of people, for whoever may see them."""
        return self._records

    def progress(self) -> "Progress":
        """Return where whoever practises stands; raises InputError."""
        from trainer.wiring.progress import progress_of

        return progress_of("", self._shelf)

    def warm_up(self) -> None:
        """Load the judge, once the first screen has what it waits for."""
        # Side by side each would take as long as both.
        with suppress(InputError):
            self.unfinished()
            self.tasks()
        self._packs()
        self.exercises()
        with without_pauses():
            # The first reply is what loads the vocabulary and the rules: nobody should wait for that with their own.
            LazyJudge().read(_FIRST)
            self._loaded = True
            # What a talk is stamped with takes long to sum up, and the first question to the store to be put.
            catalogue_hash()
            engine_version()
            self.objections("")

    def ready(self) -> bool:
        """Tell whether the judge is loaded."""
        return self._loaded

    def _packs(self) -> tuple[tuple[Pack, ...], tuple[str, ...]]:
        with self._reading:
            if self._read is None:
                self._read = sound_packs(self._shelf)
            return self._read
