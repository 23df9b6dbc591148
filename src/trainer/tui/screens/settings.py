"""The settings: how a person likes the program. Every change is kept at once."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.practice.preferences import DARK, LIGHT
from trainer.practice.visible import visible
from trainer.team.people import Person
from trainer.tui import settings_texts_ru as ru
from trainer.tui.home_parts import two_lines
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.practice.preferences import Preferences
    from trainer.tui.app import TrainerApp

_Value = str | bool | None


class SettingsScreen(TrainerScreen[None]):
    """A row a setting; Enter changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("escape,f12", "app.pop_screen", "back", shown=ESC)]

    def __init__(self) -> None:
        super().__init__()
        self.player: Person | None = None

    def heading(self) -> tuple[str, str]:
        """Return what this is."""
        return ru.SETTINGS, ""

    def body(self) -> ComposeResult:
        """Lay out the rows and where they are kept."""
        with Vertical(id="settings"):
            yield Static(Content(ru.HINT), classes="quiet")
            yield Menu(id="choices", markup=False)
            yield Static(Content(self._where()), classes="quiet", id="where-kept", markup=False)

    def on_mount(self) -> None:
        """Show the rows at once; who practises follows."""
        self._show()
        self.query_one(Menu).focus()
        self.find_player()

    @work(thread=True, exclusive=True, group="player")
    def find_player(self) -> None:
        """Ask who practises, off the screen's thread."""
        self.player = self.desk.player()
        self.app.call_from_thread(self._show)

    def _where(self) -> str:
        if self.app.is_web:
            return ru.WEB
        path = self.desk.house().settings_file()
        return visible(ru.FILE.format(path=path)) if path else ru.NO_FILE

    def _show(self) -> None:
        menu, chosen = self.query_one(Menu), self.preferences
        at = menu.highlighted or 0
        menu.clear_options()
        menu.add_options(
            [
                Option(two_lines(ru.THEME.format(value=ru.THEMES[chosen.theme]), ru.THEME_ABOUT), id="theme"),
                Option(two_lines(ru.HINTS.format(value=ru.YES_NO[chosen.hints]), ru.HINTS_ABOUT), id="hints"),
                Option(self._person(chosen), id="person"),
                Option(two_lines(ru.LESSON, ru.LESSON_ABOUT), id="lesson"),
                Option(
                    two_lines(ru.PACKS.format(value=", ".join(chosen.packs) or ru.NO_PACKS), ru.PACKS_ABOUT),
                    id="packs",
                ),
            ]
        )
        menu.highlighted = at

    def _person(self, chosen: "Preferences") -> Content:
        if self.player is None:
            return two_lines(ru.PERSON.format(value=ru.PERSON_ALONE), ru.PERSON_ALONE_ABOUT)
        return two_lines(ru.PERSON.format(value=self.player.name), ru.PERSON_ABOUT[self._remembered(chosen)])

    def _remembered(self, chosen: "Preferences") -> bool:
        return bool(self.player) and chosen.person in (self.player.id, self.player.name)  # type: ignore[union-attr]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change what the cursor stands on."""
        chosen = self.preferences
        if event.option_id == "theme":
            theme = LIGHT if chosen.theme == DARK else DARK
            self._take(replace(chosen, theme=theme), "theme", theme)
        elif event.option_id == "hints":
            self._take(replace(chosen, hints=not chosen.hints), "hints", not chosen.hints)
        elif event.option_id == "person" and self.player:
            name = "" if self._remembered(chosen) else self.player.name
            self._take(replace(chosen, person=name), "person", name or None)
        elif event.option_id == "lesson":
            self.run_worker(self.app.run_action("app.lesson"))
        elif event.option_id == "packs":
            self.say(ru.PACKS_ABOUT)

    def _take(self, preferences: "Preferences", name: str, value: _Value) -> None:
        cast("TrainerApp", self.app).prefer(preferences)
        self._show()
        if not self.app.is_web:
            self.keep(name, value)

    @work(thread=True, group="keep")
    def keep(self, name: str, value: _Value) -> None:
        """Write it down, off the screen's thread."""
        why = self.desk.house().prefer(name, value)
        if why:
            self.app.call_from_thread(lambda: self.say(why, warn=True))
        else:
            self.app.call_from_thread(lambda: self.say(ru.SAVED))
