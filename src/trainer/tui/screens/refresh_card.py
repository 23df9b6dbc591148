"""One card after the other, each in the fields of its form; after it the lesson in a few lines."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Digits, Static

from trainer.model.exercise import Form, form_of
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.progress import Done
from trainer.practice.records import RefusedError
from trainer.practice.visible import one_line
from trainer.refresh.run import Lesson, Run
from trainer.tui import refresh_parts as parts
from trainer.tui import refresh_texts_ru as ru
from trainer.tui.keys import ENTER, ESC, bound, bound_as
from trainer.tui.screens.assessment import AssessmentScreen
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.exercise import ExerciseScreen
from trainer.tui.widgets.bars import color_of
from trainer.tui.widgets.section import Section
from trainer.tui.widgets.topbar import TopBar


class RefreshCardScreen(ExerciseScreen):
    """The screen of exercises, with what each card is put for above it."""

    LEFT = ru.LEFT

    def __init__(self, run: Run) -> None:
        super().__init__(run.series)
        self.run_of_cards = run

    def help_for(self) -> Form | None:
        """Return the form of the card."""
        return form_of(self.series.item) if self.series.item else Form.REFRESH

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.TITLE, ""

    def body(self) -> ComposeResult:
        """Lay out what the card is for and the place for it."""
        yield Static(id="card-about", markup=False)
        yield Vertical(id="item")

    async def show_item(self, answer: Answer) -> None:
        """Show the present card with what it is put for."""
        await super().show_item(answer)
        if item := self.series.item:
            about = one_line(self.run_of_cards.about(item))
            self.query_one("#card-about", Static).update(Content.styled(about, "$accent"))
            status = ru.STATUS.format(number=self.series.number, of=len(self.series.items))
            self.query_one(TopBar).show_status(status)

    def result_screen(self, done: Done, number: int) -> Screen[str]:
        """Return the lesson of a card."""
        lesson = self.run_of_cards.lesson()
        assert lesson is not None  # something was answered just now
        return LessonScreen(self.run_of_cards, lesson, done, number)


class LessonScreen(TrainerScreen[str]):
    """Ends with "next" or "retry"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "leave('next')", "next", shown=ENTER),
        # Before the sheet, which would scroll by it: else the key is not named below.
        Binding("right", "easy", ru.KEYS["easy"], key_display="→", priority=True),
        Binding("e,E,у,У", "easy", show=False),
        bound("f5", "leave('retry')", "retry"),
        bound_as("f4", "whole", ru.KEYS["whole"]),
        bound("f6", "app.standards", "standards"),
        bound("escape", "leave('next')", "next", shown=ESC),
    ]

    def __init__(self, run: Run, lesson: Lesson, done: Done, number: int) -> None:
        super().__init__()
        self.run_of_cards, self.lesson, self.done, self.number = run, lesson, done, number

    def heading(self) -> tuple[str, str]:
        """Return what this is and which card it was."""
        return ru.VERDICT, ru.STATUS.format(number=self.number, of=len(self.run_of_cards.series.items))

    def body(self) -> ComposeResult:
        """Lay out the verdict, the standard in a line, the best wording."""
        judged = self.done.assessment
        with VerticalScroll(id="lesson"):
            with Horizontal(id="score"):
                yield Digits(str(judged.score), classes=color_of(judged.score)[1:])
                yield Static(parts.verdict(judged), id="summary")
            yield Section(*parts.standard(self.lesson), name="standard-line")
            if self.lesson.best:
                yield Section(*parts.best(self.lesson, judged), name="better")
            if self.lesson.easy_offered:
                yield Static(Content(ru.EASY_HINT), classes="quiet")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#lesson").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was passed can have been too easy."""
        return self.lesson.easy_offered if action == "easy" else True

    def action_leave(self, choice: str) -> None:
        """Go on or try again."""
        self.dismiss(choice)

    def action_easy(self) -> None:
        """Keep that it was too easy, and go on."""
        try:
            said = self.run_of_cards.too_easy()
        except RefusedError as refused:
            self.say(str(refused), warn=True)
            return
        self.say(said)
        self.dismiss("next")

    def action_whole(self) -> None:
        """Show the whole result: every loss with its reason, one's own words, all better wordings."""
        self.app.push_screen(AssessmentScreen(self.run_of_cards.series, self.done, self.number, review=True))
