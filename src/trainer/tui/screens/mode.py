"""The choice between training and exam, for the screens that open something."""

from collections.abc import Mapping

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from trainer.practice.records import Mode
from trainer.tui import texts_ru as ru


class ModeLine(Static):
    """Shows the mode; a click changes it."""

    class Clicked(Message):
        """The person wants the other mode."""

    def on_click(self, _event: Click) -> None:
        """Ask for the other mode."""
        self.post_message(self.Clicked())


class ModeChoice(Screen[None]):
    """Shows both modes in a line and changes between them."""

    mode: Mode = Mode.TRAINING
    MODE_ABOUT: Mapping[str, str] = ru.MODE_ABOUT

    def show_mode(self) -> None:
        """Show which mode is chosen."""
        parts: list[tuple[str, str]] = []
        for mode in Mode:
            chosen = mode is self.mode
            text = f"(•) {ru.MODES[mode]}   " if chosen else f"( ) {ru.MODES[mode]}   "
            parts.append((text, "bold $accent" if chosen else "$secondary"))
        parts.append((ru.MODE_KEYS, "$secondary"))
        about = (f"\n{self.MODE_ABOUT[self.mode]}", "$secondary")
        self.query_one(ModeLine).update(Content.assemble(*parts, about))

    def on_mode_line_clicked(self, _event: ModeLine.Clicked) -> None:
        """Change by a click."""
        self.action_mode()

    def action_mode(self) -> None:
        """Change between training and exam."""
        self.mode = Mode.EXAM if self.mode is Mode.TRAINING else Mode.TRAINING
        self.show_mode()
