"""Names the standard that marked words break: a list to search in, over the screen."""

import unicodedata
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.standard import Standard
from trainer.practice.visible import one_line
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.widgets.section import shown


class PickStandardScreen(ModalScreen[str | None]):
    """Ends with the id of a standard, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "none", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-8)", show=False, priority=True),
        Binding("pagedown", "move(8)", show=False, priority=True),
    ]

    def __init__(self, words: str, standards: Sequence[Standard]) -> None:
        super().__init__()
        self._words = words
        self._standards = sorted(standards, key=lambda standard: standard.title.casefold())

    def compose(self) -> ComposeResult:
        """Lay out the words, the search and the list."""
        with Vertical(id="pick"):
            yield Static(Content(ru.PICK_TITLE), classes="heading")
            yield Static(shown(f"«{one_line(self._words)}»", "italic"), id="pick-words")
            yield Input(placeholder=ru.PICK_SEARCH, id="pick-search")
            yield OptionList(id="pick-list", markup=False)
            yield Static(id="pick-about")
            yield Static(Content(ru.PICK_HINT), classes="quiet")

    def on_mount(self) -> None:
        """Show all standards and begin to search."""
        self._list("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(
            Option(Content(one_line(standard.title)), id=standard.id)
            for standard in matching(self._standards, wanted)
        )
        if listed.option_count:
            listed.highlighted = 0
        else:
            self.query_one("#pick-about", Static).update(Content(ru.PICK_NONE))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the standard is about."""
        found = next((one for one in self._standards if one.id == event.option_id), None)
        if found:
            self.query_one("#pick-about", Static).update(shown(one_line(found.asks)))

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Take what the cursor stands on."""
        listed = self.query_one(OptionList)
        if listed.highlighted is not None:
            self.dismiss(listed.get_option_at_index(listed.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        self.dismiss(event.option_id)

    def action_move(self, step: int) -> None:
        """Move in the list while the search has the focus."""
        listed = self.query_one(OptionList)
        if listed.option_count:
            at = (listed.highlighted or 0) + step
            listed.highlighted = max(0, min(at, listed.option_count - 1))

    def action_none(self) -> None:
        """Go back to the words."""
        self.dismiss(None)


def matching(standards: Sequence[Standard], wanted: str) -> list[Standard]:
    """Return the standards in whose title every typed word is found; what begins with the text comes first."""
    parts = _plain(wanted).split()
    found = [one for one in standards if all(part in _plain(one.title) for part in parts)]
    return sorted(found, key=lambda one: not _plain(one.title).startswith(" ".join(parts)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
