"""The preview: a talk in a scenario that is being written; it follows every change of the file."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.authoring.watched import Version
from trainer.model.place import Place
from trainer.model.problem import Level, Problem
from trainer.model.scenario import Scenario
from trainer.practice.records import Stage
from trainer.practice.rehearsal import in_version
from trainer.practice.session import Session
from trainer.practice.tell import Names
from trainer.practice.visible import one_line
from trainer.tui import texts_ru as ru
from trainer.tui.drafts import DraftKeeper
from trainer.tui.flow import go_to
from trainer.tui.keys import ESC, bound
from trainer.tui.rehearsal import Rehearsal
from trainer.tui.screens.talk import TalkScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.card_list import CardList
from trainer.tui.widgets.mood import MoodFace
from trainer.tui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from trainer.tui.app import TrainerApp

PAUSE = 0.5  # seconds between two looks at the file


class PreviewScreen(TalkScreen):
    """The talk screen with the problems of the file; Esc leaves the program, nothing is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # F7 is taken: the answer field selects everything by it.
        bound("f8", "restart", "restart"),
        # In 80 columns there is no room for its name; the key works as ever.
        Binding("f5", "retry", show=False),
        bound("escape", "leave", "quit", shown=ESC),
    ]

    def __init__(self, rehearsal: Rehearsal, session: Session, version: Version) -> None:
        super().__init__(session)
        self.rehearsal, self.version = rehearsal, version
        self._looking = False
        self._at_the_end = False

    def heading(self) -> tuple[str, str]:
        """Return the title of the talk and what this is."""
        return self.session.scenario.title, ru.PREVIEW

    async def on_mount(self) -> None:
        """Add the problems and begin to watch; the talk itself is shown by the screen below this class."""
        panel = VerticalScroll(Static(id="problems-text"), id="problems")
        await self.query_one("#talk", Vertical).mount(panel, before="#state")
        self.show_problems()
        self.set_interval(PAUSE, self.follow)

    async def show_talk(self) -> None:
        """Show the talk and the turn it is at."""
        await super().show_talk()
        status = ru.PREVIEW_AT.format(turn=self.session.talk.state.at)
        self.query_one(TopBar).show_status(status)

    # ------------------------------------------------------------ following the file
    async def follow(self) -> None:
        """Take in what has changed, and look at the file again."""
        await self.take_in()
        if not self._looking:
            self._looking = True
            self.look_at_file()

    @work(thread=True, exit_on_error=False, group="watch")
    def look_at_file(self) -> None:
        """Read the file off the screen's thread."""
        try:
            version = self.rehearsal.look()
        finally:
            self._looking = False
        if version:
            self.app.call_from_thread(self.call_later, self.changed, version)

    async def changed(self, version: Version) -> None:
        """Show what is wrong now, and go on with the new version if it can be played."""
        self.version = version
        self.show_problems()
        await self.take_in()

    async def take_in(self) -> None:
        """Put the talk into the new version, unless an answer is being judged or the talk is over."""
        scenario = self.version.scenario
        if self.busy or scenario is None or scenario is self.session.scenario:
            return
        if self.session.stage is not Stage.TALK:
            return
        session = in_version(self.session, scenario)
        await self.play(session or self.rehearsal.begin(scenario), scenario)
        if session is None:
            self.say(ru.TURN_GONE, warn=True)
        self.query_one("#state", Static).update(Content(ru.RELOADED if session else ru.TURN_GONE))

    async def play(self, session: Session, scenario: Scenario) -> None:
        """Go on with another session; what stands in the field stays there."""
        self.session = session
        self.drafts.stop()
        self.drafts = DraftKeeper(session)
        self.drafts.keep(self.query_one(AnswerField).text)
        self.hints_given = 0
        app = cast("TrainerApp", self.app)
        app.names = Names(self.desk.catalogue().extended(scenario.own))
        self.query_one("#where", Static).update(Content(one_line(scenario.title)))
        await self._show_client(session)
        await self.show_talk()

    async def _show_client(self, session: Session) -> None:
        """Draw the client and the card anew: either may have changed."""
        had_focus = self.query_one(CardList).has_focus
        await self.query_one(MoodFace).remove()
        await self.query_one(CardList).remove()
        side = self.query_one("#side", Vertical)
        await side.mount(MoodFace(session.scenario.client.name, session.mood), before=0)
        card = CardList(session.scenario.card, session.opened())
        await side.mount(card)
        if had_focus:
            card.focus()

    def show_problems(self) -> None:
        """Show what is wrong with the file, or nothing."""
        problems = self.version.problems
        self.query_one("#problems").display = bool(problems)
        self.query_one("#problems").set_class(self.version.broken, "broken")
        title = ru.FILE_BROKEN if self.version.broken else ru.FILE_PROBLEMS
        rows = [Content.styled(title.format(count=len(problems)), "bold")]
        self.query_one("#problems-text", Static).update(Content("\n").join([*rows, *map(_row, problems)]))

    # ------------------------------------------------------------ the end and the beginning
    async def go_on(self) -> None:
        """Show the next line; what comes after the talk stands on top of this screen, which goes on watching."""
        if self.session.stage is Stage.TALK:
            await super().go_on()
        else:
            self._at_the_end = True
            self.app.push_screen(go_to(self.session))

    async def on_screen_resume(self) -> None:
        """Begin anew after the end."""
        if self._at_the_end:
            self._at_the_end = False
            await self.action_restart()

    async def action_restart(self) -> None:
        """Begin the talk anew, in the latest version."""
        scenario = self.version.scenario or self.session.scenario
        if not self.busy:
            await self.play(self.rehearsal.begin(scenario), scenario)
            self.query_one(AnswerField).focus()

    def action_leave(self) -> None:
        """From the card back to the answer; from the answer out of the program."""
        if self.query_one(CardList).has_focus:
            self.query_one(AnswerField).focus()
        else:
            self.app.exit()


def _row(problem: Problem) -> Content:
    place = Place(Path(problem.place.path).name, problem.place.line, problem.place.column)
    color = "$error" if problem.level is Level.ERROR else "$warning"
    return Content.assemble(
        (f"{one_line(str(place))}: ", "$secondary"),
        (f"{ru.LEVELS[problem.level]} ", f"bold {color}"),
        one_line(f"{problem.code} {problem.text}"),
    )
