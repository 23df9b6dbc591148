"""The field for free answers: Enter sends, pasted newlines do not."""

from rich.text import Text
from textual.events import Key
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from trainer.practice.visible import visible
from trainer.tui.keys import NEWLINE_KEYS

# Seconds. Nobody types several keys in a row faster than this; terminals without bracketed paste do.
FAST_KEY = 0.02
# Enter so soon after such a run still belongs to the paste.
AFTER_FAST_RUN = 0.12
# So long Enter waits whether more keys follow: over a slow line a paste comes in pieces, and one may begin with it.
HOLD = 0.05
_RUN = 2
# Not here: screens show the standards by F6.
_NOT_HERE = frozenset({"select_line"})


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
        self._held: Timer | None = None
        self._pasted_enter = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys to the screen that mean something else here."""
        return action not in _NOT_HERE

    async def _on_key(self, event: Key) -> None:
        followed = self._let_go()
        pasted = self._pasted(event.time) or followed
        line_feed = event.key == "ctrl+j" and self._pasted_enter and pasted
        self._pasted_enter = event.key == "enter" and pasted
        if line_feed:  # of a pasted CR LF, whose CR has begun the line already
            self._take(event)
        elif event.key in NEWLINE_KEYS or self._pasted_enter:
            self._take(event)
            self.insert("\n")
        elif event.key == "enter":
            self._take(event)
            self._hold()
        else:
            await super()._on_key(event)

    def _hold(self) -> None:
        """Send in a moment, unless it turns out to be the first newline of a paste."""
        if HOLD:
            self._held = self.set_timer(HOLD, self._send)
        else:
            self._send()

    def _send(self) -> None:
        self._held = None
        self.post_message(self.Sent(self.text))

    def _let_go(self) -> bool:
        """Take an Enter that was held for a newline: a key has come on its heels. Tell whether there was one."""
        if self._held is None:
            return False
        self._held.stop()
        self._held = None
        self.insert("\n")
        self._run = _RUN
        return True

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
