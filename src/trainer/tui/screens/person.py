"""Who practises: a list of names, and the PIN of those who have one."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.practice.visible import one_line
from trainer.team.people import LOCAL
from trainer.tui import texts_ru as ru
from trainer.tui.desk import Player
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.menu import Menu


class PinScreen(ModalScreen[str | None]):
    """Ends with what was typed, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "none", show=False, priority=True)]

    def __init__(self, name: str, hint: str) -> None:
        """``hint`` says what Enter and Esc do here: that depends on who asks."""
        super().__init__()
        self._name_of, self._hint = name, hint

    def compose(self) -> ComposeResult:
        """Lay out the question and the field."""
        with Vertical(id="pin"):
            yield Static(Content(f"{ru.WHO_PIN}: {one_line(self._name_of)}"), classes="heading")
            yield Input(password=True, id="pin-field")
            yield Static(Content(self._hint), classes="quiet")

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        self.dismiss(event.value)

    def action_none(self) -> None:
        """Go back to where it was asked."""
        self.dismiss(None)


class PersonScreen(TrainerScreen[None]):
    """Enter chooses; when the app has just been opened there is no way around."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "leave", "back", shown=ESC),
        bound("f10", "app.quit", "quit", shown="Ctrl+Q"),
    ]

    def __init__(self, players: Sequence[Player], *, must: bool) -> None:
        """``must`` says that somebody has to be chosen."""
        super().__init__()
        # Whoever has no name here comes last: the names are what most look for.
        self.players = sorted(players, key=lambda one: one.person.id == LOCAL)
        self.must = must

    def heading(self) -> tuple[str, str]:
        """Return the name of the program."""
        return ru.APP, ""

    def body(self) -> ComposeResult:
        """Lay out the question and the names."""
        with Vertical(id="who"):
            yield Static(Content(ru.WHO), classes="heading")
            yield Static(Content(ru.WHO_ABOUT), classes="quiet")
            yield Menu(
                *(Option(_row(one), id=one.person.id) for one in self.players), id="names", markup=False
            )

    def on_mount(self) -> None:
        """Let the arrows choose."""
        self.query_one(Menu).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show no way back where there is none."""
        return not (action == "leave" and self.must)

    def action_leave(self) -> None:
        """Go back; nobody else practises."""
        self.dismiss(None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the PIN where there is one, then take the person."""
        found = next(one for one in self.players if one.person.id == event.option_id)
        if not found.pin:
            self._choose(found.person.id, "")
            return

        def typed(pin: str | None) -> None:
            if pin is not None:
                self._choose(found.person.id, pin)

        self.app.push_screen(PinScreen(found.person.name, ru.WHO_PIN_HINT), typed)

    @work(thread=True, exclusive=True, group="choose")
    def _choose(self, person_id: str, pin: str) -> None:
        why = self.desk.choose(person_id, pin)
        self.app.call_from_thread(self._chosen, why)

    def _chosen(self, why: str) -> None:
        if why:
            self.say(why, warn=True)
        else:
            self.dismiss(None)


def _row(one: Player) -> Content:
    name = ru.WHO_LOCAL if one.person.id == LOCAL else one_line(one.person.name)
    more = ([ru.WHO_MENTOR] if one.person.mentor else []) + ([ru.WHO_ASKS_PIN] if one.pin else [])
    return Content.assemble((name, "bold"), (f"  {', '.join(more)}" if more else "", "$secondary"))
