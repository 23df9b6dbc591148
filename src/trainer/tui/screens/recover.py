"""Get back on one's feet: a pause, a breath by count, two questions. Nothing is scored, nothing is stored."""

import time
from collections.abc import Callable
from math import ceil
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from trainer.model.exercise import Exercise, Form, StepKind
from trainer.practice.exercises.recover import Moment, Walk, begin
from trainer.practice.exercises.texts_ru import EXHALE, HOLD
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.section import shown

_BAR = 30


class RecoverScreen(TrainerScreen[None]):
    """Enter goes on, Esc leaves at any moment; time comes from ``now``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "go_on", "next", shown=ENTER),
        bound("escape", "app.pop_screen", "finish", shown=ESC),
    ]

    def __init__(
        self, exercise: Exercise, now: Callable[[], float] = time.monotonic, every: float = 0.2
    ) -> None:
        """``now`` returns seconds; ``every`` so many of them the screen looks at it."""
        super().__init__()
        self.exercise, self._now, self._every = exercise, now, every
        self.walk: Walk = begin(exercise.steps, now())
        self._shown: tuple[int, int] | None = None

    def help_for(self) -> Form | None:
        """Return what this is."""
        return Form.RECOVER

    def heading(self) -> tuple[str, str]:
        """Return the title."""
        return self.exercise.title, ""

    def body(self) -> ComposeResult:
        """Lay out the text, the count and the field for a question."""
        with Vertical(id="rest"):
            yield Static(Content.styled(ru.NOT_STORED, "$secondary"), id="rest-note")
            yield Static(id="rest-text")
            yield Static(id="rest-label")
            with Center(id="rest-count"):
                yield Digits("", id="rest-digits")
            yield Static(id="rest-bar")
        yield Static(Content(ru.RECOVER_HINT), id="state")
        yield AnswerField("", ru.THINK)

    def on_mount(self) -> None:
        """Begin."""
        self.walk = begin(self.exercise.steps, self._now())
        self.look()
        self.set_interval(self._every, self.look)

    def look(self) -> None:
        """Look at the time and show what has changed."""
        self.walk = self.walk.tick(self._now())
        moment = self.walk.moment
        if moment is None:
            self.leave()
            return
        left = ceil(self.walk.left(self._now()))
        if (self.walk.at, left) != self._shown:
            self._show(moment, left, new=self._shown is None or self._shown[0] != self.walk.at)
            self._shown = (self.walk.at, left)

    def _show(self, moment: Moment, left: int, *, new: bool) -> None:
        self.query_one("#rest-text", Static).update(shown(moment.text))
        self.query_one("#rest-label", Static).update(_label(moment, left))
        self.query_one("#rest-bar", Static).update(_bar(moment, left))
        digits = self.query_one("#rest-digits", Digits)
        digits.display = moment.kind is StepKind.BREATHE
        digits.update(str(moment.seconds - left + 1))
        if new:
            self._change(moment)

    def _change(self, moment: Moment) -> None:
        """Show the field at a question, empty: what was written before is gone."""
        field = self.query_one(AnswerField)
        field.display = moment.kind is StepKind.QUESTION
        if field.display:
            field.load("")
            field.focus()
        else:
            field.load("")
            self.set_focus(None)
        last = moment.kind is StepKind.WORD
        hint = ru.ANSWER_NOT_STORED if field.display else ru.WORD_HINT if last else ru.RECOVER_HINT
        self.query_one("#state", Static).update(Content(hint))

    def on_answer_field_sent(self, _event: AnswerField.Sent) -> None:
        """Go on; what was written goes nowhere."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go on to the next step."""
        self.walk = self.walk.go_on(self._now())
        self.look()

    def leave(self) -> None:
        """Go back to where one came from."""
        if self.is_current:
            self.app.pop_screen()


def _label(moment: Moment, left: int) -> Content:
    if moment.kind is StepKind.BREATHE:
        of = ru.BREATH_OF.format(number=moment.round, of=moment.rounds)
        return Content.assemble((moment.label, "bold $primary"), (f"   {of}", "$secondary"))
    if moment.kind is StepKind.PAUSE:
        minutes, seconds = divmod(left, 60)
        return Content.styled(ru.PAUSE_LEFT.format(minutes=minutes, seconds=seconds), "$primary")
    return Content("")


def _bar(moment: Moment, left: int) -> Content:
    """Return a bar that fills with the breath in and empties with the breath out, or with the pause."""
    if not moment.seconds:
        return Content("")
    if moment.label == HOLD:
        full = _BAR
    elif moment.label == EXHALE or moment.kind is StepKind.PAUSE:
        full = round(_BAR * left / moment.seconds)
    else:
        full = round(_BAR * (moment.seconds - left + 1) / moment.seconds)
    return Content.assemble(("━" * full, "bold $primary"), ("─" * (_BAR - full), "$secondary 60%"))
