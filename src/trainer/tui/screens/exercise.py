"""One item of an exercise after the other: what is given, the fields of its form, its result."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen

from trainer.model.exercise import Form
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.progress import Done
from trainer.practice.exercises.series import Series
from trainer.practice.records import Mode, RefusedError
from trainer.tui import exercise_texts_ru as ru
from trainer.tui import texts_ru as common
from trainer.tui.drafts import DraftKeeper
from trainer.tui.exercise_drafts import draft_of, read_draft
from trainer.tui.exercise_flow import series_screen
from trainer.tui.forms.base import FormBody
from trainer.tui.forms.bodies import body_for
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.screens.answering import AnsweringScreen
from trainer.tui.screens.assessment import AssessmentScreen
from trainer.tui.widgets.topbar import TopBar


class ExerciseScreen(AnsweringScreen[Answer, None]):
    """The frame that all forms share; answers are judged off the screen's thread."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "send", "send", shown=ENTER),
        bound("f5", "retry", "retry"),
        bound("f6", "app.standards", "standards"),
        bound("escape", "leave", "leave", shown=ESC),
    ]

    LEFT = ru.LEFT

    def __init__(self, series: Series) -> None:
        super().__init__()
        self.series = series
        self.drafts = DraftKeeper(series)
        self.busy = False

    def help_for(self) -> Form | None:
        """Return the form that is done."""
        return self.series.exercise.form

    def heading(self) -> tuple[str, str]:
        """Return the title of the exercise and the mode."""
        return self.series.exercise.title, common.MODES[self.series.mode]

    def body(self) -> ComposeResult:
        """Lay out the place for the item."""
        yield Vertical(id="item")

    async def on_mount(self) -> None:
        """Show the present item with what was typed for it."""
        await self.show_item(read_draft(self.series.draft()))

    @property
    def form(self) -> FormBody[Any]:
        """The fields of the present item."""
        return self.query_one(FormBody)

    async def show_item(self, answer: Answer) -> None:
        """Show the present item with an answer in its fields."""
        series, place = self.series, self.query_one("#item")
        if series.item is None:
            return
        self.drafts = DraftKeeper(series)
        await place.remove_children()
        form = body_for(series.item, self.desk.catalogue())
        await place.mount(form)
        form.load(answer)
        form.begin()
        status = ru.STATUS.format(
            mode=common.MODES[series.mode], number=series.number, items=len(series.items)
        )
        self.query_one(TopBar).show_status(status)

    # ------------------------------------------------------------ answering
    def on_form_body_changed(self, _event: FormBody.Changed) -> None:
        """Keep the draft as it comes to be."""
        if not self.busy:
            self.drafts.typed(self, draft_of(self.form.answer()))

    def keep_draft(self) -> None:
        """Keep what was typed since the last draft."""
        self.drafts.flush()

    def action_send(self) -> None:
        """Do what Enter means in this form."""
        if not self.busy:
            self.form.submit()

    def on_form_body_ready(self, _event: FormBody.Ready) -> None:
        """Judge the answer."""
        if self.busy:
            return
        answer = self.form.answer()
        self.drafts.keep(draft_of(answer))
        self.drafts.stop()
        self._set_busy(True)
        self.judge(answer)

    def take(self, answer: Answer) -> None:
        """Have the answer judged."""
        self.series.answer(answer)

    def refused(self, why: str) -> None:
        """Say why the answer was not taken; it stays where it is."""
        self._set_busy(False)
        self.say(why, warn=True)

    async def judged(self, result: None) -> None:
        """Show the result in training, the next item in an exam."""
        self._set_busy(False)
        self.warn_if_not_kept()
        if self.series.mode is Mode.TRAINING:
            done, number = self.series.kept[-1], len(self.series.kept)
            self.app.push_screen(self.result_screen(done, number), self.after_result)
            # The next item is laid out behind the result, so that nothing flickers.
            await self.show_item(Answer())
        else:
            self.say(ru.TAKEN)
            await self.go_on()

    def result_screen(self, done: Done, number: int) -> Screen[str]:
        """Return what shows the result of an item; it ends with "next" or "retry"."""
        return AssessmentScreen(self.series, done, number)

    async def after_result(self, choice: str | None) -> None:
        """Go on, or take the answer back."""
        if choice == "retry":
            await self.take_back()
        elif self.series.item is None:
            self.app.switch_screen(series_screen(self.series))
        else:
            self.series.look()
            self.form.begin()

    async def go_on(self) -> None:
        """Show the next item, or the sum after the last."""
        if self.series.item is None:
            self.app.switch_screen(series_screen(self.series))
        else:
            await self.show_item(Answer())

    # ------------------------------------------------------------ going back
    async def action_retry(self) -> None:
        """Go one item back."""
        if not self.busy:
            self.drafts.keep(draft_of(self.form.answer()))
            await self.take_back()

    async def take_back(self) -> None:
        """Show the last item with its answer in the fields."""
        try:
            taken = self.series.retry()
        except RefusedError as refused:
            self.say(str(refused), warn=True)
            return
        await self.show_item(taken.answer)

    def action_leave(self) -> None:
        """Go a step back in the form, or home; what was typed stays."""
        if self.busy or self.form.back():
            return
        self.drafts.keep(draft_of(self.form.answer()))
        self.drafts.stop()
        self.say(self.LEFT)
        self.app.pop_screen()

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        form = self.form
        form.set_busy(busy)
        reading = ru.READING if self.desk.ready() else common.WARMING
        form.tell(reading if busy else form.HINT, busy=busy)
