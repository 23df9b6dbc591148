"""The standards to leaf through, by quality."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.standard import Catalogue, Kind, Standard
from trainer.practice.visible import one_line, visible
from trainer.tui import texts_ru as ru
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.section import shown

_MOST_EXAMPLES = 4


class StandardsScreen(TrainerScreen[None]):
    """A list on the left, the standard under the cursor on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,f6", "app.pop_screen", "back", shown=ESC),
    ]

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue

    def heading(self) -> tuple[str, str]:
        """Return what this is and how many there are."""
        return ru.STANDARDS, str(len(self.catalogue.standards))

    def body(self) -> ComposeResult:
        """Lay out both parts."""
        with Horizontal(classes="columns"):
            yield OptionList(*self._options(), id="standards", markup=False)
            with VerticalScroll(id="standard"):
                yield Static(id="standard-text")

    def on_mount(self) -> None:
        """Begin with the first standard."""
        listed = self.query_one("#standards", OptionList)
        listed.focus()
        listed.action_first()

    def _options(self) -> list[Option | None]:
        rows: list[Option | None] = []
        for quality in self.catalogue.qualities.values():
            title = Content.styled(one_line(quality.title).upper(), "bold $accent")
            rows.append(Option(title, disabled=True))
            rows += [
                Option(Content(one_line(standard.title)), id=standard.id)
                for standard in self.catalogue.standards.values()
                if standard.quality == quality.id
            ]
        return rows

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the standard under the cursor."""
        if standard := self.catalogue.standards.get(event.option_id or ""):
            quality = self.catalogue.qualities[standard.quality].title
            self.query_one("#standard-text", Static).update(_about(standard, quality))
            self.query_one("#standard").scroll_home(animate=False)


def _about(standard: Standard, quality: str) -> Content:
    cost = "" if standard.kind is Kind.PROCESS else f". {ru.COST.format(points=standard.points)}"
    parts = [
        Content.styled(one_line(standard.title), "bold $primary"),
        Content.styled(f"{one_line(quality)}, {ru.KINDS[standard.kind]}{cost}", "$secondary"),
        *([shown(ru.OWN_STANDARD.format(pack=standard.pack), "$secondary")] if standard.pack else []),
    ]
    for title, text in (
        (ru.ASKS, standard.asks),
        (ru.MATTERS, standard.matters),
        (ru.HOW_TO, standard.fix),
        (ru.SOURCE.rstrip(": "), standard.source),
    ):
        parts += [Content(""), Content.styled(title, "bold $accent"), Content(visible(text))]
    if standard.hits:
        parts += [Content(""), Content.styled(ru.GOOD_EXAMPLES[standard.kind], "bold $accent")]
        parts += [Content(f"- {visible(example.text)}") for example in standard.hits[:_MOST_EXAMPLES]]
    return Content("\n").join(parts)
