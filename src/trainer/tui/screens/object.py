"""Disagree with a deduction: choose it, say why in a sentence; a mentor reads it first of all."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.problem import InputError
from trainer.practice.visible import one_line
from trainer.tui import objection_texts_ru as ru
from trainer.tui.keys import ESC, bound
from trainer.tui.objection_parts import Charge
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.menu import Menu


class ObjectScreen(TrainerScreen[bool]):
    """Ends with True when an objection is kept, with False when nothing was said."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("escape", "leave", "back", shown=ESC)]

    def __init__(self, session_id: str, charges: Sequence[Charge]) -> None:
        """``charges`` are the deductions that nobody has objected to yet."""
        super().__init__()
        self.session_id, self.charges = session_id, charges
        self._warned = ""

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.OBJECT, ""

    def body(self) -> ComposeResult:
        """Lay out the deductions and the field."""
        with Vertical(id="object"):
            yield Static(Content(ru.CHOOSE_CHARGE), classes="heading")
            yield Menu(*(Option(self._row(charge)) for charge in self.charges), id="charges", markup=False)
            yield Static(Content(ru.SAY_WHY), classes="heading")
            yield AnswerField("", ru.PLACEHOLDER)
            yield Static(Content(ru.SENT_HINT), classes="quiet")

    def on_mount(self) -> None:
        """Choose at once where there is no choice."""
        charges = self.query_one("#charges", Menu)
        charges.highlighted = 0
        (self.query_one(AnswerField) if len(self.charges) == 1 else charges).focus()

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Go on to the words."""
        self.query_one(AnswerField).focus()

    def on_answer_field_sent(self, event: AnswerField.Sent) -> None:
        """Keep the objection, or say why it cannot be kept."""
        charge = self.charges[self.query_one("#charges", Menu).highlighted or 0]
        if not event.text.strip():
            self.say(ru.EMPTY, warn=True)
            return
        try:
            self.desk.object_to(self.session_id, charge.attempt, charge.deduction, event.text)
        except InputError as error:
            self.say(ru.NOT_KEPT.format(why=error.problems[0].text), warn=True)
            return
        self.dismiss(True)

    def action_leave(self) -> None:
        """Go back without a word; ask once when words would be lost."""
        text = self.query_one(AnswerField).text
        if text.strip() and text != self._warned:
            self._warned = text
            self.say(ru.UNSENT, warn=True)
        else:
            self.dismiss(False)

    def _row(self, charge: Charge) -> Content:
        return Content.assemble(
            (one_line(self.names.standard(charge.about)), "bold"),
            (f"  −{charge.points}", "bold $error"),
            (f"  {one_line(charge.why)}", "$secondary"),
        )
