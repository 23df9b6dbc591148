"""Before the talk: who you are, who writes, what can be looked up."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from trainer.model.problem import InputError
from trainer.model.scenario import Scenario
from trainer.practice.person import name_and_age
from trainer.practice.records import Mode
from trainer.practice.session import Session
from trainer.practice.visible import one_line
from trainer.tui import texts_ru as ru
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.mood import MoodFace
from trainer.tui.widgets.section import Section, shown


class BriefingScreen(TrainerScreen[None]):
    """Enter begins the talk; only then a session comes to be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "begin", "start", shown=ENTER),
        bound("escape", "app.pop_screen", "back", shown=ESC),
    ]

    def __init__(self, scenario: Scenario, mode: Mode, task: str = "") -> None:
        """``task`` is the id of what it is done for."""
        super().__init__()
        self.scenario, self.mode, self.for_task = scenario, mode, task
        self._begun = False

    def heading(self) -> tuple[str, str]:
        """Return the title of the talk and the mode."""
        return self.scenario.title, ru.MODES[self.mode]

    def body(self) -> ComposeResult:
        """Lay out the role, the client and the titles of the card."""
        found = self.scenario
        with Horizontal(classes="columns"):
            with VerticalScroll(id="role"):
                yield Section(ru.BRIEFING, shown(found.company, "$secondary"), found.briefing)
                if found.card:
                    titles = [
                        Content.assemble((f"{number} + ", "bold $accent"), one_line(piece.title))
                        for number, piece in enumerate(found.card, 1)
                    ]
                    about = ru.CARD_IN_TALK.format(count=len(titles))
                    yield Section(ru.CARD, about, Content("\n").join(titles))
                yield Section(ru.MODE_LINE, ru.MODE_ABOUT[self.mode])
            with Vertical(id="client"):
                yield MoodFace(found.client.name, found.client.mood)
                yield Section(ru.CLIENT, name_and_age(found.client), *filter(None, [found.client.about]))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#role").focus()

    def action_begin(self) -> None:
        """Begin the talk, once."""
        if not self._begun:
            self._begun = True
            self.begin()

    @work(thread=True, exclusive=True, group="begin")
    def begin(self) -> None:
        """Begin it off the screen's thread: the store and the hashes of the pack take their time."""
        try:
            session = self.desk.start(self.scenario.id, self.mode, self.for_task)
        except InputError as error:
            self.app.call_from_thread(self._failed, error)
        else:
            self.app.call_from_thread(self._go_to, session)

    def _failed(self, error: InputError) -> None:
        self._begun = False
        self.say(ru.START_FAILED.format(what=error), warn=True)

    def _go_to(self, session: Session) -> None:
        from trainer.tui.flow import go_to

        if self.is_current:
            self.app.switch_screen(go_to(session))
