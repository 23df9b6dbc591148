"""The result of one item: the score, the words in question, the reasons, the author's word, better wordings."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits, Static

from trainer.model.exercise import Form, SpotItem
from trainer.practice.exercises.progress import Done
from trainer.practice.exercises.series import Series
from trainer.practice.records import Mode
from trainer.team.objections import Objection
from trainer.tui import assessment_parts as parts
from trainer.tui import exercise_texts_ru as ru
from trainer.tui import objection_texts_ru as objection_ru
from trainer.tui import texts_ru as common
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.objection_parts import Charge, charges_of_items, item_as_decided, told
from trainer.tui.screens.objecting import ObjectingScreen
from trainer.tui.verdict_parts import loss_card
from trainer.tui.widgets.bars import color_of
from trainer.tui.widgets.section import Section


class AssessmentScreen(ObjectingScreen[str]):
    """Ends with "next" or "retry"; with ``review`` it is only read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "leave('next')", "next", shown=ENTER),
        bound("f5", "leave('retry')", "retry"),
        bound("f6", "app.standards", "standards"),
        bound("o,O,щ,Щ", "object", "object", shown="O"),
        bound("escape", "leave('next')", "back", shown=ESC),
    ]

    def __init__(self, series: Series, done: Done, number: int, *, review: bool = False) -> None:
        super().__init__()
        self.series, self.done, self.number, self.review = series, done, number, review
        self.made: dict[int, Objection] = {}

    def help_for(self) -> Form | None:
        """Return the form that was done."""
        return self.series.exercise.form

    def heading(self) -> tuple[str, str]:
        """Return the exercise and which of its items this is."""
        of = ru.RESULT_OF.format(number=self.number, items=len(self.series.items))
        return f"{ru.RESULT}: {self.series.exercise.title}", of

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what cannot be done here."""
        if action == "object":
            return any(loss.points for loss in self.done.assessment.losses)
        if action == "leave" and parameters == ("retry",):
            return not (self.review or self.series.mode is Mode.EXAM)
        return True

    def body(self) -> ComposeResult:
        """Lay out the score and the answer, then what was taken off and why."""
        self.made = self._made()
        before, done = self.done.assessment, item_as_decided(self.done, self.made.values()).assessment
        with VerticalScroll(id="verdict"):
            with Horizontal(id="score"):
                yield Digits(str(done.score), classes=color_of(done.score)[1:])
                yield Static(parts.summary_line(done), id="summary")
            if done.score != before.score:
                text = objection_ru.CORRECTED.format(before=before.score, after=done.score)
                yield Static(Content(text), id="corrected")
            with Horizontal(classes="sheet"):
                with Vertical(classes="left"):
                    yield from self._mine()
                with Vertical(classes="right"):
                    yield from self._why()

    def _mine(self) -> Iterator[Widget]:
        item, done = self.done.item, self.done.assessment
        if not isinstance(item, SpotItem) or item.context:
            yield Section(ru.ITEM, parts.given(item))
        yield Section(ru.YOUR_ANSWER, parts.answered(item, self.done.answer, done, self.names))

    def _why(self) -> Iterator[Widget]:
        done = self.done.assessment
        if done.parts:
            yield Section(ru.STEPS_TITLE, parts.steps(done))
        yield Static(Content(self._verdict()), classes="heading")
        for number, loss in enumerate(done.losses, 1):
            yield loss_card(number, loss)
            if number in self.made:
                yield Static(told(self.made[number]), classes="objection")
        if done.why:
            yield Section(ru.ABOUT_ITEM, done.why)
        if done.better:
            yield Section(ru.BETTER, parts.better(done.better), name="better")

    def _verdict(self) -> str:
        done = self.done.assessment
        if any(loss.points for loss in done.losses):
            return common.TAKEN_OFF
        return ru.ONLY_WARNED if done.losses else ru.NO_FAULTS

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#verdict").focus()

    def _made(self) -> dict[int, Objection]:
        """Return the objections to this answer by the place of the loss."""
        if not self.done.assessment.losses:
            return {}
        every = self.desk.objections(self.series.id)
        return {item.deduction: item for item in every if item.attempt == self.done.number}

    def objectable(self) -> tuple[str, list[Charge]]:
        """Return the session and what can be objected to here."""
        return self.series.id, charges_of_items([self.done], list(self._made().values()))

    def action_leave(self, choice: str) -> None:
        """Go on or try again."""
        self.dismiss(choice)
