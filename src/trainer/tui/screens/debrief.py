"""The sum of a talk: ending, score, qualities, the path, what to train next."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Digits, OptionList, Static
from textual.widgets.option_list import Option

from trainer.practice.session import Session
from trainer.tui import debrief_parts as parts
from trainer.tui import texts_ru as ru
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets.bars import Bars, color_of
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.section import Section


class DebriefScreen(TrainerScreen[None]):
    """Closes the session; every answer of the path can be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "open", "open", shown=ENTER),
        bound("f6", "app.standards", "standards"),
        bound("escape", "app.pop_screen", "home", shown=ESC),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.sum_up = session.finish()

    def heading(self) -> tuple[str, str]:
        """Return what this is and which talk it belongs to."""
        return ru.DEBRIEF, self.session.scenario.title

    def body(self) -> ComposeResult:
        """Lay out the sheet in two columns, or under each other."""
        found, names = self.sum_up, self.names
        titles = [(name, names.quality(name)) for name in names.qualities()]
        rows = [Option(parts.step(number, item), id=str(number)) for number, item in enumerate(found.path, 1)]
        with VerticalScroll(id="debrief"):
            with Horizontal(id="score"):
                yield Digits(str(found.score), classes=color_of(found.score)[1:])
                yield Static(parts.summary(found), id="summary")
            with Horizontal(classes="sheet"):
                with Vertical(classes="left"):
                    yield Section(ru.QUALITIES, Bars(titles, found.qualities))
                    yield Section(ru.MOODS_LINE, parts.moods(found))
                    yield Section(ru.TRAIN_NEXT, parts.to_train(found, names))
                with Vertical(classes="right"):
                    path = Menu(*rows, id="path", markup=False)
                    yield Section(f"{ru.PATH} ({ru.PATH_HINT})", path)
                    if found.process:
                        yield Section(ru.PROCESS, parts.process(found, names))
                    if told := parts.portrait(found):
                        yield Section(ru.ABOUT_CLIENT, told)
                    if found.note and not found.note.kept and self.session.scenario.note.model_answer:
                        yield Section(ru.NOTE_MODEL, self.session.scenario.note.model_answer)

    def on_mount(self) -> None:
        """Let the arrows scroll; Tab leads to the path."""
        self.query_one("#debrief").focus()

    def action_open(self) -> None:
        """Go to the path."""
        self.query_one("#path").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the verdict on an answer of the path."""
        attempt = self.sum_up.path[event.option_index]
        self.app.push_screen(VerdictScreen(self.session, attempt, review=True))
