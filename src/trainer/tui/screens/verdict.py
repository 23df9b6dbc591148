"""The verdict on one answer: what was good, what was taken off and why, how to put it better."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from trainer.practice.records import Attempt, Mode
from trainer.practice.session import Session
from trainer.practice.tell import tell_severity
from trainer.practice.texts_ru import GRADES, MOODS
from trainer.practice.visible import one_line
from trainer.team.objections import Objection
from trainer.tui import objection_texts_ru as objection_ru
from trainer.tui import texts_ru as ru
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.marks import marked
from trainer.tui.objection_parts import Charge, as_decided, charges, told
from trainer.tui.screens.objecting import ObjectingScreen
from trainer.tui.verdict_parts import deduction_card, model_title, praise, warning_card
from trainer.tui.widgets.bars import color_of
from trainer.tui.widgets.section import Section, shown


class VerdictScreen(ObjectingScreen[str]):
    """Ends with "next" or "retry"; with ``review`` it is only read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "leave('next')", "next", shown=ENTER),
        bound("f4", "model", "model"),
        bound("f5", "leave('retry')", "retry"),
        bound("f6", "app.standards", "standards"),
        bound("o,O,щ,Щ", "object", "object", shown="O"),
        bound("escape", "leave('next')", "back", shown=ESC),
    ]

    def __init__(self, session: Session, attempt: Attempt, *, review: bool = False) -> None:
        super().__init__()
        self.session, self.attempt, self.review = session, attempt, review
        self.models = session.scenario.turns[attempt.turn].model_answers or (ru.NO_MODEL,)
        self.showing = 0  # the number of the model answer that is shown, 0 for none

    def heading(self) -> tuple[str, str]:
        """Return what this is and which talk it belongs to."""
        return ru.VERDICT, self.session.scenario.title

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what cannot be done here."""
        if action == "object":
            return bool(self.attempt.verdict.deductions)
        if action != "leave":
            return True
        no_retry = self.review or self.session.mode is Mode.EXAM
        if parameters == ("retry",):
            return not no_retry
        return True

    def body(self) -> ComposeResult:
        """Lay out the score and the answer, then praise and deductions."""
        verdict = self.attempt.verdict
        made = self._made()
        now = as_decided(self.attempt, made.values()).verdict
        with VerticalScroll(id="verdict"):
            with Horizontal(id="score"):
                yield Digits(str(now.score), classes=color_of(now.score)[1:])
                yield Static(self._summary(now.grade), id="summary")
            if now.score != verdict.score:
                text = objection_ru.CORRECTED.format(before=verdict.score, after=now.score)
                yield Static(Content(text), id="corrected")
            with Horizontal(classes="sheet"):
                with Vertical(classes="left"):
                    yield Section(ru.YOUR_ANSWER, self._answer())
                    yield Section(ru.MODEL, "", name="model")
                    yield Section(ru.GOOD, praise(verdict, self.names), name="praise")
                with Vertical(classes="right"):
                    yield Static(
                        Content(ru.TAKEN_OFF if verdict.deductions else ru.NO_FAULTS), classes="heading"
                    )
                    if said := tell_severity(verdict):
                        yield Static(Content(said), classes="quiet", markup=False)
                    for number, item in enumerate(verdict.deductions, 1):
                        yield deduction_card(number, item, self.names)
                        if number in made:
                            yield Static(told(made[number]), classes="objection")
                    for item in verdict.warnings:
                        yield warning_card(item, self.names)

    def on_mount(self) -> None:
        """Hide the model answer until it is asked for."""
        self.showing = 0
        self.query_one("#model").display = False
        self.query_one("#verdict").focus()

    def _made(self) -> dict[int, Objection]:
        """Return the objections to this answer by the place of the deduction."""
        if not self.attempt.verdict.deductions:
            return {}
        every = self.desk.objections(self.session.id)
        return {item.deduction: item for item in every if item.attempt == self.attempt.number}

    def objectable(self) -> tuple[str, list[Charge]]:
        """Return the session and what can be objected to here."""
        return self.session.id, charges([self.attempt], list(self._made().values()))

    def _summary(self, grade: int) -> Content:
        step = self.attempt.step
        before, after = MOODS[step.mood_before], MOODS[step.mood_after]
        moved = (ru.MOOD_SAME if before == after else ru.MOOD_MOVED).format(before=before, after=after)
        return Content.assemble(
            (f"{ru.POINTS}    ", "$secondary"),
            (ru.GRADE.format(grade=grade, words=GRADES[grade]), "bold"),
            (f"\n{one_line(self.session.scenario.client.name)}: ", "$secondary"),
            moved,
            (f"\n{one_line(step.remark)}" if step.remark else "", "italic $secondary"),
        )

    def _answer(self) -> Content:
        said = shown(one_line(self.attempt.line), "italic $secondary")
        answer = marked(self.attempt.text, self.attempt.verdict.deductions)
        return Content("\n").join([said, Content(""), answer])

    def action_model(self) -> None:
        """Show the next model answer; after the last one hide them."""
        self.showing = (self.showing + 1) % (len(self.models) + 1)
        model = self.query_one("#model", Section)
        model.display = self.showing > 0
        if self.showing:
            model.change(model_title(self.showing, len(self.models)), self.models[self.showing - 1])
            self.call_after_refresh(model.scroll_visible, animate=False)

    def action_leave(self, choice: str) -> None:
        """Go on or try again."""
        self.dismiss(choice)
