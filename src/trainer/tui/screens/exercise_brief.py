"""Before an exercise: what it is for, what there is to do, how long it takes."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from trainer.model.exercise import Exercise, Form
from trainer.model.problem import InputError
from trainer.practice.exercises.series import Series
from trainer.practice.records import Mode
from trainer.tui import exercise_texts_ru as ru
from trainer.tui import texts_ru as common
from trainer.tui.exercise_flow import series_screen
from trainer.tui.exercise_parts import about_exercise
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.section import Section


class SeriesOpener(TrainerScreen[None]):
    """Begins or goes on with a series off the screen's thread, then shows it."""

    opening = False

    def open_series(self, made: Callable[[], Series], *, instead: bool = False) -> None:
        """Show the series once it is made, over this screen or ``instead`` of it."""
        if not self.opening:
            self.opening = True
            self._make(made, instead)

    @work(thread=True, exclusive=True, group="series")
    def _make(self, made: Callable[[], Series], instead: bool) -> None:
        try:
            self.load_names()
            series = made()
        except InputError as error:
            self.app.call_from_thread(self._failed, str(error))
        else:
            self.app.call_from_thread(self._made, series, instead)

    def _failed(self, what: str) -> None:
        self.opening = False
        self.say(ru.START_FAILED.format(what=what), warn=True)

    def _made(self, series: Series, instead: bool) -> None:
        self.opening = False
        if self.app.screen is not self:
            return
        if instead:
            self.app.switch_screen(series_screen(series))
        else:
            self.app.push_screen(series_screen(series))


class ExerciseBriefScreen(SeriesOpener):
    """Enter begins; only then a series comes to be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "begin", "start", shown=ENTER),
        bound("escape", "app.pop_screen", "back", shown=ESC),
    ]

    def __init__(self, exercise: Exercise, mode: Mode, task: str = "") -> None:
        """``task`` is the id of what it is done for."""
        super().__init__()
        self.exercise, self.mode, self.for_task = exercise, mode, task

    def help_for(self) -> Form | None:
        """Return the form that this is about."""
        return self.exercise.form

    def heading(self) -> tuple[str, str]:
        """Return the title of the exercise and the mode."""
        return self.exercise.title, common.MODES[self.mode]

    def body(self) -> ComposeResult:
        """Lay out what is told and the mode."""
        with VerticalScroll(id="brief"):
            yield Static(about_exercise(self.exercise, self.names), id="brief-text")
            yield Section(common.MODE_LINE, ru.MODE_ABOUT[self.mode])

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#brief").focus()

    def action_begin(self) -> None:
        """Begin the series."""
        desk, name, mode, task = self.desk, self.exercise.id, self.mode, self.for_task
        self.open_series(lambda: desk.start_series(name, mode=mode, task=task), instead=True)
