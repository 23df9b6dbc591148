"""What the bodies of all forms share: what is given on top, a line of state, the fields below."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from trainer.model.standard import Catalogue
from trainer.practice.exercises.answer import Answer
from trainer.practice.visible import one_line
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.lines import Line
from trainer.tui.widgets.section import shown

ItemT = TypeVar("ItemT", bound=Any)


class FormBody(Vertical, Generic[ItemT]):
    """One item with the fields for its answer; says ``Changed`` while it is typed and ``Ready`` to be judged."""

    HINT = ru.SEND_HINT

    class Changed(Message):
        """The answer has changed."""

    class Ready(Message):
        """The person wants the answer judged."""

    def __init__(self, item: ItemT, catalogue: Catalogue) -> None:
        super().__init__(classes="form")
        self.item, self.catalogue = item, catalogue

    # ------------------------------------------------------------ for each form to fill
    def given(self) -> Iterable[Widget]:
        """Return what is put to the person."""
        return ()

    def fields(self) -> ComposeResult:
        """Lay out the fields."""
        yield from ()

    def answer(self) -> Answer:
        """Return the answer as it stands."""
        raise NotImplementedError

    def load(self, answer: Answer) -> None:
        """Put an answer into the fields."""

    def begin(self) -> None:
        """Put the cursor where the person goes on."""

    def submit(self) -> None:
        """Do what Enter means here."""
        self.post_message(self.Ready())

    def back(self) -> bool:
        """Go a step back within the form; False when there is none."""
        return False

    def set_busy(self, busy: bool) -> None:
        """Let nothing be changed while an answer is judged."""

    # ------------------------------------------------------------ the frame
    def compose(self) -> ComposeResult:
        """Lay out what is given, the state and the fields."""
        with VerticalScroll(id="given"):
            yield from self.given()
        yield Static(Content(self.HINT), id="state")
        yield from self.fields()

    def tell(self, text: str, *, busy: bool = False) -> None:
        """Show the state of affairs in one line."""
        state = self.query_one("#state", Static)
        state.update(Content(text))
        state.set_class(busy, "busy")

    def changed(self) -> None:
        """Let the screen keep the answer."""
        self.post_message(self.Changed())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Let the screen keep what is typed, where there is a field."""
        event.stop()
        self.changed()

    def on_answer_field_sent(self, event: AnswerField.Sent) -> None:
        """Go on by Enter."""
        event.stop()
        self.submit()


def context(text: str, who: str = ru.CLIENT) -> Iterator[Widget]:
    """Yield the line that came before, where there is one."""
    if text:
        yield Line(who, text, "client")


def quoted(who: str, text: str) -> Widget:
    """Return what an operator wrote."""
    return Line(who, text, "own")


def labelled(label: str, text: str) -> Widget:
    """Return a text with its label in front, both on one paragraph."""
    return Static(Content.assemble((f"{label}: ", "bold $accent"), shown(text)), classes="told", markup=False)


def remark(text: str) -> Widget:
    """Return a quiet line."""
    return Static(Content.styled(one_line(text), "$secondary"), classes="told", markup=False)


def options_of(catalogue: Catalogue) -> Sequence[tuple[str, str]]:
    """Return the qualities to choose from."""
    return [(quality.id, quality.title) for quality in catalogue.qualities.values()]
