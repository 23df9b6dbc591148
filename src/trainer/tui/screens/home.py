"""The first screen: choose a talk, go on with one, choose the mode."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.problem import InputError
from trainer.model.scenario import Scenario
from trainer.practice.person import name_and_age
from trainer.practice.records import Mode
from trainer.practice.replay import Unfinished
from trainer.practice.texts_ru import MOODS
from trainer.practice.visible import one_line, visible
from trainer.tui import texts_ru as ru
from trainer.tui.keys import bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.section import shown

_TALK, _SESSION = "talk:", "session:"
# More would push the talks themselves out of a small screen.
_MOST_LEFT = 3


@dataclass(frozen=True, slots=True)
class _Offer:
    scenarios: dict[str, Scenario]
    unfinished: Sequence[Unfinished]
    problems: Sequence[str]


class HomeScreen(TrainerScreen[None]):
    """Lists the scenarios of all packs and the talks that were left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("f2", "mode", "mode"),
        bound("left,right", "mode", "mode", shown="←→", priority=True),
        bound("f6", "app.standards", "standards"),
        # Ctrl+Q quits everywhere; F10 is here so that the footer can say so.
        bound("f10", "app.quit", "quit", shown="Ctrl+Q"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.TRAINING
        self.offer = _Offer({}, (), ())

    def heading(self) -> tuple[str, str]:
        """Return the name of the program."""
        return ru.APP, ""

    def body(self) -> ComposeResult:
        """Lay out the list and what it is about."""
        with Horizontal(classes="columns"):
            with Vertical(id="choice"):
                yield Static(Content(ru.CHOOSE), classes="heading")
                yield Menu(id="talks", markup=False)
                yield Static(id="mode")
            with VerticalScroll(id="about", can_focus=False):
                yield Static(Content(ru.LOADING), id="about-text")

    def on_mount(self) -> None:
        """Show the frame at once; the packs follow."""
        self._show_mode()
        self.query_one("#talks").focus()

    def on_screen_resume(self) -> None:
        """Read again what is unfinished."""
        self.read_offer()

    @work(thread=True, exclusive=True, group="offer")
    def read_offer(self) -> None:
        """Read packs and unfinished sessions off the screen's thread."""
        self.load_names()
        scenarios = {name: found for pack in self.desk.packs() for name, found in pack.scenarios.items()}
        offer = _Offer(scenarios, self.desk.unfinished(), self.desk.problems())
        self.app.call_from_thread(self._show, offer)

    def _show(self, offer: _Offer) -> None:
        first = not self.offer.scenarios
        self.offer = offer
        talks = self.query_one(Menu)
        talks.clear_options()
        left = [item for item in offer.unfinished if item.scenario in offer.scenarios]
        talks.add_options(Option(self._left(item), id=_SESSION + item.id) for item in left[:_MOST_LEFT])
        if left:
            talks.add_option(None)
        talks.add_options(Option(_title(found), id=_TALK + name) for name, found in offer.scenarios.items())
        if talks.option_count:
            talks.highlighted = 0
        else:
            self.query_one("#about-text", Static).update(Content(ru.NO_SCENARIOS))
        if first:
            self._warn(offer)

    def _warn(self, offer: _Offer) -> None:
        if offer.problems:
            self.say(ru.BROKEN_PACK.format(problems="\n".join(offer.problems[:3])), warn=True)
        self.warn_if_not_kept()

    def _left(self, item: Unfinished) -> Content:
        title = one_line(self.offer.scenarios[item.scenario].title)
        when = f"{item.started[8:10]}.{item.started[5:7]} {item.started[11:16]}"
        about = ru.RESUME_ABOUT.format(mode=ru.MODES[item.mode].lower(), answers=item.answers, when=when)
        return _two_lines(ru.RESUME.format(title=title), about)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the talk under the cursor."""
        name = self._scenario_id(event.option_id or "")
        if found := self.offer.scenarios.get(name):
            self.query_one("#about-text", Static).update(self._about(found))

    def _scenario_id(self, option_id: str) -> str:
        if option_id.startswith(_TALK):
            return option_id.removeprefix(_TALK)
        wanted = option_id.removeprefix(_SESSION)
        return next((item.scenario for item in self.offer.unfinished if item.id == wanted), "")

    def _about(self, found: Scenario) -> Content:
        client = found.client
        parts = [
            shown(one_line(found.title), "bold $primary"),
            shown(found.company, "$secondary"),
            Content(""),
            Content.assemble(
                (ru.CLIENT + ": ", "bold"), visible(name_and_age(client)), ", ", MOODS[client.mood]
            ),
            *([shown(client.about)] if client.about else []),
            Content(""),
            shown(found.briefing),
        ]
        if found.trains:
            trained = ", ".join(self.names.standard(name).lower() for name in found.trains)
            parts += [Content(""), Content.assemble((ru.TRAINS + ": ", "bold"), visible(trained))]
        return Content("\n").join(parts)

    def _show_mode(self) -> None:
        parts: list[tuple[str, str]] = []
        for mode in Mode:
            chosen = mode is self.mode
            text = f"(•) {ru.MODES[mode]}   " if chosen else f"( ) {ru.MODES[mode]}   "
            parts.append((text, "bold $accent" if chosen else "$secondary"))
        about = (f"\n{ru.MODE_ABOUT[self.mode]}", "$secondary")
        self.query_one("#mode", Static).update(Content.assemble(*parts, about))

    def action_mode(self) -> None:
        """Change between training and exam."""
        self.mode = Mode.EXAM if self.mode is Mode.TRAINING else Mode.TRAINING
        self._show_mode()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the briefing of a new talk, or on with an old one."""
        chosen = event.option_id or ""
        if chosen.startswith(_SESSION):
            self.go_on(chosen.removeprefix(_SESSION))
        elif found := self.offer.scenarios.get(chosen.removeprefix(_TALK)):
            self.app.push_screen(BriefingScreen(found, self.mode))

    def go_on(self, session_id: str) -> None:
        """Go on with a talk that was left."""
        from trainer.tui.flow import go_to

        try:
            session = self.desk.resume(session_id)
        except InputError as error:
            self.say(ru.START_FAILED.format(what=error), warn=True)
            return
        self.app.push_screen(go_to(session))


def _title(found: Scenario) -> Content:
    mood = MOODS[found.client.mood]
    about = ru.SCENARIO_ABOUT.format(client=found.client.name, mood=mood)
    return _two_lines(found.title, about)


def _two_lines(title: str, about: str) -> Content:
    return Content.assemble((one_line(title), "bold"), "\n", (one_line(about), "dim"))
