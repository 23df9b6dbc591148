"""«Where am I»: qualities, what costs most, what would help, days of practice; and all standards on a sheet of their own."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.practice.visible import visible
from trainer.team.progress import texts_ru as words
from trainer.team.progress.build import Progress
from trainer.tui import progress_parts as parts
from trainer.tui import progress_texts_ru as ru
from trainer.tui.keys import ESC, bound_as
from trainer.tui.screens.recorded import RecordedScreen
from trainer.tui.texts_ru import KEYS
from trainer.tui.widgets.section import Section

# Weeks of the calendar on a low screen and on a high one.
_FEW, _MANY = 5, 12
_HIGH = 30


class ProgressScreen(RecordedScreen):
    """A sheet to read; the sums are made off the screen's thread."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound_as("f3", "all", ru.KEYS["standards"]),
        bound_as("escape", "app.pop_screen", KEYS["back"], shown=ESC),
    ]

    progress: Progress | None = None

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return words.TITLE, ""

    def body(self) -> ComposeResult:
        """Lay out the sheet; what it says follows."""
        with VerticalScroll(id="progress"):
            yield Static(Content(ru.READING), id="progress-head")
            with Horizontal(classes="sheet"):
                with Vertical(classes="left"):
                    yield Section(words.QUALITIES, "", name="qualities")
                    yield Section(words.COSTLY, "", name="costly")
                with Vertical(classes="right"):
                    yield Section(words.CALENDAR, "", name="calendar")
                    yield Section(words.GAINS, "", name="gains")

    def on_mount(self) -> None:
        """Let the arrows scroll; read."""
        self.query_one("#progress").focus()
        self.query_one(".sheet").display = False

    def on_screen_resume(self) -> None:
        """Read again: something may have been practised meanwhile."""
        self.fetch(self.desk.progress, self.show)

    def show(self, found: Progress) -> None:
        """Show where the person stands."""
        self.progress = found
        self.refresh_bindings()
        self.query_one(".sheet").display = bool(found.answers)
        head = parts.head(found) if found.answers else parts.empty()
        self.query_one("#progress-head", Static).update(head)
        weeks = _MANY if self.app.size.height >= _HIGH else _FEW
        for name, content in (
            ("qualities", parts.qualities(found)),
            ("costly", parts.costly(found)),
            ("gains", parts.gains(found)),
            ("calendar", parts.calendar(found, weeks)),
        ):
            self.query_one(f"#{name} .text", Static).update(content)

    def failed(self, why: str) -> None:
        """Say why there is nothing to show."""
        self.query_one("#progress-head", Static).update(Content(visible(why)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the standards of somebody who has not begun."""
        return action != "all" or bool(self.progress and self.progress.answers)

    def action_all(self) -> None:
        """Show all standards."""
        if self.progress:
            self.app.push_screen(AllStandardsScreen(self.progress))


class AllStandardsScreen(RecordedScreen):
    """All standards by week."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound_as("escape,f3", "app.pop_screen", KEYS["back"], shown=ESC),
    ]

    def __init__(self, found: Progress) -> None:
        super().__init__()
        self.progress = found

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.STANDARDS, ""

    def body(self) -> ComposeResult:
        """Lay out the rows."""
        with VerticalScroll(id="progress"):
            yield Section(words.STANDARDS, parts.standards(self.progress))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#progress").focus()
