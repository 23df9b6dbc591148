"""A page over a transcript to write a comment on."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.problem import InputError
from trainer.practice.visible import visible
from trainer.team.comments import Kind
from trainer.team.transcript import Transcript
from trainer.tui import mentor_texts_ru as ru
from trainer.tui.widgets.answer_field import AnswerField

if TYPE_CHECKING:
    from trainer.tui.app import TrainerApp


class CommentScreen(ModalScreen[Transcript | None]):
    """Ends with the session as it is now, or with nothing when no comment was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, session: str, number: int) -> None:
        """Comment on the answer with this ``number``, from 1."""
        super().__init__()
        self.session, self.number = session, number
        self.kind = Kind.ACTIONABLE
        self._warned = ""
        self._busy = False

    def compose(self) -> ComposeResult:
        """Lay out the kinds and the field."""
        with Vertical(id="comment"):
            yield Static(Content(ru.COMMENT.format(number=self.number)), classes="heading")
            yield Static(Content(ru.COMMENT_KIND), classes="quiet")
            yield OptionList(*(Option("", id=kind.value) for kind in Kind), id="kinds", markup=False)
            yield AnswerField("", ru.COMMENT_PLACEHOLDER, name="comment-text")
            yield Static(Content(ru.COMMENT_HINT), classes="quiet")

    def on_mount(self) -> None:
        """Begin to write; Tab leads to the kinds."""
        kinds = self.query_one("#kinds", OptionList)
        kinds.highlighted = list(Kind).index(self.kind)
        self._show_kinds()
        self.query_one(AnswerField).focus()

    def _show_kinds(self) -> None:
        kinds = self.query_one("#kinds", OptionList)
        for kind in Kind:
            chosen = kind is self.kind
            style = "bold $accent" if chosen else ""
            kinds.replace_option_prompt(
                kind.value, Content.styled(f"{'(•)' if chosen else '( )'} {ru.KINDS[kind]}", style)
            )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Choose the kind under the cursor."""
        if event.option_id and event.option_id != self.kind.value:
            self.kind = Kind(event.option_id)
            self._show_kinds()

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Go on to the words."""
        self.query_one(AnswerField).focus()

    def on_answer_field_sent(self, event: AnswerField.Sent) -> None:
        """Keep the comment."""
        if not self._busy:
            self._busy = True
            self.keep(event.text)

    @work(thread=True, exclusive=True, group="comment")
    def keep(self, text: str) -> None:
        """Keep the comment off the screen's thread; what fails is said, and the words stay."""
        app = cast("TrainerApp", self.app)
        try:
            found = app.desk.records().comment(self.session, self.number, self.kind, text)
        except InputError as error:
            self.app.call_from_thread(self._failed, "; ".join(problem.text for problem in error.problems))
        else:
            self.app.call_from_thread(self.dismiss, found)

    def _failed(self, why: str) -> None:
        self._busy = False
        self.notify(visible(why), markup=False, severity="warning", timeout=6)

    def action_leave(self) -> None:
        """Close; ask once when words would be lost."""
        text = self.query_one(AnswerField).text
        if text.strip() and text != self._warned:
            self._warned = text
            self.notify(ru.COMMENT_UNSAVED, markup=False, severity="warning", timeout=6)
        elif not self._busy:
            self.dismiss(None)
