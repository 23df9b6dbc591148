"""The field for free answers: Enter sends, pasted newlines do not."""

from rich.text import Text
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from trainer.practice.visible import visible
from trainer.tui.keys import NEWLINE_KEYS

# Seconds. Nobody types several keys in a row faster than this; terminals without bracketed paste do.
FAST_KEY = 0.02
# Enter so soon after such a run still belongs to the paste.
AFTER_FAST_RUN = 0.12
_RUN = 2


class AnswerField(TextArea):
    """A multi-line field that posts ``Sent``; what stands in it is never altered."""

    class Sent(Message):
        """The person pressed Enter; ``text`` is exactly what was typed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, text: str = "", placeholder: str = "", name: str = "answer") -> None:
        """``name`` tells it from other fields of its screen."""
        super().__init__(text, placeholder=placeholder, soft_wrap=True, id=name)
        self.highlight_cursor_line = False
        self._last_key = float("-inf")
        self._run = 0

    async def _on_key(self, event: Key) -> None:
        pasted = self._pasted(event.time)
        if event.key in NEWLINE_KEYS or (event.key == "enter" and pasted):
            self._take(event)
            self.insert("\n")
        elif event.key == "enter":
            self._take(event)
            self.post_message(self.Sent(self.text))
        else:
            await super()._on_key(event)

    def _pasted(self, now: float) -> bool:
        """Tell whether a key at this time is part of a run no hand can type; remember its time."""
        gap = now - self._last_key
        before = self._run
        self._last_key = now
        self._run = before + 1 if gap <= FAST_KEY else 0
        return self._run >= _RUN or (before >= _RUN and gap <= AFTER_FAST_RUN)

    def _take(self, event: Key) -> None:
        event.stop()
        event.prevent_default()

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: pasted control characters must not reach the terminal."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)

    def load(self, text: str) -> None:
        """Put a text in, with the cursor at its end."""
        self.text = text
        self.move_cursor(self.document.end)
