"""The app with everything in its place."""

from trainer.model.exercise import Exercise
from trainer.packs.shelf import Shelf
from trainer.practice.exercises.series import Series
from trainer.practice.records import Mode
from trainer.practice.session import Session
from trainer.wiring.desk import HouseDesk
from trainer.wiring.judging import SHIPPED
from trainer.wiring.keeping import check_store
from trainer.wiring.talks import open_session, resume_session


def run_app(
    scenario_id: str | None = None,
    mode: Mode = Mode.TRAINING,
    going: str = "",
    shelf: Shelf = SHIPPED,
    seed: int | None = None,
) -> None:
    """Open the app: at its first screen, at a scenario, or at a session to go on with; raises InputError."""
    from trainer.tui.app import TrainerApp

    # What is wrong with the folders or the store is told before the screen changes.
    shelf.folders()
    check_store()
    session: Session | None = None
    if going:
        session = resume_session(going, shelf)
    elif scenario_id:
        session = open_session(scenario_id, mode, shelf=shelf, seed=seed)
    TrainerApp(HouseDesk(shelf), session).run()


def run_exercise(doing: Series | Exercise, shelf: Shelf = SHIPPED) -> None:
    """Open the app in a series of an exercise, or in recovery; raises InputError for a store that fails."""
    from trainer.tui.app import TrainerApp

    check_store()
    desk = HouseDesk(shelf)
    desk.catalogue()  # the first item names standards
    TrainerApp(desk, doing=doing).run()


def run_lesson(shelf: Shelf = SHIPPED) -> None:
    """Open the app in the first lesson."""
    from trainer.tui.app import TrainerApp

    check_store()
    desk = HouseDesk(shelf)
    desk.house().lesson_done()
    desk.catalogue()  # the verdict names standards
    TrainerApp(desk, in_lesson=True).run()


def run_desk(shelf: Shelf = SHIPPED) -> None:
    """Open the app at the mentor's desk; raises InputError for somebody who is no mentor."""
    from trainer.tui.app import TrainerApp

    shelf.folders()
    desk = HouseDesk(shelf)
    desk.records().check_mentor()
    TrainerApp(desk, at_desk=True).run()


def run_refresh(shelf: Shelf = SHIPPED) -> None:
    """Open the app at the refreshers of the day; raises InputError for a store that fails."""
    from trainer.tui.app import TrainerApp

    shelf.folders()
    check_store()
    TrainerApp(HouseDesk(shelf), at_refresh=True).run()
