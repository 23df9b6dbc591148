"""Spot it: choose words in the reply, name the standard that they break."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.model.exercise import SpotItem
from trainer.model.standard import Kind
from trainer.practice.exercises.answer import Answer
from trainer.practice.tell import Names
from trainer.practice.visible import one_line
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.forms.base import FormBody, context
from trainer.tui.screens.pick_standard import PickStandardScreen
from trainer.tui.widgets.word_picker import WordPicker


class SpotBody(FormBody[SpotItem]):
    """A reply to mark; Enter sends the marks."""

    HINT = ru.SPOT_HINT
    # Whether the person was told that nothing is marked.
    _asked = False

    def given(self) -> Iterator[Widget]:
        """Return the client's line and the reply to mark."""
        yield from context(self.item.context)
        yield Static(Content(ru.REPLY), classes="heading told-title")
        yield WordPicker(self.item.text)

    def fields(self) -> ComposeResult:
        """Lay out the list of marks."""
        with VerticalScroll(id="marks", can_focus=False):
            yield Static(id="marks-text")

    @property
    def picker(self) -> WordPicker:
        """The reply."""
        return self.query_one(WordPicker)

    def answer(self) -> Answer:
        """Return the marks."""
        return Answer(marks=self.picker.state.marks)

    def load(self, answer: Answer) -> None:
        """Show marks that were made before."""
        self.picker.load(answer.marks)

    def begin(self) -> None:
        """Go to the words."""
        self.picker.focus()

    def set_busy(self, busy: bool) -> None:
        """Let the marks be while they are judged."""
        self.picker.disabled = busy
        if not busy:
            self.begin()

    def submit(self) -> None:
        """Name the held passage; else send, and ask once when nothing is marked."""
        state = self.picker.state
        if state.held:
            self.picker.finish()
        elif state.marks or self._asked:
            super().submit()
        else:
            self._asked = True
            self.tell(ru.NOTHING_MARKED)

    def back(self) -> bool:
        """Let the held words go."""
        if self.picker.state.anchor is None:
            return False
        self.picker.change(self.picker.state.let_go())
        return True

    def on_word_picker_moved(self, event: WordPicker.Moved) -> None:
        """Show what is marked, and keep it."""
        event.stop()
        self._asked = False
        state, names = self.picker.state, Names(self.catalogue)
        rows = [Content.styled(ru.MARKED if state.marks else ru.NO_MARKS_YET, "$secondary")]
        for mark in state.marks:
            title = one_line(names.standard(mark.standard))
            rows.append(Content(ru.MARK_ROW.format(words=one_line(mark.words), title=title)))
        if state.marks:
            rows.append(Content.styled(ru.UNMARK_HINT, "$secondary"))
        self.query_one("#marks-text", Static).update(Content("\n").join(rows))
        self.tell(ru.SPOT_RANGE_HINT if state.held else self.HINT)
        self.changed()

    def on_word_picker_picked(self, event: WordPicker.Picked) -> None:
        """Ask which standard the held words break."""
        event.stop()
        state = self.picker.state
        if state.held:
            standards = self.catalogue.of_kind(Kind.PROHIBITION)
            words = state.held.of(state.text)
            self.app.push_screen(PickStandardScreen(words, list(standards)), self.named)

    def named(self, standard: str | None) -> None:
        """Mark the words with the standard that was named; without one they stay held."""
        if standard:
            self.picker.change(self.picker.state.mark(standard))
        self.begin()
