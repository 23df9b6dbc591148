"""Rewrite: a bad line above, one's own below."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widget import Widget

from trainer.model.exercise import RewriteItem
from trainer.practice.exercises.answer import Answer
from trainer.practice.tell import Names
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.forms.base import FormBody, ItemT, context, quoted, remark
from trainer.tui.widgets.answer_field import AnswerField


class WordingBody(FormBody[ItemT]):
    """A form that is answered in one text."""

    def fields(self) -> ComposeResult:
        """Lay out the field."""
        yield AnswerField("", ru.PLACEHOLDER)

    @property
    def field(self) -> AnswerField:
        """The field for the text."""
        return self.query_one(AnswerField)

    def answer(self) -> Answer:
        """Return the text."""
        return Answer(text=self.field.text)

    def load(self, answer: Answer) -> None:
        """Put a text into the field."""
        self.field.load(answer.text)

    def begin(self) -> None:
        """Begin to write."""
        self.field.focus()

    def set_busy(self, busy: bool) -> None:
        """Let the text be while it is judged."""
        self.field.read_only = busy


class RewriteBody(WordingBody[RewriteItem]):
    """A line that breaks a standard, to be said better."""

    def given(self) -> Iterator[Widget]:
        """Return the client's line, the bad one, and what is bad about it."""
        yield from context(self.item.context)
        yield quoted(ru.LINE, self.item.line)
        yield remark(ru.BROKEN.format(title=Names(self.catalogue).standard(self.item.standard)))
