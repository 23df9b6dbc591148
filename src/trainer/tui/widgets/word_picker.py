"""A reply in which words are marked, by the keyboard or with the mouse."""

from itertools import pairwise
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import MouseDown, MouseMove, MouseUp, Resize
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from trainer.model.span import Span
from trainer.practice.exercises.answer import Marked
from trainer.practice.visible import visible
from trainer.tui.marks import WORDS_STYLE
from trainer.tui.picking import Picking, picking
from trainer.tui.word_rows import Rows, rows

_HELD_STYLE = "underline bold $accent"
_CURSOR_STYLE = "reverse"


class WordPicker(Static, can_focus=True):
    """Arrows move from word to word, Space begins and ends a passage; the mouse drags or clicks twice."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "word(-1)", show=False),
        Binding("right", "word(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("space", "hold", show=False),
        Binding("backspace,delete", "unmark", show=False),
    ]

    class Moved(Message):
        """Cursor, held words or marks have changed."""

    class Picked(Message):
        """A passage is held and wants a name."""

    def __init__(self, text: str) -> None:
        super().__init__(markup=False)
        self.state: Picking = picking(text)
        self._rows: Rows = rows(text, 60)
        self._pressed: int | None = None

    # ------------------------------------------------------------ what happens
    def change(self, state: Picking) -> None:
        """Take a new state and show it."""
        self.state = state
        self._draw()
        self.post_message(self.Moved())

    def load(self, marks: tuple[Marked, ...]) -> None:
        """Show marks that were made before."""
        self.change(picking(self.state.text, marks))

    def finish(self) -> None:
        """End the held passage: it is to be named now."""
        if self.state.held:
            self.post_message(self.Picked())

    def action_word(self, step: int) -> None:
        """Go to the word before or after."""
        self.change(self.state.at(self.state.cursor + step))

    def action_row(self, step: int) -> None:
        """Go to the word above or below."""
        if self.state.words:
            self.change(self.state.at(self._rows.beside(self.state.words, self.state.cursor, step)))

    def action_edge(self, number: int) -> None:
        """Go to the first or the last word."""
        self.change(self.state.at(len(self.state.words) - 1 if number < 0 else 0))

    def action_hold(self) -> None:
        """Begin a passage, end it, or take away the mark under the cursor."""
        if self.state.anchor is not None:
            self.finish()
        elif mark := self.state.marked_here():
            self.change(self.state.without(mark))
        else:
            self.change(self.state.hold())

    def action_unmark(self) -> None:
        """Take away the mark under the cursor, else the last."""
        mark = self.state.marked_here() or (self.state.marks[-1] if self.state.marks else None)
        if self.state.anchor is not None:
            self.change(self.state.let_go())
        elif mark:
            self.change(self.state.without(mark))

    # ------------------------------------------------------------ the mouse
    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin a passage at a word, or end the one that is held there."""
        word = self._word(event)
        if word is None or self.disabled:
            return
        there, self._pressed = self.state.at(word), word
        self.capture_mouse()
        if self.state.anchor is None and (mark := there.marked_here()):
            self._pressed = None
            self.change(there.without(mark))
        elif self.state.anchor is None:
            self.change(there.hold())
        else:
            self._pressed = -1  # the second click ends the passage wherever it falls
            self.change(there)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Draw the passage out."""
        word = self._word(event)
        if self._pressed is not None and word is not None and word != self.state.cursor:
            self.change(self.state.at(word))

    def on_mouse_up(self, event: MouseUp) -> None:
        """End the passage, unless this was the first click of two."""
        self.release_mouse()
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed != self.state.cursor:
            self.finish()

    def _word(self, event: MouseDown | MouseMove) -> int | None:
        offset = event.get_content_offset(self)
        return self._rows.word_at(self.state.words, offset.y, offset.x) if offset else None

    # ------------------------------------------------------------ drawing
    def on_mount(self) -> None:
        """Draw it."""
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Lay the rows out anew."""
        self._rows = rows(self.state.text, self.content_size.width)
        self._draw()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, or hide it."""
        super().watch_has_focus(has_focus)
        if self.is_attached:
            self._draw()

    def _draw(self) -> None:
        # The rows are broken here, so that the place of each word is known.
        self.update(Content("\n").join(self._piece(row) for row in self._rows.spans), layout=True)
        if self.state.words:
            row, cell = self._rows.column(self.state.words[self.state.cursor].start)
            self.call_after_refresh(self.scroll_to_region, Region(cell, row, 1, 1), animate=False)

    def _piece(self, row: Span) -> Content:
        # A space that stands beyond the edge would be wrapped into a row of its own.
        row = Span(row.start, row.start + len(row.of(self.state.text).rstrip(" ")))
        cuts = {row.start, row.end}
        for span, _ in self._styled():
            cuts |= {cut for cut in (span.start, span.end) if row.start < cut < row.end}
        parts = []
        for start, end in pairwise(sorted(cuts)):
            part = Content(visible(self.state.text[start:end]))
            for span, style in self._styled():
                if span.start <= start and end <= span.end:
                    part = part.stylize(style)
            parts.append(part)
        return Content("").join(parts)

    def _styled(self) -> list[tuple[Span, str]]:
        state = self.state
        found = [(mark.span, WORDS_STYLE) for mark in state.marks if mark.span]
        if held := state.held:
            found.append((held, _HELD_STYLE))
        if state.words and self.has_focus:
            found.append((state.words[state.cursor], _CURSOR_STYLE))
        return found
