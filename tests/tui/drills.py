"""A desk with an exercise of every form, and the ways to one of them."""

from dataclasses import replace
from pathlib import Path

from desks import FakeDesk
from fakes import pack, scenario
from textual.pilot import Pilot

from tests.practice.exercises.drill import drill
from trainer.model.exercise import AUTHORED
from trainer.model.standard import Catalogue
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.records import Mode
from trainer.storage.safe import SafeStore
from trainer.tui.app import TrainerApp
from trainer.tui.screens.exercise import ExerciseScreen


def drill_desk(folder: Path, judge: ReadingJudge | None = None, shipped: Catalogue | None = None) -> FakeDesk:
    desk = FakeDesk(SafeStore(folder / "sessions"))
    desk.drills = tuple(drill(form.value) for form in AUTHORED)
    if judge and shipped:
        desk.reading, desk.standards = judge, shipped
    names = tuple(found.id for found in desk.drills)
    desk.all = (
        replace(pack(), scenarios={"parcel": scenario()}),
        replace(pack(), id="drill", title="Разминка", scenarios={}, exercise_ids=names),
    )
    return desk


def at_exercise(desk: FakeDesk, form: str, mode: Mode = Mode.TRAINING) -> TrainerApp:
    """Return the app at the first item of an exercise."""
    return TrainerApp(desk, doing=desk.start_series(f"drill-{form}", mode=mode))


def exercise_screen(pilot: Pilot[None]) -> ExerciseScreen:
    assert isinstance(pilot.app.screen, ExerciseScreen)
    return pilot.app.screen
