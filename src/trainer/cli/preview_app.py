"""Joins the app and a scenario file that is being written, for ``trainer preview``."""

from trainer import wiring
from trainer.authoring.watched import Version, WatchedScenario
from trainer.model.scenario import Scenario
from trainer.packs.reader import pack_folder
from trainer.packs.shelf import Root, Shelf
from trainer.practice.ports import Judge
from trainer.practice.rehearsal import begin_session_at
from trainer.practice.session import Session
from trainer.tui.app import TrainerApp


class FileRehearsal:
    """What the preview asks for; see ``trainer.tui.rehearsal.Rehearsal``."""

    def __init__(self, watched: WatchedScenario, turn: str = "", judge: Judge | None = None) -> None:
        self._watched, self._turn, self._judge = watched, turn, judge

    def look(self) -> Version | None:
        """Return what the file holds now; None when nothing has changed."""
        return self._watched.look()

    def begin(self, found: Scenario) -> Session:
        """Begin a talk that leaves no records, at the turn that was asked for."""
        return begin_session_at(wiring.open_passing_session(found, self._judge), self._turn)


def run_preview(watched: WatchedScenario, version: Version, turn: str = "") -> None:
    """Open the app at a scenario that is being written, of which ``version`` can be played."""
    folder = pack_folder(watched.path)
    shelf = Shelf((Root(folder),)) if folder else wiring.SHIPPED
    TrainerApp(wiring.HouseDesk(shelf), rehearsal=FileRehearsal(watched, turn), version=version).run()
