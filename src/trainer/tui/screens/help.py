"""Help: the screen in front of the person first, then the keys that work everywhere and how it all works."""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Size
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

# The cells of the column of the keys, and of a whole row before its place is known.
_KEY, _ROW = 13, 80
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def page_of(screen: type[Screen[object]]) -> Page | None:
    """Return the help to a kind of screen, by the name of its class or of a base; None where there is none."""
    names = (_HUMP.sub("-", kind.__name__.removesuffix("Screen")).lower() for kind in screen.__mro__)
    return next((PAGES[name] for name in names if name in PAGES), None)


class KeyRows(Static):
    """Keys with what they do, in two columns; a long text stays in its own. One widget: twenty take long to lay out."""

    def __init__(self, keys: exercise_ru.Keys) -> None:
        super().__init__(self._told(keys, _ROW), classes="key-rows", markup=False)
        self._keys = keys

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the rows take at a width."""
        return len(list(self._lines(self._keys, width)))

    def render(self) -> Content:
        """Return the rows for the present width."""
        return self._told(self._keys, self.content_size.width or _ROW)

    def _told(self, keys: exercise_ru.Keys, width: int) -> Content:
        return Content("\n").join(
            Content.assemble((f"{key:<{_KEY}}", "bold $accent"), about)
            for key, about in self._lines(keys, width)
        )

    def _lines(self, keys: exercise_ru.Keys, width: int) -> Iterator[tuple[str, str]]:
        for key, about in keys:
            for number, line in enumerate(wrap(about, max(width - _KEY, _KEY))):
                yield ("" if number else key, line)


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
