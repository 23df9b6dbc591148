"""The line on top: where one is."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from trainer.practice.visible import one_line


class TopBar(Horizontal):
    """A title on the left, a short status on the right."""

    def __init__(self, title: str, status: str = "") -> None:
        super().__init__()
        self._title, self._status = title, status

    def compose(self) -> ComposeResult:
        """Lay out both."""
        yield Static(Content(one_line(self._title)), id="where")
        yield Static(Content(one_line(self._status)), id="status")

    def show_status(self, text: str) -> None:
        """Change the status."""
        self.query_one("#status", Static).update(Content(one_line(text)))
