"""The app in a browser's window: tells where it was left, so that a reload goes on there."""

import os
import traceback
from pathlib import Path

from textual.screen import Screen

from trainer.practice.exercises.series import Series
from trainer.practice.records import Stage
from trainer.practice.session import Session
from trainer.tui import app as tui
from trainer.tui.app import TrainerApp
from trainer.tui.drafts import DraftKeeper


class ServedApp(TrainerApp):
    """The trainer for one person and one window."""

    # Styles are looked for beside the class that names them.
    CSS_PATH = [Path(tui.__file__).parent / str(name) for name in TrainerApp.CSS_PATH]  # noqa: RUF012

    errors: int | None = None
    """Where it is written what went wrong, as an open file's number."""
    leaving = False
    """Whether everything is kept and the window is being taken down."""

    def go_on_with(self, name: str) -> None:
        """Begin with a session or series that was left; raises InputError for one that cannot be gone on with."""
        if any(one.id == name for one in self.desk.unfinished()):
            self._first_session = self.desk.resume(name)
        elif any(one.id == name for one in self.desk.unfinished_series()):
            self.desk.catalogue()
            self._doing = self.desk.resume_series(name)

    def leave(self) -> None:
        """Keep what was typed up to now, say where that was, and end."""
        for screen in self.screen_stack:
            drafts = getattr(screen, "drafts", None)
            if isinstance(drafts, DraftKeeper):
                drafts.flush()
        self._tell("left", at=place(self.screen_stack))
        self.leaving = True
        self.exit()

    def _fatal_error(self) -> None:
        """Tell both the server and whoever runs it, without the values of variables: they are answers of people.

        A screen that was just opening when its window left has nothing to tell: all there was is kept.
        """
        if not self.leaving:
            self._tell("failed")
            if self.errors is not None:
                os.write(self.errors, traceback.format_exc().encode(errors="replace"))
        self._close_messages_no_wait()

    def _tell(self, kind: str, **more: str) -> None:
        write = getattr(self._driver, "write_meta", None)
        if write:
            write({"type": kind, **more})


def place(screens: "list[Screen[object]]") -> str:
    """Return the id of the session or series that is on these screens and not at its end; empty for none."""
    for screen in reversed(screens):
        session, series = getattr(screen, "session", None), getattr(screen, "series", None)
        if isinstance(session, Session) and session.stage in (Stage.TALK, Stage.NOTE):
            return session.id
        if isinstance(series, Series) and series.item is not None:
            return series.id
    return ""
