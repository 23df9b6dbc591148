"""The standards to search in: found as one types, each with its reason, wordings and one's own answers."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.problem import InputError
from trainer.model.standard import Catalogue, Standard
from trainer.practice.visible import one_line
from trainer.team.said import Said
from trainer.tui import texts_ru as ru
from trainer.tui.finding import found
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.standard_parts import about_standard
from trainer.tui.widgets.topbar import TopBar


class StandardsScreen(TrainerScreen[None]):
    """A search with its list on the left, the standard under the cursor on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "back", "back", shown=ESC),
        Binding("f6", "app.pop_screen", show=False),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "scroll_page(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_page(1)", show=False, priority=True),
    ]

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self._said: dict[str, tuple[Said, ...]] = {}

    def heading(self) -> tuple[str, str]:
        """Return what this is and how many there are."""
        return ru.STANDARDS, str(len(self.catalogue.standards))

    def body(self) -> ComposeResult:
        """Lay out both parts."""
        with Horizontal(classes="columns"):
            with Vertical(id="finding"):
                yield Input(placeholder=ru.STANDARD_SEARCH, id="standard-search")
                yield OptionList(id="standards", markup=False)
            with VerticalScroll(id="standard", can_focus=False):
                yield Static(id="standard-text")

    def on_mount(self) -> None:
        """Begin with the first standard; whatever is typed is searched for."""
        self.query_one("#standards").can_focus = False
        self.query_one(Input).focus()
        self._list("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        listed, every = self.query_one("#standards", OptionList), list(self.catalogue.standards.values())
        hits = found(every, wanted)
        listed.clear_options()
        listed.add_options([_row(one) for one in hits] if wanted.strip() else self._grouped())
        status = (
            ru.STANDARDS_FOUND.format(found=len(hits), all=len(every)) if wanted.strip() else str(len(every))
        )
        self.query_one(TopBar).show_status(status)
        if hits:
            listed.action_first()
        else:
            self.query_one("#standard-text", Static).update(Content(ru.NO_STANDARD))

    def _grouped(self) -> list[Option]:
        rows: list[Option] = []
        for quality in self.catalogue.qualities.values():
            title = Content.styled(one_line(quality.title).upper(), "bold $accent")
            rows.append(Option(title, disabled=True))
            rows += [_row(one) for one in self.catalogue.standards.values() if one.quality == quality.id]
        return rows

    def action_move(self, step: int) -> None:
        """Move in the list while one types."""
        listed = self.query_one("#standards", OptionList)
        listed.action_cursor_down() if step > 0 else listed.action_cursor_up()

    def action_scroll_page(self, step: int) -> None:
        """Leaf through the explanation."""
        about = self.query_one("#standard")
        about.scroll_relative(y=step * max(1, about.size.height - 2), animate=False)

    async def action_back(self) -> None:
        """Forget the search; without one leave."""
        search = self.query_one(Input)
        if search.value:
            search.value = ""
        else:
            await self.app.pop_screen()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the standard under the cursor; one's own answers follow."""
        if standard := self.catalogue.standards.get(event.option_id or ""):
            self._show(standard)
            self.query_one("#standard").scroll_home(animate=False)
            if standard.id not in self._said:
                self.find_said(standard.id)

    def _show(self, standard: Standard) -> None:
        quality = self.catalogue.qualities[standard.quality].title
        told = about_standard(standard, quality, self._said.get(standard.id))
        self.query_one("#standard-text", Static).update(told)

    @work(thread=True, exclusive=True, group="said")
    def find_said(self, standard: str) -> None:
        """Look off the screen's thread for what whoever practises wrote; a store that fails tells nothing."""
        try:
            said = tuple(self.desk.records().said(standard))
        except InputError:
            return
        self.app.call_from_thread(self._take_said, standard, said)

    def _take_said(self, standard: str, said: tuple[Said, ...]) -> None:
        self._said[standard] = said
        listed = self.query_one("#standards", OptionList)
        if listed.highlighted is not None and listed.get_option_at_index(listed.highlighted).id == standard:
            self._show(self.catalogue.standards[standard])


def _row(standard: Standard) -> Option:
    return Option(Content(one_line(standard.title)), id=standard.id)
