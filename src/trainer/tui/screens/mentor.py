"""The mentor's desk: who is where and what is weak, at a glance."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.practice.visible import one_line
from trainer.team.report import Report
from trainer.tui import mentor_parts as parts
from trainer.tui import mentor_texts_ru as ru
from trainer.tui.keys import ESC, bound_as
from trainer.tui.screens.recorded import RecordedScreen
from trainer.tui.texts_ru import KEYS
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.section import Section
from trainer.tui.widgets.topbar import TopBar


class MentorScreen(RecordedScreen):
    """A row a person: losses by quality as a map, and below where they stand; Enter opens a person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound_as("f2", "group", ru.KEYS["group"]),
        bound_as("f3", "weak", ru.KEYS["weak"]),
        bound_as("f5", "again", KEYS["retry"], show=False),
        bound_as("escape", "app.pop_screen", KEYS["back"], shown=ESC),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.report: Report | None = None
        self.groups: Mapping[str, str] = {}
        self.group = ""

    def heading(self) -> tuple[str, str]:
        """Return what this is and whom it shows."""
        return ru.DESK, ru.EVERYBODY

    def body(self) -> ComposeResult:
        """Lay out the map and what its numbers mean."""
        with Vertical(id="mentor"):
            yield Static(id="heads")
            yield Menu(id="people", markup=False)
            yield Static(Content(ru.LEGEND), id="legend", classes="quiet")

    def on_mount(self) -> None:
        """Show the frame at once; the rows follow."""
        self.query_one(Menu).focus()

    def on_screen_resume(self) -> None:
        """Read again: somebody may have answered meanwhile."""
        self.action_again()

    def on_resize(self, _event: Resize) -> None:
        """Lay the map out anew."""
        if self.report:
            self.show(self.report)

    def action_again(self) -> None:
        """Read everything anew."""
        self.fetch(self._read, self.show)

    def _read(self) -> Report:
        self.groups = self.records.groups()
        return self.records.report(group=self.group)

    def show(self, report: Report) -> None:
        """Show the rows; the cursor stays where it was."""
        menu, at = self.query_one(Menu), self.query_one(Menu).highlighted
        self.report = report
        self.query_one("#heads", Static).update(parts.quality_heads(report.qualities, self.map_size))
        self.query_one(TopBar).show_status(self.groups.get(self.group, "") or ru.EVERYBODY)
        menu.clear_options()
        menu.add_options(
            Option(parts.person_row(one, report.qualities, self.map_size), id=one.id) for one in report.people
        )
        if report.people:
            menu.highlighted = min(at or 0, len(report.people) - 1)
        else:
            self.query_one("#heads", Static).update(Content(ru.NOBODY))

    def action_group(self) -> None:
        """Show the next group; after the last one everybody."""
        names = ["", *self.groups]
        self.group = names[(names.index(self.group) + 1) % len(names)] if self.group in names else ""
        self.action_again()

    def action_weak(self) -> None:
        """Show what standards cost."""
        if self.report:
            self.app.push_screen(WeakScreen(self.report))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a person."""
        from trainer.tui.screens.learner import LearnerScreen

        if event.option_id:
            self.app.push_screen(LearnerScreen(event.option_id))


class WeakScreen(RecordedScreen):
    """What the standards cost, over everybody in a report."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound_as("escape,f3", "app.pop_screen", KEYS["back"], shown=ESC),
    ]

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report

    def heading(self) -> tuple[str, str]:
        """Return what this is and whom it is about."""
        return ru.WEAK, one_line(self.report.title)

    def body(self) -> ComposeResult:
        """Lay out the bars."""
        with VerticalScroll(id="weak"):
            bar = 18 if self.app.size.width >= 100 else 12
            yield Section(ru.WEAK_ABOUT, parts.standard_rows(self.report.standards, bar))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#weak").focus()
