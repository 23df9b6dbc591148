"""One of several: which standard it is, or what the client will ask next. A digit answers."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.model.exercise import NextItem, Option, WhichItem
from trainer.model.standard import Kind
from trainer.practice.exercises import texts_ru as questions
from trainer.practice.exercises.answer import Answer
from trainer.practice.visible import one_line, visible
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.forms.base import FormBody, ItemT, context, quoted
from trainer.tui.marks import WORDS_STYLE
from trainer.tui.widgets.choices import OneOf


class OptionsBody(FormBody[ItemT]):
    """A question with a list; choosing sends the answer."""

    HINT = ru.OPTION_HINT

    def question(self) -> str:
        """Return what is asked."""
        raise NotImplementedError

    def options(self) -> Sequence[Option]:
        """Return what there is to choose from."""
        options: Sequence[Option] = self.item.options
        return options

    def fields(self) -> ComposeResult:
        """Lay out the question and the list."""
        with Vertical(classes="two-lists"):
            yield Static(Content(self.question()), classes="heading")
            yield OneOf([(one.id, one.title) for one in self.options()], "option")

    @property
    def choices(self) -> OneOf:
        """The list."""
        return self.query_one("#option", OneOf)

    def answer(self) -> Answer:
        """Return the choice."""
        return Answer(choice=self.choices.value)

    def load(self, answer: Answer) -> None:
        """Show what was chosen before."""
        self.choices.show(answer.choice)

    def begin(self) -> None:
        """Go to the list."""
        self.choices.focus()
        if self.choices.highlighted is None:
            self.choices.highlighted = 0

    def set_busy(self, busy: bool) -> None:
        """Let the choice be while it is judged."""
        self.choices.disabled = busy
        if not busy:
            self.begin()

    def on_one_of_chosen(self, event: OneOf.Chosen) -> None:
        """Send."""
        event.stop()
        self.changed()
        self.submit()


class WhichBody(OptionsBody[WhichItem]):
    """Words that show or break a standard."""

    def given(self) -> Iterator[Widget]:
        """Return the client's line and the words, marked where only some are meant."""
        yield from context(self.item.context)
        yield Static(Content(ru.REPLY), classes="heading told-title")
        yield Static(self._marked(), classes="told", markup=False)

    def _marked(self) -> Content:
        text = Content(visible(self.item.text))
        span = self.item.span
        return text.stylize(WORDS_STYLE, span.start, span.end) if span else text

    def question(self) -> str:
        """Ask which standard it is."""
        asked = questions.ASK_SHOWN if self.item.kind is Kind.OBLIGATION else questions.ASK_BROKEN
        if not self.item.span:
            return asked
        return f"{asked} {ru.ABOUT_MARKED.format(words=one_line(self.item.span.of(self.item.text)))}"


class NextBody(OptionsBody[NextItem]):
    """A reply that leaves something open."""

    def given(self) -> Iterator[Widget]:
        """Return the client's line and the reply."""
        yield from context(self.item.context)
        yield quoted(ru.REPLY, self.item.reply)

    def question(self) -> str:
        """Ask what comes next."""
        return questions.ASK_ASKED
