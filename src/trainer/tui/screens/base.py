"""What all screens share: the line on top, the keys below, the desk."""

import asyncio
from typing import TYPE_CHECKING, TypeVar, cast

from textual.app import ComposeResult
from textual.events import Callback, Event, Resize, ScreenResume
from textual.screen import Screen
from textual.widgets import Footer

from trainer.model.exercise import Form
from trainer.practice.preferences import Preferences
from trainer.practice.tell import Names
from trainer.practice.visible import visible
from trainer.tui.desk import Desk
from trainer.tui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from trainer.tui.app import TrainerApp

Result = TypeVar("Result")
# After these everything is laid out; drawing it is a call back.
_LAID_OUT = (ScreenResume, Resize)


class TrainerScreen(Screen[Result]):
    """A screen with a title line and a footer; ``body`` lays out what is between them."""

    CLOSE_KEYS = False  # many keys stand closer together

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012

    async def on_event(self, event: Event) -> None:
        """Do what an event asks for, and let keys through before the next: each may mean to lay out or to draw."""
        if isinstance(event, _LAID_OUT):
            with self.app.batch_update():  # laid out now, drawn once and by an event of its own
                await super().on_event(event)
        else:
            await super().on_event(event)
        if isinstance(event, (*_LAID_OUT, Callback)):
            await asyncio.sleep(0)

    def compose(self) -> ComposeResult:
        """Lay out the frame, for the size that the terminal has."""
        self._know_size()
        title, status = self.heading()
        yield TopBar(title, status)
        yield from self.body()
        yield Footer(show_command_palette=False, compact=self.CLOSE_KEYS)

    def _know_size(self) -> None:
        """Have the classes of this size before anything is laid out; found out later, all of it is done twice."""
        size = self.app.size
        for length, steps in (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        ):
            reached = max(begins for begins, _ in steps if begins <= length)
            for begins, name in steps:
                self.set_class(begins == reached, name)

    def heading(self) -> tuple[str, str]:
        """Return the title and the status."""
        return "", ""

    def body(self) -> ComposeResult:
        """Lay out the middle."""
        yield from ()

    def keep_draft(self) -> None:
        """Keep what stands in the fields at this very moment."""

    def on_unmount(self) -> None:
        """Lose nothing that was typed a moment ago."""
        self.keep_draft()

    def help_for(self) -> Form | None:
        """Return the form of exercise that the help begins with; None for the general help."""
        return None

    @property
    def desk(self) -> Desk:
        """What hands out packs, standards and sessions."""
        return cast("TrainerApp", self.app).desk

    @property
    def names(self) -> Names:
        """The titles of standards and qualities."""
        return cast("TrainerApp", self.app).names

    @property
    def preferences(self) -> Preferences:
        """How the person likes it."""
        return cast("TrainerApp", self.app).preferences

    def load_names(self) -> None:
        """Read the titles; slow the first time."""
        cast("TrainerApp", self.app).names = Names(self.desk.catalogue())

    def warn_if_not_kept(self) -> None:
        """Say once when what is typed can no longer be kept."""
        app = cast("TrainerApp", self.app)
        warning = self.desk.warning()
        if warning and warning != app.warned:
            app.warned = warning
            self.say(warning, warn=True)

    def begin_loading(self) -> None:
        """Let the app load what is heavy, now that there is something to look at."""
        cast("TrainerApp", self.app).load()

    def offer_lesson(self) -> None:
        """Offer the first lesson."""
        cast("TrainerApp", self.app).offer_lesson()

    def say(self, text: str, *, warn: bool = False) -> None:
        """Show a short message; never as markup."""
        self.notify(visible(text), markup=False, severity="warning" if warn else "information", timeout=6)
