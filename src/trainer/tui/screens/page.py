"""A page of text over the screen: hints, model answers."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trainer.tui.texts_ru import CLOSE_HINT
from trainer.tui.widgets.section import Section


class PageScreen(ModalScreen[None]):
    """Shows one text; Esc or Enter closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f3,f4", "dismiss", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._heading, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(id="page"):
            yield Section(self._heading, self._text)
            yield Static(Content(CLOSE_HINT), classes="quiet")

    async def action_dismiss(self, result: None = None) -> None:
        """Close."""
        self.dismiss(result)
