"""Review of somebody's answer: four steps, one at a time, the answered ones above."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from trainer.model.exercise import ReviewItem
from trainer.model.standard import Catalogue
from trainer.practice.exercises import texts_ru as exercise_words
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.ask import card_lines
from trainer.practice.tell import Names
from trainer.practice.visible import one_line
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.debrief_parts import cut
from trainer.tui.forms.base import FormBody, context, options_of, quoted, remark
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.choices import OneOf, SomeOf

_ENOUGH = [("yes", ru.YES), ("no", ru.NO)]
# The step at which the facts are needed: only then the card is shown.
_WORDING = 2
_LAST = len(ru.STEPS) - 1


class StepRow(Static):
    """A step with what was answered to it; a click goes there."""

    class Wanted(Message):
        """The person wants to go to a step."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int) -> None:
        super().__init__(classes="step", markup=False)
        self.number = number

    def show(self, said: str, *, here: bool) -> None:
        """Show the answer to the step."""
        style = "bold $accent" if here else "$secondary"
        sign = "> " if here else "  "
        self.update(
            Content.assemble(
                (f"{sign}{self.number + 1}. {ru.STEPS[self.number]}", style),
                (f" {cut(said, 40)}" if said else "", "bold"),
            )
        )

    def on_click(self, _event: Click) -> None:
        """Ask to go there."""
        self.post_message(self.Wanted(self.number))


class ReviewBody(FormBody[ReviewItem]):
    """Enter goes on to the next step, Esc to the one before."""

    HINT = ru.STEP_HINTS[0]

    def __init__(self, item: ReviewItem, catalogue: Catalogue) -> None:
        super().__init__(item, catalogue)
        self.step = self.furthest = 0

    def given(self) -> Iterator[Widget]:
        """Return the client's line and the answer to look at."""
        yield from context(self.item.client)
        yield quoted(f"{ru.OPERATOR}, {one_line(self.item.company)}" if self.item.company else ru.OPERATOR,
                     self.item.operator)  # fmt: skip
        with Vertical(id="steps"):
            for number in range(len(ru.STEPS)):
                yield StepRow(number)
        if card := card_lines(self.item):
            with Vertical(id="looked-up"):
                yield remark(exercise_words.CARD)
                for line in card:
                    yield remark(f"- {line}")

    def fields(self) -> ComposeResult:
        """Lay out the field of every step; one of them is shown."""
        yield OneOf(_ENOUGH, "step-0")
        yield AnswerField("", ru.PLACEHOLDER_QUESTION, "step-1")
        yield AnswerField("", ru.PLACEHOLDER, "step-2")
        yield SomeOf(options_of(self.catalogue), "step-3")

    # ------------------------------------------------------------ the answer
    def answer(self) -> Answer:
        """Return what was answered so far."""
        enough = self.query_one("#step-0", OneOf).value
        return Answer(
            enough=None if not enough else enough == "yes",
            next_question=self.query_one("#step-1", AnswerField).text,
            text=self.query_one("#step-2", AnswerField).text,
            lacking=self.query_one("#step-3", SomeOf).values,
        )

    def load(self, answer: Answer) -> None:
        """Put an answer into the fields, and go to the first step that lacks one."""
        enough = "" if answer.enough is None else "yes" if answer.enough else "no"
        self.query_one("#step-0", OneOf).show(enough)
        self.query_one("#step-1", AnswerField).load(answer.next_question)
        self.query_one("#step-2", AnswerField).load(answer.text)
        self.query_one("#step-3", SomeOf).show(answer.lacking)
        said = (
            answer.enough is not None,
            bool(answer.next_question),
            bool(answer.text),
            bool(answer.lacking),
        )
        self.furthest = max((number + 1 for number, done in enumerate(said) if done), default=0)
        self.furthest = min(self.furthest, _LAST)
        self.go(0 if answer.enough is None else self.furthest)

    def go(self, number: int) -> None:
        """Go to a step."""
        self.step = number
        self.furthest = max(self.furthest, number)
        for other in range(len(ru.STEPS)):
            self.query_one(f"#step-{other}").display = other == number
        for card in self.query("#looked-up"):
            card.display = number == _WORDING
        self.tell(ru.STEP_HINTS[number])
        self._show_steps()
        self.begin()

    def _show_steps(self) -> None:
        answer, names = self.answer(), Names(self.catalogue)
        enough = "" if answer.enough is None else dict(_ENOUGH)["yes" if answer.enough else "no"]
        lacking = ", ".join(names.quality(name) for name in answer.lacking)
        said = [
            enough,
            answer.next_question.strip() or ru.NOTHING_TO_ASK,
            answer.text,
            lacking or ru.NONE_LACKED,
        ]
        for row in self.query(StepRow):
            told = row.number != self.step and row.number <= self.furthest
            row.show(said[row.number] if told else "", here=row.number == self.step)

    def begin(self) -> None:
        """Go to the field of the present step."""
        field = self.query_one(f"#step-{self.step}")
        field.focus()
        if isinstance(field, OneOf | SomeOf) and field.highlighted is None:
            field.highlighted = 0

    def set_busy(self, busy: bool) -> None:
        """Let the answers be while they are judged."""
        for field in self.query(AnswerField):
            field.read_only = busy
        self.query_one("#step-3").disabled = busy
        if not busy:
            self.go(self.step)

    # ------------------------------------------------------------ from step to step
    def submit(self) -> None:
        """Go on to the next step; after the last one send."""
        answer = self.answer()
        if self.step == 0 and answer.enough is None:
            self.tell(ru.STEP_HINTS[0])
        elif self.step == 2 and not answer.text.strip():
            self.tell(ru.WRITE_WORDS)
        elif self.step < _LAST:
            self.go(self.step + 1)
        else:
            super().submit()

    def back(self) -> bool:
        """Go one step back."""
        if not self.step:
            return False
        self.go(self.step - 1)
        return True

    def on_one_of_chosen(self, event: OneOf.Chosen) -> None:
        """Go on as soon as it is decided."""
        event.stop()
        self.changed()
        self.submit()

    def on_some_of_changed(self, event: SomeOf.Changed) -> None:
        """Keep the qualities."""
        event.stop()
        self.changed()

    def on_some_of_done(self, event: SomeOf.Done) -> None:
        """Go on by Enter."""
        event.stop()
        self.submit()

    def on_step_row_wanted(self, event: StepRow.Wanted) -> None:
        """Go to a step that was clicked, no further than the person has come."""
        event.stop()
        if event.number <= self.furthest:
            self.go(event.number)
