"""Critic or hater: two keys, and the comment is judged."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.model.exercise import Approach, Author, CommentItem
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.texts_ru import APPROACHES, AUTHORS
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.forms.base import FormBody, context, labelled
from trainer.tui.widgets.choices import OneOf

_AUTHORS = [(author.value, AUTHORS[author]) for author in Author]
_APPROACHES = [(approach.value, APPROACHES[approach]) for approach in Approach]


class CommentBody(FormBody[CommentItem]):
    """Who writes, then what to do: the second choice sends both."""

    HINT = ru.CHOICE_HINT

    def given(self) -> Iterator[Widget]:
        """Return where the comment stood and the comment."""
        if self.item.context:
            yield labelled(ru.SURROUNDINGS, self.item.context)
        yield from context(self.item.text, ru.REVIEW_PUBLIC)

    def fields(self) -> ComposeResult:
        """Lay out both lists side by side."""
        with Horizontal(classes="two-lists"):
            with Vertical():
                yield Static(Content(ru.WHO), classes="heading")
                yield OneOf(_AUTHORS, "author")
            with Vertical():
                yield Static(Content(ru.WHAT), classes="heading")
                yield OneOf(_APPROACHES, "approach")

    @property
    def author(self) -> OneOf:
        """The list of who writes."""
        return self.query_one("#author", OneOf)

    @property
    def approach(self) -> OneOf:
        """The list of what to do."""
        return self.query_one("#approach", OneOf)

    def answer(self) -> Answer:
        """Return both choices."""
        return Answer(kind=self.author.value, approach=self.approach.value)

    def load(self, answer: Answer) -> None:
        """Show what was chosen."""
        self.author.show(answer.kind)
        self.approach.show(answer.approach)

    def begin(self) -> None:
        """Go to the first list, or to the second when the first is answered."""
        listed = self.approach if self.author.value and not self.approach.value else self.author
        listed.focus()
        if listed.highlighted is None:
            listed.highlighted = 0

    def back(self) -> bool:
        """From the second list back to the first."""
        if not self.approach.has_focus:
            return False
        self.author.focus()
        return True

    def on_one_of_chosen(self, event: OneOf.Chosen) -> None:
        """Go on to the second list, or send."""
        event.stop()
        self.changed()
        if event.choices is self.approach and self.author.value:
            self.submit()
        else:
            self.approach.focus() if event.choices is self.author else self.author.focus()
