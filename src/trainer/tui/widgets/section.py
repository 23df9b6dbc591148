"""A titled block of text."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.practice.visible import visible


def shown(text: str, style: str = "") -> Content:
    """Return text of people or packs ready to be shown: never markup, nothing invisible."""
    content = Content(visible(text))
    return content.stylize(style) if style else content


class Section(Vertical):
    """A heading and what stands under it: texts or widgets."""

    def __init__(self, title: str, *body: Content | str | Widget, name: str | None = None) -> None:
        super().__init__(id=name)
        self._heading, self._body = title, body

    def change(self, title: str, text: str) -> None:
        """Show another title and text; for a section that holds one text."""
        self.query_one(".heading", Static).update(Content(title))
        self.query_one(".text", Static).update(shown(text))

    def compose(self) -> ComposeResult:
        """Lay out the heading and the body."""
        yield Static(Content(self._heading), classes="heading")
        for part in self._body:
            if isinstance(part, Widget):
                yield part
            else:
                yield Static(shown(part) if isinstance(part, str) else part, classes="text")
