"""Help: the keys and how it all works."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from trainer.model.exercise import Form
from trainer.practice.exercises.texts_ru import FORMS
from trainer.tui import exercise_texts_ru as exercise_ru
from trainer.tui import texts_ru as ru
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.section import Section

_KEY = 11


def _rows(keys: exercise_ru.Keys) -> Content:
    rows = [Content.assemble((f"{key:<{_KEY}}", "bold $accent"), about) for key, about in keys]
    return Content("\n").join(rows)


class HelpScreen(TrainerScreen[None]):
    """One page; Esc leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,f1,enter", "app.pop_screen", "back", shown=ESC),
    ]

    def __init__(self, form: Form | None = None) -> None:
        """``form`` is the form of exercise that is told of first."""
        super().__init__()
        self.form = form

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.HELP, ""

    def body(self) -> ComposeResult:
        """Lay out the keys and the explanations."""
        with VerticalScroll(id="help"):
            if self.form:
                title = f"{exercise_ru.HELP_TITLE}: {FORMS[self.form]}"
                keys = (*exercise_ru.HELP_KEYS[self.form], *self._common(self.form))
                yield Section(title, exercise_ru.TO_DO[self.form], _rows(keys), name="this-form")
            with Horizontal(classes="sheet"):
                yield Section(ru.HELP_KEYS_TITLE, _rows(ru.HELP_KEYS), name="keys")
                yield Section(ru.HELP_ABOUT_TITLE, "\n\n".join(ru.HELP_ABOUT), name="how")

    def _common(self, form: Form) -> exercise_ru.Keys:
        return () if form is Form.RECOVER else exercise_ru.COMMON_KEYS

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help").focus()
