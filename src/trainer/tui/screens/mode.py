"""The choice between training and exam, for the screens that open something."""

from collections.abc import Mapping

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer.practice.records import Mode
from trainer.tui import texts_ru as ru


class ModeChoice(Screen[None]):
    """Shows both modes in the ``#mode`` line and changes between them."""

    mode: Mode = Mode.TRAINING
    MODE_ABOUT: Mapping[str, str] = ru.MODE_ABOUT

    def show_mode(self) -> None:
        """Show which mode is chosen."""
        parts: list[tuple[str, str]] = []
        for mode in Mode:
            chosen = mode is self.mode
            text = f"(•) {ru.MODES[mode]}   " if chosen else f"( ) {ru.MODES[mode]}   "
            parts.append((text, "bold $accent" if chosen else "$secondary"))
        about = (f"\n{self.MODE_ABOUT[self.mode]}", "$secondary")
        self.query_one("#mode", Static).update(Content.assemble(*parts, about))

    def action_mode(self) -> None:
        """Change between training and exam."""
        self.mode = Mode.EXAM if self.mode is Mode.TRAINING else Mode.TRAINING
        self.show_mode()
