"""Ten minutes a day: how memory stands, today's set, what the next weeks bring; Enter begins or goes on."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.model.exercise import Form
from trainer.model.problem import InputError
from trainer.practice.visible import visible
from trainer.refresh.run import Run
from trainer.refresh.today import Today
from trainer.tui import refresh_parts as parts
from trainer.tui import refresh_texts_ru as ru
from trainer.tui.keys import ENTER, ESC, bound, bound_as
from trainer.tui.screens.recorded import RecordedScreen
from trainer.tui.widgets.section import Section


class RefreshScreen(RecordedScreen):
    """The day as it stands; read anew whenever one comes back to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound_as("enter", "begin", ru.KEYS["begin"], shown=ENTER),
        bound("f6", "app.standards", "standards"),
        bound("escape", "app.pop_screen", "back", shown=ESC),
    ]

    today: Today | None = None
    opening = False

    def help_for(self) -> Form | None:
        """Return the form that the help begins with."""
        return Form.REFRESH

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.TITLE, ""

    def body(self) -> ComposeResult:
        """Lay out the sheet; what it says follows."""
        with VerticalScroll(id="refresh"):
            yield Static(Content(ru.READING), id="refresh-told")
            yield Section(ru.SET, "", name="refresh-set")
            yield Section(ru.FORECAST, "", name="refresh-forecast")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#refresh").focus()
        for name in ("#refresh-set", "#refresh-forecast"):
            self.query_one(name).display = False

    def on_screen_resume(self) -> None:
        """Read again: a card may have been answered, or a day gone by."""
        self.fetch(lambda: self.desk.refresher().today(), self.show)

    def show(self, today: Today) -> None:
        """Show the day."""
        self.today = today
        self.query_one("#refresh-told", Static).update(parts.told(today))
        for name, content, there in (
            ("#refresh-set", parts.set_rows(today, self.names), bool(today.set)),
            ("#refresh-forecast", parts.forecast(today), bool(today.memories)),
        ):
            self.query_one(name).display = there
            self.query_one(f"{name} .text", Static).update(content)
        self.refresh_bindings()

    def failed(self, why: str) -> None:
        """Say why there is nothing to show."""
        self.query_one("#refresh-told", Static).update(Content(visible(why)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what there is nothing to begin with."""
        if action != "begin":
            return True
        today = self.today
        return bool(today and today.set and (not today.finished or today.waiting))

    def action_begin(self) -> None:
        """Put the next card."""
        if self.today and not self.opening:
            self.opening = True
            self._open(more=self.today.finished)

    @work(thread=True, exclusive=True, group="series")
    def _open(self, *, more: bool) -> None:
        try:
            found = self.desk.refresher().begin(more=more)
        except InputError as error:
            self.app.call_from_thread(self._failed, str(error))
        else:
            self.app.call_from_thread(self._opened, found)

    def _failed(self, what: str) -> None:
        self.opening = False
        self.say(ru.FAILED.format(what=what), warn=True)

    def _opened(self, found: Run | None) -> None:
        self.opening = False
        if self.app.screen is not self:
            return
        if found is None:  # done in another window meanwhile
            self.on_screen_resume()
            return
        from trainer.tui.screens.refresh_card import RefreshCardScreen

        self.app.push_screen(RefreshCardScreen(found))
