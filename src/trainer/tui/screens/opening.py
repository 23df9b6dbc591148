"""Where the rows of the first screen lead: a talk, a plan, exercises, records, or on with what was left."""

from trainer.model.problem import InputError
from trainer.model.scenario import Pack
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.team.standing import Standing
from trainer.tui import home_rows as rows
from trainer.tui import texts_ru as ru
from trainer.tui.home_parts import after
from trainer.tui.offer import Offer
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.screens.exercise_brief import SeriesOpener
from trainer.tui.screens.mode import ModeChoice
from trainer.tui.told_parts import MENTOR, NEWS
from trainer.tui.widgets.menu import Menu


class Opening(ModeChoice, SeriesOpener):
    """A screen that lists an ``offer`` and opens what is chosen of it, in the mode that is set."""

    offer = Offer()

    def open_row(self, chosen: str) -> None:
        """Go to the briefing of a new talk, to the plan or the exercises of a pack, or on with what was left."""
        offer, desk = self.offer, self.desk
        if task := offer.task(after(chosen, rows.TASK)):
            self._do(task)
        elif chosen == rows.REFRESH:
            self.open_refresh()
        elif chosen.startswith((NEWS, MENTOR)):
            self._open_records(chosen)
        elif session := after(chosen, rows.SESSION):
            self.go_on(session)
        elif series := after(chosen, rows.SERIES):
            self.open_series(lambda: desk.resume_series(series))
        elif pack := offer.pack(after(chosen, rows.EXERCISES)):
            self.open_exercises(pack.id)
        elif pack := offer.pack(after(chosen, rows.PACK)):
            self._open_pack(pack)
        elif found := offer.scenarios.get(chosen.removeprefix(rows.TALK)):
            self.app.push_screen(BriefingScreen(found, self.mode))

    def open_exercises(self, pack_id: str) -> None:
        """List all exercises, beginning with those of a pack."""
        from trainer.tui.screens.exercises import ExercisesScreen

        self.app.push_screen(ExercisesScreen(self.mode, pack_id))

    def open_refresh(self) -> None:
        """Show the refreshers of the day."""
        from trainer.tui.screens.refresh import RefreshScreen

        self.app.push_screen(RefreshScreen())

    def open_rest(self) -> None:
        """Take a rest, where there is one to take."""
        from trainer.tui.exercise_flow import open_exercise

        if self.offer.rest:
            self.app.push_screen(open_exercise(self.offer.rest, self.mode))

    def go_on(self, session_id: str) -> None:
        """Go on with a talk that was left."""
        from trainer.tui.flow import go_to

        try:
            session = self.desk.resume(session_id)
        except InputError as error:
            self.say(ru.START_FAILED.format(what=error), warn=True)
            return
        self.app.push_screen(go_to(session))
        if session.notice:
            self.say(session.notice)

    def _do(self, task: Standing) -> None:
        """Begin the next item of a task in the mode that it asks for, or go on with what was left of it."""
        from trainer.tui.exercise_flow import open_exercise

        offer, desk, given, left = self.offer, self.desk, task.assignment, self.offer.left_of(task)
        if isinstance(left, UnfinishedSeries):
            series_id = left.id
            self.open_series(lambda: desk.resume_series(series_id))
        elif left:
            self.go_on(left.id)
        elif found := offer.scenarios.get(task.next):
            self.app.push_screen(BriefingScreen(found, given.mode, given.id))
        elif exercise := offer.exercises.get(task.next):
            self.app.push_screen(open_exercise(exercise, given.mode, given.id))
        else:
            self.say(ru.NO_SUCH_ITEM.format(id=task.next), warn=True)

    def _open_records(self, chosen: str) -> None:
        from trainer.tui.screens.transcript import TranscriptScreen

        if session := after(chosen, NEWS):
            self.app.push_screen(TranscriptScreen(session))
        else:
            self.run_worker(self.app.run_action("app.mentor"))

    def _open_pack(self, pack: Pack) -> None:
        """Show the plan; a pack without one is opened by going to its first talk in the list."""
        if pack.plan:
            from trainer.tui.screens.plan import PlanScreen

            self.app.push_screen(PlanScreen(pack, self.offer.scenarios, self.offer.exercises))
        elif pack.scenarios:
            talks = self.query_one(Menu)
            talks.highlighted = talks.get_option_index(rows.TALK + next(iter(pack.scenarios)))
        elif self.offer.of_pack(pack):
            self.open_exercises(pack.id)
