"""The first lesson: a talk of two lines with a word beside every step; nothing of it is kept."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trainer.practice import lesson
from trainer.practice import lesson_texts_ru as ru
from trainer.practice.records import Attempt, Stage
from trainer.practice.session import Session
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.screens.page import PageScreen
from trainer.tui.screens.talk import TalkScreen
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets.section import Section


class LessonOffer(ModalScreen[bool]):
    """Enter begins the lesson, Esc declines it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", show=False),
        Binding("escape", "answer(False)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the offer."""
        with VerticalScroll(id="page"):
            yield Section(ru.TITLE, ru.HELLO)
            yield Static(Content(ru.HELLO_KEYS), classes="quiet")

    def action_answer(self, wanted: bool) -> None:
        """Begin, or not."""
        self.dismiss(wanted)


class FirstLessonScreen(TalkScreen):
    """The talk of the lesson."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("escape", "leave", "skip_lesson", shown=ESC)]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.coach = Static(id="coach", markup=False)

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.TITLE, ""

    def body(self) -> ComposeResult:
        """Lay out the coach above the talk."""
        yield self.coach
        yield from super().body()

    async def show_talk(self) -> None:
        """Show the talk, and what the coach says of it."""
        await super().show_talk()
        self.coach.update(Content(lesson.before(self.session, lesson.ON_SCREEN)))

    def verdict_on(self, attempt: Attempt) -> VerdictScreen:
        """Return the verdict with the coach above it."""
        return LessonVerdictScreen(self.session, attempt)

    async def go_on(self) -> None:
        """Show the next line; after the last one say goodbye."""
        if self.session.stage is Stage.TALK:
            await super().go_on()
        else:
            self.app.switch_screen(PageScreen(ru.DONE_TITLE, ru.DONE))

    def action_leave(self) -> None:
        """Leave the lesson; nothing of it is kept."""
        if not self.busy:
            self.app.pop_screen()


class LessonVerdictScreen(VerdictScreen):
    """A verdict of the lesson."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("enter", "leave('next')", "next", shown=ENTER)]

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.TITLE, ""

    def body(self) -> ComposeResult:
        """Lay out the coach above the verdict."""
        yield Static(
            Content(lesson.after(self.session, self.attempt, lesson.ON_SCREEN)), id="coach", markup=False
        )
        yield from super().body()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody reads objections to a lesson."""
        return False if action == "object" else super().check_action(action, parameters)
