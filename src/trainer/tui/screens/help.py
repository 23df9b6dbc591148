"""Help: the screen in front of the person first, then the keys that work everywhere and how it all works."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer.model.exercise import Form
from trainer.practice.exercises.texts_ru import FORMS
from trainer.tui import exercise_texts_ru as exercise_ru
from trainer.tui import texts_ru as ru
from trainer.tui.help_texts_ru import HERE, PAGES, Page
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.section import Section

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def page_of(screen: type[Screen[object]]) -> Page | None:
    """Return the help to a kind of screen, by the name of its class or of a base; None where there is none."""
    names = (_HUMP.sub("-", kind.__name__.removesuffix("Screen")).lower() for kind in screen.__mro__)
    return next((PAGES[name] for name in names if name in PAGES), None)


class KeyRows(Vertical):
    """Keys with what they do, in two columns; a long text stays in its own."""

    def __init__(self, keys: exercise_ru.Keys) -> None:
        super().__init__(classes="key-rows")
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out a row a key."""
        for key, about in self._keys:
            with Horizontal(classes="key-row"):
                yield Static(Content.styled(key, "bold $accent"), classes="key")
                yield Static(Content(about), classes="about-key")


class HelpScreen(TrainerScreen[None]):
    """One page; Esc leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,f1,enter", "app.pop_screen", "back", shown=ESC),
    ]

    def __init__(self, form: Form | None = None, page: Page | None = None) -> None:
        """``page`` is about the screen that help was asked for on, ``form`` the form of exercise that is done there."""
        super().__init__()
        self.form, self.page = form, page

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.HELP, ""

    def body(self) -> ComposeResult:
        """Lay out the keys and the explanations."""
        with VerticalScroll(id="help"):
            if self.page and not self.form:
                title = HERE.format(title=self.page.title)
                yield Section(title, self.page.about, KeyRows(self.page.keys), name="this-screen")
            if self.form:
                title = f"{exercise_ru.HELP_TITLE}: {FORMS[self.form]}"
                keys = (*exercise_ru.HELP_KEYS[self.form], *self._common(self.form))
                yield Section(title, exercise_ru.TO_DO[self.form], KeyRows(keys), name="this-form")
            with Horizontal(classes="sheet"):
                yield Section(ru.HELP_KEYS_TITLE, KeyRows(ru.HELP_KEYS), name="keys")
                yield Section(ru.HELP_ABOUT_TITLE, "\n\n".join(ru.HELP_ABOUT), name="how")

    def _common(self, form: Form) -> exercise_ru.Keys:
        return () if form is Form.RECOVER else exercise_ru.COMMON_KEYS

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help").focus()
