"""Fewer words: the long reply above, one's own below, and a counter between them."""

from collections.abc import Iterator

from textual import work
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from trainer.model.exercise import ShortenItem
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.forms.base import context, quoted
from trainer.tui.forms.wording import WordingBody

_PAUSE = 0.15  # seconds of rest before the words are counted


class ShortenBody(WordingBody[ShortenItem]):
    """Words are counted as they are judged, off the screen's thread."""

    HINT = ru.COUNTING
    _timer: Timer | None = None
    _busy = False

    def given(self) -> Iterator[Widget]:
        """Return the client's line and the long reply."""
        yield from context(self.item.context)
        yield quoted(ru.REPLY, self.item.text)

    def begin(self) -> None:
        """Begin to write, with the counter on."""
        super().begin()
        self.count(self.field.text)

    def set_busy(self, busy: bool) -> None:
        """Let the text and the counter be while it is judged."""
        super().set_busy(busy)
        self._busy = busy
        if not busy:
            self.count(self.field.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the text, and count its words when the hand rests."""
        super().on_text_area_changed(event)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, lambda: self.count(self.field.text))

    @work(thread=True, exclusive=True, group="count", exit_on_error=False)
    def count(self, text: str) -> None:
        """Count the words; reading a text loads what the judge needs, so it is not done on the screen's thread."""
        from trainer.practice.exercises.shorten import target, words

        self.app.call_from_thread(self.counted, words(text), target(self.item))

    def counted(self, has: int, target: int) -> None:
        """Show how many words there are and how many have to go."""
        if self._busy or not self.is_attached:
            return
        over = has - target
        left = ru.STILL_TO_CUT.format(over=over) if over > 0 else ru.SHORT_ENOUGH if has else ""
        self.tell(ru.COUNTED.format(has=has, target=target, left=left).rstrip())
        self.query_one("#state").set_class(over > 0, "over")
