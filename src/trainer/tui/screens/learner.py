"""One person for a mentor, or oneself: progress, weak spots, before and after, what was done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.points import whole
from trainer.practice.visible import one_line
from trainer.team.report import Report
from trainer.team.transcript import Known
from trainer.tui import mentor_parts as parts
from trainer.tui import mentor_texts_ru as ru
from trainer.tui.keys import ESC, bound_as
from trainer.tui.screens.mentor import WeakScreen
from trainer.tui.screens.recorded import RecordedScreen
from trainer.tui.texts_ru import KEYS
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.section import Section
from trainer.tui.widgets.topbar import TopBar

_Found = tuple[Report, list[Known]]


class LearnerScreen(RecordedScreen):
    """Figures on one side, sessions on the other; Enter opens a session."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound_as("f3", "weak", ru.KEYS["weak"]),
        bound_as("escape", "app.pop_screen", KEYS["back"], shown=ESC),
    ]

    def __init__(self, person: str, *, own: bool = False) -> None:
        """``person`` is an id; ``own`` says that these are the records of whoever looks."""
        super().__init__()
        self.person, self.own = person, own
        self.report: Report | None = None

    def heading(self) -> tuple[str, str]:
        """Return what this is; the name follows."""
        return ru.OWN if self.own else ru.DESK, ""

    def body(self) -> ComposeResult:
        """Lay out both sides."""
        with Horizontal(classes="columns"):
            with Vertical(id="done"):
                yield Static(Content(ru.TALKS), classes="heading")
                yield Menu(id="sessions", markup=False)
            with VerticalScroll(id="figures"):
                yield Section(ru.BY_WEEK, "", name="weeks")
                yield Section(ru.QUALITIES, "", name="qualities")
                yield Section(ru.BEFORE_AFTER, "", name="changes")

    def on_mount(self) -> None:
        """Begin with the sessions."""
        self.query_one(Menu).focus()

    def on_screen_resume(self) -> None:
        """Read again: a comment may have come."""
        self.fetch(self._read, self.show)

    def _read(self) -> _Found:
        records = self.records
        return records.report(person=self.person), list(records.sessions(person=self.person))

    def show(self, found: _Found) -> None:
        """Show what was found; the cursor stays where it was."""
        self.report, sessions = found
        menu, at, titles = (
            self.query_one(Menu),
            self.query_one(Menu).highlighted,
            self.records.titles().scenarios,
        )
        menu.clear_options()
        menu.add_options(Option(parts.talk_row(one, titles), id=one.id) for one in sessions)
        if sessions:
            menu.highlighted = min(at or 0, len(sessions) - 1)
        else:
            menu.add_option(Option(Content(ru.NO_TALKS), disabled=True))
        if not self.report.people:
            return
        one = self.report.people[0]
        whose = (ru.MY_OWN if self.own else ru.PERSON).format(name=one_line(one.name))
        self.query_one("#where", Static).update(Content(whose))
        score = "–" if one.score is None else str(whole(one.score))
        self.query_one(TopBar).show_status(ru.PERSON_SUM.format(answers=one.answers, score=score))
        for name, content in (
            ("weeks", parts.week_rows(one.weeks)),
            ("qualities", parts.quality_rows(one, self.report.qualities)),
            ("changes", parts.change_rows(self.report.changes)),
        ):
            self.query_one(f"#{name} .text", Static).update(content)

    def action_weak(self) -> None:
        """Show what standards cost this person."""
        if self.report:
            self.app.push_screen(WeakScreen(self.report))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a session."""
        from trainer.tui.screens.transcript import TranscriptScreen

        if event.option_id:
            self.app.push_screen(TranscriptScreen(event.option_id))
