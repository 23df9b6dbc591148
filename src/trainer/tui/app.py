"""The app: looks, keys that work everywhere, the first screen."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Event, Key

from trainer.model.standard import Catalogue
from trainer.practice.session import Session
from trainer.practice.tell import Names
from trainer.tui import texts_ru as ru
from trainer.tui.desk import Desk
from trainer.tui.keys import as_meant, bound, know_old_terminals
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from trainer.authoring.watched import Version
    from trainer.model.exercise import Exercise
    from trainer.practice.exercises.series import Series
    from trainer.tui.rehearsal import Rehearsal


class TrainerApp(App[None]):
    """Shows the home screen at once; everything heavy is loaded behind it."""

    TITLE = ru.APP
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = [  # noqa: RUF012 - Textual declares it so
        "styles/base.tcss",
        "styles/talk.tcss",
        "styles/sheets.tcss",
        "styles/exercises.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("f1", "help", "help"),
        Binding("f9", "look", show=False),
        Binding("f10", "quit", show=False),
        Binding("ctrl+q", "quit", ru.KEYS["quit"], show=False, priority=True, system=True),
    ]

    def __init__(
        self,
        desk: Desk,
        session: Session | None = None,
        rehearsal: "Rehearsal | None" = None,
        version: "Version | None" = None,
        doing: "Series | Exercise | None" = None,
    ) -> None:
        """Begin at the first screen, in a ``session``, with a scenario file at its ``version``, or ``doing`` an exercise.

        Recovery is done as it stands, every other exercise as a series.
        """
        super().__init__()
        self._rehearsal, self._version = rehearsal, version
        self.desk = desk
        self.names = Names(Catalogue({}))
        self._first_session, self._doing = session, doing
        self.warned = ""
        know_old_terminals()

    def on_mount(self) -> None:
        """Put on the looks, show the first screen, begin to load."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self._show_first()
        self.load()

    def _show_first(self) -> None:
        if self._rehearsal and self._version and self._version.scenario:
            from trainer.tui.screens.preview import PreviewScreen

            session = self._rehearsal.begin(self._version.scenario)
            self.push_screen(PreviewScreen(self._rehearsal, session, self._version))
            return
        self.push_screen(HomeScreen(ask=not (self._first_session or self._doing)))
        if self._first_session:
            from trainer.tui.flow import go_to

            self.push_screen(go_to(self._first_session))
        if self._doing:
            from trainer.tui.exercise_flow import screen_of

            self.push_screen(screen_of(self._doing))

    @work(thread=True, exit_on_error=False, group="load")
    def load(self) -> None:
        """Load the catalogue and the judge off the screen's thread."""
        self.names = Names(self.desk.catalogue())
        self.desk.warm_up()

    async def on_event(self, event: Event) -> None:
        """Correct keys before anything sees them."""
        if isinstance(event, Key) and not event.is_forwarded:
            as_meant(event)
        await super().on_event(event)

    def action_help(self) -> None:
        """Show the help."""
        from trainer.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            form = self.screen.help_for() if isinstance(self.screen, TrainerScreen) else None
            self.push_screen(HelpScreen(form))

    def action_standards(self) -> None:
        """Show the standards."""
        from trainer.tui.screens.standards import StandardsScreen

        if not isinstance(self.screen, StandardsScreen):
            self.push_screen(StandardsScreen(self.desk.catalogue()))

    def action_look(self) -> None:
        """Change between dark and light."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help_quit(self) -> None:
        """Say how to quit, in place of the English message."""
        self.notify(ru.QUIT_HINT, markup=False)
