"""What the commands work with, made only when a command asks for it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from trainer.cli.access import practise
from trainer.cli.tools_of_store import backup, examine, renew, rescore, restore
from trainer.model.exercise import Exercise
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue
from trainer.model.verdict import Reading, Setting, Verdict
from trainer.packs.shelf import Shelf
from trainer.practice.exercises.series import Choice, Series
from trainer.practice.records import Mode
from trainer.practice.session import Session
from trainer.storage.copies import Copied, Lost

if TYPE_CHECKING:
    from trainer.authoring.watched import Version, WatchedScenario
    from trainer.storage.doctor import Finding
    from trainer.team.progress.build import Progress
    from trainer.wiring.desk import HouseDesk
    from trainer.wiring.records import HouseRecords
    from trainer.wiring.refreshing import HouseRefresher
    from trainer.wiring.rescoring import Rescored

_SHIPPED = Shelf()


class Judge(Protocol):
    """Judges answers: at a turn, or on their own."""

    @property
    def muted(self) -> Collection[str]:
        """The standards that take no points."""

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge an answer in its situation."""

    def read(self, text: str) -> Reading:
        """Say what a reply shows and breaks when no situation is known."""


@dataclass(frozen=True, slots=True)
class _JudgeOn:
    """Makes the judge; data rather than a closure, so that it travels to other processes and is told apart."""

    shelf: Shelf = _SHIPPED

    def __call__(self) -> Judge:
        from trainer import wiring

        return wiring.build_judge(self.shelf)


def _catalogue(shelf: Shelf = _SHIPPED) -> Catalogue:
    from trainer import wiring

    return wiring.catalogue(shelf)


def _scenario(scenario_id: str, shelf: Shelf = _SHIPPED) -> Scenario:
    return shelf.find(scenario_id)[1]


def _scenarios(shelf: Shelf = _SHIPPED) -> list[str]:
    from trainer.packs.reader import read_pack

    return [name for folder in shelf.folders() for name in read_pack(folder).scenarios]


def _exercise(exercise_id: str, shelf: Shelf = _SHIPPED) -> Exercise:
    from trainer import wiring

    return wiring.exercise(exercise_id, shelf)


def _series(exercise: Exercise, choice: Choice, mode: Mode, kept: bool, shelf: Shelf = _SHIPPED) -> Series:
    from trainer import wiring
    from trainer.storage.memory import MemoryStore

    if kept:
        practise()
    return wiring.open_series(exercise, choice, mode, None if kept else MemoryStore(), shelf)


def _resumed_series(series_id: str, shelf: Shelf = _SHIPPED) -> Series:
    from trainer import wiring

    practise(tell=False)
    return wiring.resume_exercise(series_id, shelf)


def _exercises(shelf: Shelf = _SHIPPED) -> list[Exercise]:
    return [shelf.exercise(name) for name in shelf.exercise_files()]


def _passing_session(scenario: Scenario, mode: Mode, seed: int = 0) -> Session:
    from trainer import wiring

    return wiring.open_passing_session(scenario, mode=mode, seed=seed)


def _session(scenario: Scenario, mode: Mode, seed: int | None = None, shelf: Shelf = _SHIPPED) -> Session:
    from trainer import wiring

    practise()
    return wiring.open_session(scenario.id, mode, shelf=shelf, seed=seed)


def _resumed(session_id: str, shelf: Shelf = _SHIPPED) -> Session:
    from trainer import wiring

    practise(tell=False)
    return wiring.resume_session(session_id, shelf)


def _warning() -> str:
    from trainer import wiring

    return wiring.store().warning


def _preview(watched: "WatchedScenario", version: "Version", turn: str) -> None:
    from trainer.cli.preview_app import run_preview

    run_preview(watched, version, turn)


def _app(
    scenario_id: str | None, mode: Mode, going: str, seed: int | None = None, shelf: Shelf = _SHIPPED
) -> None:
    from trainer import wiring

    practise(tell=scenario_id is not None and not going)
    wiring.run_app(scenario_id, mode, going, shelf, seed)


def _exercise_app(doing: Series | Exercise, shelf: Shelf = _SHIPPED) -> None:
    from trainer import wiring

    practise(tell=False)
    wiring.run_exercise(doing, shelf)


def _desk(shelf: Shelf = _SHIPPED) -> "HouseDesk":
    from trainer import wiring

    practise(tell=False)
    return wiring.HouseDesk(shelf)


def _lesson_app(shelf: Shelf = _SHIPPED) -> None:
    from trainer import wiring

    wiring.run_lesson(shelf)


def _records(shelf: Shelf = _SHIPPED) -> "HouseRecords":
    from trainer import wiring

    return wiring.HouseRecords(shelf)


def _progress(person: str, shelf: Shelf = _SHIPPED) -> "Progress":
    from trainer.wiring.progress import progress_of

    practise(tell=False)
    return progress_of(person, shelf)


def _mentor_desk(shelf: Shelf = _SHIPPED) -> None:
    from trainer import wiring

    wiring.run_desk(shelf)


def _refresher(shelf: Shelf = _SHIPPED) -> "HouseRefresher":
    from trainer import wiring

    practise(tell=False)
    return wiring.refresher(shelf)


