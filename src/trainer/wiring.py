"""The one place where store, clock, packs, judge and screens are joined."""

import contextlib
import os
import threading
import warnings
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from random import Random
from typing import TYPE_CHECKING

from trainer.model.exercise import Exercise
from trainer.model.problem import InputError
from trainer.model.scenario import Pack, Scenario
from trainer.model.standard import Catalogue
from trainer.model.verdict import Reading, Setting, Verdict
from trainer.packs.own_standards import shipped
from trainer.packs.shelf import Shelf
from trainer.packs.sound import exercise_titles, sound_catalogue, sound_packs
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.exercises.replay import resume as resume_series
from trainer.practice.exercises.series import EVERYTHING, Choice, Series
from trainer.practice.exercises.series import start as start_series
from trainer.practice.exercises.settle import settle
from trainer.practice.ports import Judge, Store
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished, resume
from trainer.practice.session import Session, start
from trainer.practice.variety import next_seed
from trainer.storage.memory import MemoryStore
from trainer.storage.safe import SafeStore, open_store

if TYPE_CHECKING:
    from trainer.text.meaning import Reader

_building = threading.Lock()
# The shelf with nothing on it but what came with the program.
SHIPPED = Shelf()
WITHOUT_MEANING = (
    "Модель смысла не загрузилась ({reason}). Ответы проверяются только по правилам, найдётся меньше."
)


class SystemClock:
    """The wall clock with its zone."""

    def now(self) -> datetime:
        """Return the current time."""
        return datetime.now().astimezone()


class LazyJudge:
    """A judge that loads its models when the first answer comes, or when ``load`` is called before."""

    def __init__(self, shelf: Shelf = SHIPPED) -> None:
        """``shelf`` brings the standards of packs that replies are read by when no scenario is known."""
        self._shelf = shelf

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge an answer."""
        return self.load().score(text, setting)

    def read(self, text: str) -> Reading:
        """Read a text on its own."""
        return self.load().read(text)

    @property
    def muted(self) -> Collection[str]:
        """The standards that take no points."""
        return self.load().muted

    def load(self) -> ReadingJudge:
        """Return the judge; threads that come meanwhile wait for it."""
        with _building:
            return build_judge(self._shelf)


@cache
def catalogue(shelf: Shelf = SHIPPED) -> Catalogue:
    """Return the catalogue that comes with the program and the standards of packs; raises InputError."""
    return shipped().extended(shelf.own_standards())


@cache
def build_judge(shelf: Shelf = SHIPPED) -> ReadingJudge:
    """Return the judge, built once; takes a second or two. Raises InputError for broken standards of packs.

    Without the encoder it judges by rules alone, and says so once.
    """
    from trainer.scoring.judge import Judge as Scorer

    own = [standard for standard in catalogue(shelf).standards.values() if standard.pack]
    judge: ReadingJudge = Scorer(shipped(), _reader(), own)
    return judge


@cache
def _reader() -> "Reader | None":
    from trainer.text.meaning import MeaningAbsentError, load_reader

    try:
        return load_reader()
    except MeaningAbsentError as problem:
        warnings.warn(WITHOUT_MEANING.format(reason=problem), stacklevel=3)
        return None


def renew() -> None:
    """Forget the catalogue and the judge: the next call reads the standards as they are now."""
    shipped.cache_clear()
    catalogue.cache_clear()
    build_judge.cache_clear()


@cache
def store() -> SafeStore:
    """Return the store of this person."""
    return open_store(os.environ)


def scenario(scenario_id: str, shelf: Shelf = SHIPPED) -> Scenario:
    """Return a scenario; raises InputError."""
    return shelf.find(scenario_id)[1]


def open_session(
    scenario_id: str,
    mode: Mode = Mode.TRAINING,
    keep: Store | None = None,
    judge: Judge | None = None,
    shelf: Shelf = SHIPPED,
    seed: int | None = None,
) -> Session:
    """Begin a session, in the person's store or in ``keep``; raises InputError for an unknown scenario.

    ``seed`` chooses among the wordings of the client's lines; without one they differ from the last talk's.
    """
    clock, keep = SystemClock(), keep or store()
    found = scenario(scenario_id, shelf)
    session_id = f"{clock.now():%Y%m%d-%H%M%S-%f}-{found.id}"
    chosen = next_seed(keep, found.id, Random()) if seed is None else seed
    return start(session_id, found, mode, judge or LazyJudge(), keep, clock, chosen)


def open_passing_session(
    found: Scenario, judge: Judge | None = None, mode: Mode = Mode.TRAINING, seed: int = 0
) -> Session:
    """Begin a session that leaves nothing behind, for answers that come from a file."""
    return start("passing", found, mode, judge or LazyJudge(), MemoryStore(), SystemClock(), seed)


def resume_session(session_id: str, shelf: Shelf = SHIPPED) -> Session:
    """Return a session as it was left; raises InputError."""
    find: Callable[[str], Scenario] = partial(scenario, shelf=shelf)
    return resume(store(), session_id, find, LazyJudge(), SystemClock())


def exercise(exercise_id: str, shelf: Shelf = SHIPPED) -> Exercise:
    """Return an exercise with the turns that it points at; raises InputError."""
    return settle(shelf.exercise(exercise_id), partial(scenario, shelf=shelf))


def open_series(
    found: Exercise,
    choice: Choice = EVERYTHING,
    mode: Mode = Mode.TRAINING,
    keep: Store | None = None,
    shelf: Shelf = SHIPPED,
) -> Series:
    """Begin a series of a settled exercise, in the person's store or in ``keep``."""
    clock = SystemClock()
    series_id = f"{clock.now():%Y%m%d-%H%M%S-%f}-{found.id}"
    judge, standards = LazyJudge(shelf), catalogue(shelf)
    return start_series(series_id, found, judge, standards, keep or store(), clock, mode=mode, choice=choice)


