"""All exercises, pack by pack: what they train, how long they take; one that was left can be gone on with."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.exercise import Exercise
from trainer.model.scenario import Pack
from trainer.practice.records import Mode
from trainer.practice.visible import one_line
from trainer.tui import exercise_parts as parts
from trainer.tui import exercise_texts_ru as ru
from trainer.tui import texts_ru as common
from trainer.tui.exercise_flow import open_exercise
from trainer.tui.keys import ESC, bound
from trainer.tui.offer import Offer, read_offer
from trainer.tui.screens.exercise_brief import SeriesOpener
from trainer.tui.screens.mode import ModeChoice, ModeLine
from trainer.tui.widgets.menu import Menu

_SERIES, _EXERCISE = "series:", "exercise:"
_MOST_LEFT = 3


class ExercisesScreen(ModeChoice, SeriesOpener):
    """Enter opens what the cursor stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "mode", show=False),
        Binding("left,right", "mode", show=False, priority=True),
        bound("f6", "app.standards", "standards"),
        bound("escape", "app.pop_screen", "back", shown=ESC),
    ]
    MODE_ABOUT = ru.MODE_ABOUT

    def __init__(self, mode: Mode, pack_id: str = "") -> None:
        """Begin with the exercises of a pack, or with the first."""
        super().__init__()
        self.mode, self.pack_id = mode, pack_id
        self.offer = Offer()

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.EXERCISES, ""

    def body(self) -> ComposeResult:
        """Lay out the list and what it is about."""
        with Horizontal(classes="columns"):
            with Vertical(id="choice"):
                yield Menu(id="talks", markup=False)
                yield ModeLine(id="mode")
            with VerticalScroll(id="about", can_focus=False):
                yield Static(Content(common.LOADING), id="about-text")

    def on_mount(self) -> None:
        """Show the frame at once; the exercises follow."""
        self.show_mode()
        self.query_one(Menu).focus()

    def on_screen_resume(self) -> None:
        """Read again what is unfinished."""
        self.read_offer()

    @work(thread=True, exclusive=True, group="offer")
    def read_offer(self) -> None:
        """Read the exercises off the screen's thread."""
        self.load_names()
        offer = read_offer(self.desk)
        self.app.call_from_thread(self._show, offer)

    def _show(self, offer: Offer) -> None:
        self.offer, menu, at = offer, self.query_one(Menu), self._at()
        menu.clear_options()
        for item in offer.left_series()[:_MOST_LEFT]:
            title = offer.exercises[item.exercise].title
            menu.add_option(Option(parts.left_title(item, title), id=_SERIES + item.id))
        for pack in offer.packs:
            self._add_pack(pack)
        if not menu.option_count:
            self.query_one("#about-text", Static).update(Content(ru.NO_EXERCISES))
            return
        menu.highlighted = menu.get_option_index(at) if at else self._first()

    def _add_pack(self, pack: Pack) -> None:
        menu, found = self.query_one(Menu), self.offer.of_pack(pack)
        if not found:
            return
        if menu.option_count:
            menu.add_option(None)
        menu.add_option(Option(Content.styled(one_line(pack.title).upper(), "bold $accent"), disabled=True))
        menu.add_options(
            Option(parts.exercise_title(exercise), id=_EXERCISE + exercise.id) for exercise in found
        )

    def _at(self) -> str:
        """Return what the cursor stands on, empty for nothing that stays."""
        menu = self.query_one(Menu)
        chosen = "" if menu.highlighted is None else menu.get_option_at_index(menu.highlighted).id or ""
        return chosen if chosen.startswith(_EXERCISE) else ""

    def _first(self) -> int:
        """Return the place of what was left, else of the first exercise of the pack that was asked for."""
        wanted = [pack for pack in self.offer.packs if pack.id == self.pack_id]
        for pack in wanted:
            for exercise in self.offer.of_pack(pack):
                return self.query_one(Menu).get_option_index(_EXERCISE + exercise.id)
        return next(n for n, option in enumerate(self.query_one(Menu).options) if not option.disabled)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the exercise under the cursor."""
        if found := self._exercise(event.option_id or ""):
            self.query_one("#about-text", Static).update(parts.about_exercise(found, self.names))
            self.query_one("#about").scroll_home(animate=False)

    def _exercise(self, option_id: str) -> Exercise | None:
        if option_id.startswith(_EXERCISE):
            return self.offer.exercises.get(option_id.removeprefix(_EXERCISE))
        wanted = option_id.removeprefix(_SERIES)
        name = next((item.exercise for item in self.offer.series if item.id == wanted), "")
        return self.offer.exercises.get(name)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to an exercise, or on with one that was left."""
        chosen, desk = event.option_id or "", self.desk
        if chosen.startswith(_SERIES):
            self.open_series(lambda: desk.resume_series(chosen.removeprefix(_SERIES)))
        elif found := self._exercise(chosen):
            self.app.push_screen(open_exercise(found, self.mode))