def _refresh_app(shelf: Shelf = _SHIPPED) -> None:
    from trainer import wiring

    practise(tell=False)
    wiring.run_refresh(shelf)


def _titles(shelf: Shelf = _SHIPPED) -> Mapping[str, str]:
    from trainer.packs.sound import sound_exercises, sound_packs
    from trainer.refresh import REFRESH
    from trainer.refresh.texts_ru import TITLE as REFRESHERS

    talks = {name: item.title for pack in sound_packs(shelf)[0] for name, item in pack.scenarios.items()}
    exercises = {item.id: item.title for item in sound_exercises(shelf)}
    return {REFRESH: REFRESHERS, **talks, **exercises}


def _packs_home(shelf: Shelf = _SHIPPED) -> Path:
    from trainer.storage.settings import packs_home

    return packs_home(shelf)


@dataclass(frozen=True, slots=True)
class Tools:
    """Makers of everything a command needs; a test may pass its own.

    ``folders`` are all packs there are to work with, ``scenarios`` the ids of their scenarios, ``exercises`` their
    exercises.
    A ``series`` of an exercise is kept when the last argument says so.
    ``passing_session`` leaves nothing behind, ``session`` is kept and can be ``resumed``; their last argument
    is the seed for the wordings of lines, None for others than last time. ``warning`` says why nothing can
    be kept. ``renew`` forgets catalogue and judge, so that changed standards are read. ``examine`` looks everything
    over, ``rescore`` judges a stored session (or all, for an empty id) anew, ``backup`` and ``restore`` copy the store.
    ``packs_home`` is the folder that new packs belong into, ``titles`` are those of scenarios and exercises by id.
    ``records`` are those of people, for whoever may see them, ``progress`` tells where somebody stands (an id, or empty
    for whoever practises), ``mentor_desk`` opens the screens about them.
    ``refresher`` plans the refreshers of the person who practises, ``refresh_app`` opens the app at them.
    ``desk`` is what the screens ask for packs, sessions and whoever practises.
    ``lesson_app`` opens the app in the first lesson, ``shelf`` is what all of them work with.
    """

    judge: Callable[[], Judge] = _JudgeOn()
    catalogue: Callable[[], Catalogue] = _catalogue
    scenario: Callable[[str], Scenario] = _scenario
    scenarios: Callable[[], list[str]] = _scenarios
    exercise: Callable[[str], Exercise] = _exercise
    exercises: Callable[[], list[Exercise]] = _exercises
    series: Callable[[Exercise, Choice, Mode, bool], Series] = _series
    resumed_series: Callable[[str], Series] = _resumed_series
    passing_session: Callable[[Scenario, Mode, int], Session] = _passing_session
    session: Callable[[Scenario, Mode, int | None], Session] = _session
    resumed: Callable[[str], Session] = _resumed
    warning: Callable[[], str] = _warning
    app: Callable[[str | None, Mode, str, int | None], None] = _app
    exercise_app: Callable[[Series | Exercise], None] = _exercise_app
    lesson_app: Callable[[], None] = _lesson_app
    folders: Callable[[], list[Path]] = _SHIPPED.folders
    packs_home: Callable[[], Path] = _packs_home
    titles: Callable[[], Mapping[str, str]] = _titles
    renew: Callable[[], None] = renew
    refresher: Callable[[], "HouseRefresher"] = _refresher
    desk: Callable[[], "HouseDesk"] = _desk
    refresh_app: Callable[[], None] = _refresh_app
    records: Callable[[], "HouseRecords"] = _records
    progress: Callable[[str], "Progress"] = _progress
    mentor_desk: Callable[[], None] = _mentor_desk
    shelf: Shelf = _SHIPPED
    preview: Callable[["WatchedScenario", "Version", str], None] = _preview
    examine: Callable[[], "Iterator[Finding]"] = examine
    rescore: Callable[[str], "Iterator[Rescored]"] = rescore
    backup: Callable[[Path], Copied] = backup
    restore: Callable[[Path, bool], Copied | Lost] = restore


def tools_on(shelf: Shelf) -> Tools:
    """Return the tools that work with the packs of a shelf."""
    return Tools(
        judge=_JudgeOn(shelf),
        catalogue=partial(_catalogue, shelf),
        scenario=partial(_scenario, shelf=shelf),
        scenarios=partial(_scenarios, shelf),
        exercise=partial(_exercise, shelf=shelf),
        exercises=partial(_exercises, shelf),
        series=partial(_series, shelf=shelf),
        resumed_series=partial(_resumed_series, shelf=shelf),
        session=partial(_session, shelf=shelf),
        resumed=partial(_resumed, shelf=shelf),
        app=partial(_app, shelf=shelf),
        exercise_app=partial(_exercise_app, shelf=shelf),
        desk=partial(_desk, shelf),
        refresh_app=partial(_refresh_app, shelf),
        lesson_app=partial(_lesson_app, shelf),
        records=partial(_records, shelf),
        progress=partial(_progress, shelf=shelf),
        mentor_desk=partial(_mentor_desk, shelf),
        shelf=shelf,
        folders=shelf.folders,
        examine=partial(examine, shelf),
        refresher=partial(_refresher, shelf),
        rescore=partial(rescore, shelf=shelf),
        packs_home=partial(_packs_home, shelf),
        titles=partial(_titles, shelf),
    )
