"""Help: the keys and how it all works."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from trainer.tui import texts_ru as ru
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.section import Section

_KEY = 9


class HelpScreen(TrainerScreen[None]):
    """One page; Esc leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,f1,enter", "app.pop_screen", "back", shown=ESC),
    ]

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.HELP, ""

    def body(self) -> ComposeResult:
        """Lay out the keys and the explanations."""
        rows = [Content.assemble((f"{key:<{_KEY}}", "bold $accent"), about) for key, about in ru.HELP_KEYS]
        with VerticalScroll(id="help"), Horizontal(classes="sheet"):
            yield Section(ru.HELP_KEYS_TITLE, Content("\n").join(rows), name="keys")
            yield Section(ru.HELP_ABOUT_TITLE, "\n\n".join(ru.HELP_ABOUT), name="how")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help").focus()