def resume_exercise(series_id: str, shelf: Shelf = SHIPPED) -> Series:
    """Return a series as it was left; raises InputError."""
    find = partial(exercise, shelf=shelf)
    return resume_series(store(), series_id, find, LazyJudge(shelf), catalogue(shelf), SystemClock())


class HouseDesk:
    """What the screens ask for; see ``trainer.tui.desk.Desk``."""

    def __init__(self, shelf: Shelf = SHIPPED) -> None:
        self._shelf = shelf
        self._read: tuple[tuple[Pack, ...], tuple[str, ...]] | None = None
        self._standards: Catalogue | None = None
        self._exercises: Mapping[str, str] | None = None
        self._loaded = False

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
        if self._standards is None:
            self._standards = sound_catalogue(self._shelf)
        return self._standards

    def unfinished(self) -> Sequence[Unfinished]:
        """Return the sessions to resume."""
        return store().unfinished()

    def exercise_titles(self) -> Mapping[str, str]:
        """Return what the exercises are called; those that have errors are left out."""
        if self._exercises is None:
            self._exercises = exercise_titles(self._shelf)
        return self._exercises

    def finished(self) -> Collection[Finished]:
        """Return what was done to its end."""
        return store().finished()

    def start(self, scenario_id: str, mode: Mode) -> Session:
        """Begin a session."""
        return open_session(scenario_id, mode, shelf=self._shelf)

    def resume(self, session_id: str) -> Session:
        """Go on with a session."""
        return resume_session(session_id, self._shelf)

    def exercises(self) -> Sequence[Exercise]:
        """Return the exercises of all packs, as they are written, without those that have errors."""
        found = []
        for name in self._shelf.exercise_files():
            with contextlib.suppress(InputError):
                found.append(self._shelf.exercise(name))
        return found

    def exercise(self, exercise_id: str) -> Exercise:
        """Return one, ready to be done; raises InputError."""
        return exercise(exercise_id, self._shelf)

    def unfinished_series(self) -> Sequence[UnfinishedSeries]:
        """Return the series of exercises to resume."""
        return store().unfinished_series()

    def start_series(
        self, exercise_id: str, choice: Choice = EVERYTHING, mode: Mode = Mode.TRAINING
    ) -> Series:
        """Begin a series; raises InputError. Recovery has none: its steps are those of ``exercise``."""
        return open_series(self.exercise(exercise_id), choice, mode, shelf=self._shelf)

    def resume_series(self, series_id: str) -> Series:
        """Go on with a series; raises InputError."""
        return resume_exercise(series_id, self._shelf)

    def warm_up(self) -> None:
        """Load the judge."""
        LazyJudge().load()
        self._loaded = True

    def ready(self) -> bool:
        """Tell whether the judge is loaded."""
        return self._loaded

    def _packs(self) -> tuple[tuple[Pack, ...], tuple[str, ...]]:
        if self._read is None:
            self._read = sound_packs(self._shelf)
        return self._read


def run_app(
    scenario_id: str | None = None,
    mode: Mode = Mode.TRAINING,
    going: str = "",
    shelf: Shelf = SHIPPED,
    seed: int | None = None,
) -> None:
    """Open the app: at its first screen, at a scenario, or at a session to go on with; raises InputError."""
    from trainer.tui.app import TrainerApp

    shelf.folders()  # what is wrong with the folders is told before the screen changes
    session: Session | None = None
    if going:
        session = resume_session(going, shelf)
    elif scenario_id:
        session = open_session(scenario_id, mode, shelf=shelf, seed=seed)
    TrainerApp(HouseDesk(shelf), session).run()
