"""A desk with the small scenario and the judge that looks for a few words."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from fakes import FakeJudge, StillClock, catalogue, pack, scenario
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from tests.practice.exercises.fakes import WordJudge
from trainer.model.exercise import Exercise
from trainer.model.place import NOWHERE
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue
from trainer.model.verdict import Deduction
from trainer.packs.lesson import read_lesson
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.exercises.replay import resume as resume_series
from trainer.practice.exercises.series import EVERYTHING, Choice, Series
from trainer.practice.exercises.series import start as start_series
from trainer.practice.preferences import Preferences
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished, resume
from trainer.practice.session import Session, start
from trainer.refresh.run import Run
from trainer.refresh.today import Today
from trainer.storage.memory import MemoryStore
from trainer.storage.safe import SafeStore
from trainer.team.comments import Kind, News
from trainer.team.objections import Objection
from trainer.team.people import LOCAL, Person
from trainer.team.progress.build import Progress, progress
from trainer.team.progress.data import History, Scale
from trainer.team.report import Report, Titles
from trainer.team.said import Said
from trainer.team.standing import Standing
from trainer.team.transcript import Known, Transcript
from trainer.tui.desk import Player, Refresher
from trainer.tui.records import Records


class NoRecords:
    """Records of nobody, for whoever practises without a store."""

    def viewer(self) -> Person:
        return Person(LOCAL, "я")

    def titles(self) -> Titles:
        return Titles({}, {}, {}, {})

    def groups(self) -> Mapping[str, str]:
        return {}

    def report(self, person: str = "", group: str = "") -> Report:
        raise _absent()

    def sessions(self, person: str = "") -> Sequence[Known]:
        return ()

    def transcript(self, session_id: str) -> Transcript:
        raise _absent()

    def comment(self, session_id: str, number: int, kind: Kind, text: str) -> Transcript:
        raise _absent()

    def said(self, standard: str) -> Sequence[Said]:
        return ()

    def news(self) -> Sequence[News]:
        return ()


class NoRefresher:
    """Nothing to put, as where packs have too few items."""

    def today(self) -> Today:
        return Today(date(2026, 11, 22), 0, 0, (), (), {})

    def begin(self, *, more: bool = False) -> Run | None:
        return None


def _absent() -> InputError:
    return InputError(Problem(NOWHERE, "E243", "нет разговора"))


class FakeHouse:
    """Remembers what was chosen; the lesson is the shipped one, judged by a few words."""

    def __init__(self) -> None:
        self.chosen = Preferences()
        self.written: list[tuple[str, str | bool | None]] = []
        self.why = ""
        self.due = False
        self.done = 0

    def preferences(self) -> Preferences:
        return self.chosen

    def prefer(self, name: str, value: str | bool | None) -> str:
        self.written.append((name, value))
        return self.why

    def settings_file(self) -> str:
        return "/дом/settings.toml"

    def lesson_due(self) -> bool:
        return self.due

    def lesson_done(self) -> None:
        self.due = False
        self.done += 1

    def lesson(self) -> Session:
        return start("урок", read_lesson(), Mode.TRAINING, FakeJudge(), MemoryStore(), StillClock())


class FakeDesk:
    def __init__(self, store: SafeStore) -> None:
        self.comfort = FakeHouse()
        self.store = store
        self.judge = FakeJudge()
        self.wrong: tuple[str, ...] = ()
        self.count = 0
        self.made: list[Objection] = []
        self.given: Sequence[Deduction] = ()
        self.untold: list[Mapping[str, Any]] = []
        self.found = scenario()
        self.all: tuple[Pack, ...] = ()
        self.drills: tuple[Exercise, ...] = ()
        self.reading: ReadingJudge = WordJudge()
        self.standards = catalogue()
        self.kept: Records = NoRecords()
        self.refreshing: Refresher = NoRefresher()
        self.stands = progress("", History(), [], Scale(), date(2026, 11, 22))
        self.given: tuple[Standing, ...] = ()
        self.started_for: list[str] = []

    def players(self) -> Sequence[Player]:
        return ()

    def guarded(self, person_id: str) -> bool:
        return any(one.pin and one.person.id == person_id for one in self.players())

    def player(self) -> Person | None:
        return None

    def choose(self, person_id: str, pin: str) -> str:
        return ""

    def tasks(self) -> Sequence[Standing]:
        return self.given

    def warning(self) -> str:
        return self.store.warning

    def problems(self) -> Sequence[str]:
        return self.wrong

    def packs(self) -> Sequence[Pack]:
        return self.all or (replace(pack(), scenarios={self.found.id: self.found}),)

    def catalogue(self) -> Catalogue:
        return self.standards

    def unfinished(self) -> Sequence[Unfinished]:
        return self.store.unfinished()

    def exercises(self) -> Sequence[Exercise]:
        return self.drills

    def unfinished_series(self) -> Sequence[UnfinishedSeries]:
        return self.store.unfinished_series()

    def start_series(
        self, exercise_id: str, choice: Choice = EVERYTHING, mode: Mode = Mode.TRAINING, task: str = ""
    ) -> Series:
        self.count += 1
        self.started_for.append(task)
        found, judge = self._drill(exercise_id), self.reading
        name = f"x{self.count}"
        return start_series(
            name, found, judge, self.catalogue(), self.store, StillClock(), mode=mode, choice=choice
        )

    def resume_series(self, series_id: str) -> Series:
        return resume_series(self.store, series_id, self._drill, self.reading, self.catalogue(), StillClock())

    def _drill(self, exercise_id: str) -> Exercise:
        return next(found for found in self.drills if found.id == exercise_id)

    def finished(self) -> Collection[Finished]:
        return self.store.finished()

    def objections(self, session_id: str) -> Sequence[Objection]:
        return [item for item in self.made if item.session == session_id]

    def object_to(self, session_id: str, attempt: int, deduction: int, text: str) -> None:
        item = self.given[deduction - 1]
        one = (len(self.made) + 1, session_id, attempt, deduction, item.standard, item.points, text)
        self.made.append(Objection(*one, "anna", "2026-11-22T08:00:00Z"))

    def decided(self) -> Sequence[Mapping[str, Any]]:
        told, self.untold = self.untold, []
        return told

    def start(self, scenario_id: str, mode: Mode, task: str = "") -> Session:
        self.count += 1
        self.started_for.append(task)
        return start(f"s{self.count}", self.found, mode, self.judge, self.store, StillClock())

    def resume(self, session_id: str) -> Session:
        return resume(self.store, session_id, lambda _id: self.found, self.judge, StillClock())

    def house(self) -> FakeHouse:
        return self.comfort

    def records(self) -> Records:
        return self.kept

    def refresher(self) -> Refresher:
        return self.refreshing

    def progress(self) -> Progress:
        return self.stands

    def warm_up(self) -> None:
        pass

    def ready(self) -> bool:
        return True


def shown(app: App[None]) -> str:
    """Return everything the present screen shows, as the terminal would get it."""
    height = app.size.height
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips[:height])


def written(app: App[None]) -> str:
    """Return the texts of all static parts, also of those scrolled out of sight."""
    return "\n".join(str(part.render()) for part in app.screen.query(Static))


async def settle(pilot: Pilot[None]) -> None:
    """Wait for the threads that read and judge, and for the screen."""
    for _ in range(4):
        for worker in list(pilot.app.workers):
            # That of a screen that has gone meanwhile may end after it on a busy machine; all others are waited for.
            with suppress(WorkerCancelled):
                await worker.wait()
        await pilot.pause()


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def say(pilot: Pilot[None], text: str) -> None:
    await paste(pilot, text)
    await pilot.press("enter")
    await settle(pilot)
