"""A session to be read, answer by answer, with the comments of mentors."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.practice.visible import one_line, visible
from trainer.team.people import Person
from trainer.team.transcript import Transcript
from trainer.tui import mentor_parts as parts
from trainer.tui import mentor_texts_ru as ru
from trainer.tui.keys import ESC, bound_as
from trainer.tui.screens.recorded import RecordedScreen
from trainer.tui.texts_ru import KEYS
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.topbar import TopBar

_NOTE = "note"
_Found = tuple[Transcript, Person]


class TranscriptScreen(RecordedScreen):
    """Answers on the left, the one under the cursor whole on the right; a mentor comments on it with F4."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound_as("f4", "comment", ru.KEYS["comment"]),
        bound_as("escape", "app.pop_screen", KEYS["back"], shown=ESC),
    ]

    def __init__(self, session: str) -> None:
        """``session`` is an id."""
        super().__init__()
        self.session = session
        self.found: Transcript | None = None
        self.viewer: Person | None = None

    def heading(self) -> tuple[str, str]:
        """Return what this is; the title follows."""
        return ru.TRANSCRIPT.format(title="…"), ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide from a trainee what only a mentor does."""
        return action != "comment" or bool(self.viewer and self.viewer.mentor)

    def body(self) -> ComposeResult:
        """Lay out both sides."""
        with Horizontal(classes="columns"):
            yield Menu(id="answers", markup=False)
            with VerticalScroll(id="whole"):
                yield Static(id="whole-text", markup=False)

    def on_mount(self) -> None:
        """Read the session."""
        self.query_one(Menu).focus()
        self.fetch(lambda: (self.records.transcript(self.session), self.records.viewer()), self.show)

    def show(self, found: _Found) -> None:
        """Show the answers; the cursor stays where it was."""
        self.found, self.viewer = found
        about, menu = self.found.about, self.query_one(Menu)
        title = self.records.titles().scenarios.get(about.scenario, about.scenario)
        self.query_one("#where", Static).update(Content(ru.TRANSCRIPT.format(title=one_line(title))))
        when = f"{about.started[8:10]}.{about.started[5:7]} {about.started[11:16]}"
        self.query_one(TopBar).show_status(f"{one_line(about.name)}, {when}")
        at = menu.highlighted
        menu.clear_options()
        menu.add_options(Option(parts.answer_row(one), id=str(one.number)) for one in self.found.entries)
        if self.found.note:
            menu.add_option(Option(Content(ru.NOTE), id=_NOTE))
        if menu.option_count:
            menu.highlighted = min(at if at is not None else self._first(), menu.option_count - 1)
        self.refresh_bindings()

    def _first(self) -> int:
        """Return the first answer that a mentor has commented on, else the first of all."""
        entries = self.found.entries if self.found else ()
        return next((place for place, entry in enumerate(entries) if entry.comments), 0)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the answer under the cursor whole."""
        if not self.found:
            return
        if event.option_id == _NOTE:
            whole = Content.assemble((ru.NOTE, "bold $accent"), "\n", visible(self.found.note))
        else:
            whole = parts.answer_whole(self.found.entries[event.option_index], self.names)
        self.query_one("#whole-text", Static).update(whole)
        self.query_one("#whole").scroll_home(animate=False)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Let the arrows scroll the answer; Tab leads back."""
        self.query_one("#whole").focus()

    def action_comment(self) -> None:
        """Write a comment at the answer under the cursor."""
        from trainer.tui.screens.comment import CommentScreen

        at = self.query_one(Menu).highlighted
        if self.found and at is not None and at < len(self.found.entries):
            number = self.found.entries[at].number
            self.app.push_screen(CommentScreen(self.session, number), self._commented)

    def _commented(self, found: Transcript | None) -> None:
        if found and self.viewer:
            self.show((found, self.viewer))
            self.say(ru.COMMENT_KEPT)
