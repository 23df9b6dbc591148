"""The app: looks, keys that work everywhere, the first screen."""

import asyncio
import importlib
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Event, Key
from textual.widgets import Input, TextArea

from trainer.model.problem import InputError
from trainer.model.standard import Catalogue
from trainer.practice.preferences import LIGHT as LIGHT_WANTED
from trainer.practice.preferences import Preferences
from trainer.practice.session import Session
from trainer.practice.tell import Names
from trainer.practice.visible import visible
from trainer.team.people import Person
from trainer.tui import texts_ru as ru
from trainer.tui.desk import Desk
from trainer.tui.keys import as_meant, bound, know_old_terminals
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.theme import DARK, LIGHT
from trainer.tui.tidy import Tidier

if TYPE_CHECKING:
    from trainer.authoring.watched import Version
    from trainer.model.exercise import Exercise
    from trainer.practice.exercises.series import Series
    from trainer.tui.rehearsal import Rehearsal


# Loaded while the first screen is read, so that none of them is waited for.
_NEXT = (
    "briefing",
    "talk",
    "verdict",
    "note",
    "debrief",
    "object",
    "standards",
    "exercises",
    "exercise",
    "help",
)


class TrainerApp(App[None]):
    """Shows the home screen at once; everything heavy is loaded behind it."""

    TITLE = ru.APP
    ENABLE_COMMAND_PALETTE = False  # Textual's own commands are English; the list of commands is ours
    CSS_PATH = [  # noqa: RUF012 - Textual declares it so
        "styles/base.tcss",
        "styles/talk.tcss",
        "styles/sheets.tcss",
        "styles/exercises.tcss",
        "styles/mentor.tcss",
        "styles/progress.tcss",
        "styles/commands.tcss",
        "styles/colourless.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("f1", "help", "help"),
        Binding("ctrl+p", "command_palette", show=False),
        Binding("f9", "look", show=False),
        Binding("f12", "settings", show=False),
        Binding("f10", "quit", show=False),
        # In a field it takes back what was typed.
        Binding("ctrl+z", "suspend_process", show=False),
        Binding("ctrl+q", "quit", ru.KEYS["quit"], show=False, priority=True, system=True),
    ]

    def __init__(
        self,
        desk: Desk,
        session: Session | None = None,
        rehearsal: "Rehearsal | None" = None,
        version: "Version | None" = None,
        doing: "Series | Exercise | None" = None,
        *,
        at_desk: bool = False,
        at_refresh: bool = False,
        in_lesson: bool = False,
    ) -> None:
        """Begin at the first screen, in a ``session``, with a scenario file at its ``version``, or ``doing`` an exercise.

        ``at_desk`` begins at the mentor's desk, ``at_refresh`` at the refreshers of the day, ``in_lesson`` in
        the first lesson.

        Recovery is done as it stands, every other exercise as a series.
        """
        # NO_COLOR means the terminal's own colours and no others; shades of grey would be colours too.
        super().__init__(ansi_color="NO_COLOR" in os.environ or None)
        self._rehearsal, self._version = rehearsal, version
        self.desk = desk
        self.names = Names(Catalogue({}))
        self._first_session, self._doing, self._at_desk = session, doing, at_desk
        self._at_refresh = at_refresh
        self._in_lesson = in_lesson
        self.warned = ""
        self.preferences = Preferences()
        self._loading = False
        self._tidier = Tidier()
        know_old_terminals()

    def on_mount(self) -> None:
        """Put on the looks, show the first screen, begin to load."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.prefer(self._chosen())
        self._show_first()
        if not isinstance(self.screen, HomeScreen):
            self.load()  # the first screen asks for it itself, once its list is there
        self._lose_nothing()
        self._tidier.begin(self)

    def on_unmount(self) -> None:
        """Leave the interpreter as it was."""
        self._tidier.end()

    def _lose_nothing(self) -> None:
        """Keep what is being typed when the terminal is closed or the program is told to end."""
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            # Windows knows neither; a thread other than the main one may not ask for them.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                if number is not None:
                    asyncio.get_running_loop().add_signal_handler(number, self._ended)

    def _ended(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, TrainerScreen):
                screen.keep_draft()
        self.exit()

    def _chosen(self) -> Preferences:
        """Return what was chosen; settings with an error change nothing, and the error is told."""
        try:
            return self.desk.house().preferences()
        except InputError as error:
            self.notify(visible(str(error)), markup=False, severity="warning", timeout=10)
            return Preferences()

    def prefer(self, preferences: Preferences) -> None:
        """Be as the person likes it from here on."""
        self.preferences = preferences
        self.theme = LIGHT.name if preferences.theme == LIGHT_WANTED else DARK.name

    def _show_first(self) -> None:
        if self._rehearsal and self._version and self._version.scenario:
            from trainer.tui.screens.preview import PreviewScreen

            session = self._rehearsal.begin(self._version.scenario)
            self.push_screen(PreviewScreen(self._rehearsal, session, self._version))
            return
        if self._first_session or self._doing:
            # The sum of a talk may be what comes first, and it is written once: with titles, not with ids.
            self.names = Names(self.desk.catalogue())
        self.push_screen(HomeScreen(ask=not (self._first_session or self._doing)))
        if self._first_session:
            from trainer.tui.flow import go_to

            self.push_screen(go_to(self._first_session))
        if self._in_lesson:
            self.action_lesson()
        if self._at_desk:
            from trainer.tui.screens.mentor import MentorScreen

            self.push_screen(MentorScreen())
        if self._at_refresh:
            from trainer.tui.screens.refresh import RefreshScreen

            self.push_screen(RefreshScreen())
        if self._doing:
            from trainer.tui.exercise_flow import screen_of

            self.push_screen(screen_of(self._doing))

    def load(self) -> None:
        """Load the catalogue and the judge behind the screen, once."""
        if not self._loading:
            self._loading = True
            self._load()

    @work(thread=True, exit_on_error=False, group="load")
    def _load(self) -> None:
        self.names = Names(self.desk.catalogue())
        self.desk.warm_up()
        for name in _NEXT:
            importlib.import_module(f"trainer.tui.screens.{name}")

    async def on_event(self, event: Event) -> None:
        """Correct keys before anything sees them."""
        if isinstance(event, Key) and not event.is_forwarded:
            as_meant(event, typing=isinstance(self.focused, Input | TextArea))
            self._tidier.typed()
        await super().on_event(event)

    def action_help(self) -> None:
        """Show the help."""
        from trainer.tui.screens.help import HelpScreen, page_of

        if not isinstance(self.screen, HelpScreen):
            form = self.screen.help_for() if isinstance(self.screen, TrainerScreen) else None
            self.push_screen(HelpScreen(form, page_of(type(self.screen))))

    def action_command_palette(self) -> None:
        """Show the list of commands."""
        from textual.command import CommandPalette

        from trainer.tui.commands import TrainerCommands
        from trainer.tui.commands_texts_ru import SEARCH

        if not self.screen.has_class("--textual-command-palette"):
            self.push_screen(CommandPalette([TrainerCommands], placeholder=SEARCH))

    def action_standards(self) -> None:
        """Show the standards."""
        from trainer.tui.screens.standards import StandardsScreen

        if not isinstance(self.screen, StandardsScreen):
            self.push_screen(StandardsScreen(self.desk.catalogue()))

    @work(thread=True, exclusive=True, group="records")
    def action_mentor(self) -> None:
        """Show the mentor's desk, behind the PIN of a mentor who has one, or to a trainee their own records."""
        try:
            viewer = self.desk.records().viewer()
        except InputError as error:
            self.call_from_thread(self.notify, visible(str(error)), markup=False, severity="warning")
            return
        guarded = viewer.mentor and self.desk.guarded(viewer.id)
        self.call_from_thread(self._ask_pin if guarded else self._show_records, viewer)

    def _show_records(self, viewer: Person) -> None:
        from trainer.tui.screens.learner import LearnerScreen
        from trainer.tui.screens.mentor import MentorScreen

        self.push_screen(MentorScreen() if viewer.mentor else LearnerScreen(viewer.id, own=True))

    def _ask_pin(self, viewer: Person) -> None:
        from trainer.tui.screens.person import PinScreen

        def typed(pin: str | None) -> None:
            if pin is not None:
                self._check_pin(viewer, pin)

        self.push_screen(PinScreen(viewer.name, ru.DESK_PIN_HINT), typed)

    @work(thread=True, exclusive=True, group="records")
    def _check_pin(self, viewer: Person, pin: str) -> None:
        if why := self.desk.choose(viewer.id, pin):
            self.call_from_thread(self.notify, visible(why), markup=False, severity="warning")
        else:
            self.call_from_thread(self._show_records, viewer)

    def action_look(self) -> None:
        """Change between dark and light."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_settings(self) -> None:
        """Show the settings."""
        from trainer.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen())

    def action_lesson(self) -> None:
        """Begin the first lesson."""
        from trainer.tui.screens.lesson import FirstLessonScreen

        if not isinstance(self.screen, FirstLessonScreen):
            self.push_screen(FirstLessonScreen(self.desk.house().lesson()))

    def offer_lesson(self) -> None:
        """Offer the first lesson to somebody new; whatever they choose, it is not offered again."""
        from trainer.tui.screens.lesson import LessonOffer

        def answered(wanted: bool | None) -> None:
            self.desk.house().lesson_done()
            if wanted:
                self.action_lesson()

        if isinstance(self.screen, HomeScreen):
            self.push_screen(LessonOffer(), answered)

    def action_help_quit(self) -> None:
        """Say how to quit, in place of the English message."""
        self.notify(ru.QUIT_HINT, markup=False)
