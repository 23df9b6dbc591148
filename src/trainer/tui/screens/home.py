"""The first screen: choose a talk, go on with one, choose the mode."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.problem import InputError
from trainer.model.scenario import Pack, Scenario
from trainer.practice.plan import days
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished
from trainer.practice.visible import one_line
from trainer.tui import home_parts as parts
from trainer.tui import texts_ru as ru
from trainer.tui.keys import bound
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.widgets.menu import Menu

_TALK, _SESSION, _PACK = "talk:", "session:", "pack:"
# More would push the talks themselves out of a small screen.
_MOST_LEFT = 3


@dataclass(frozen=True, slots=True)
class _Offer:
    packs: Sequence[Pack] = ()
    unfinished: Sequence[Unfinished] = ()
    problems: Sequence[str] = ()
    finished: Collection[Finished] = ()
    exercises: Mapping[str, str] = field(default_factory=dict)

    @property
    def scenarios(self) -> dict[str, Scenario]:
        return {name: found for pack in self.packs for name, found in pack.scenarios.items()}

    @property
    def titles(self) -> dict[str, str]:
        return {**self.exercises, **{name: found.title for name, found in self.scenarios.items()}}

    def pack(self, option_id: str) -> Pack | None:
        wanted = option_id.removeprefix(_PACK) if option_id.startswith(_PACK) else ""
        return next((pack for pack in self.packs if pack.id == wanted), None)


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
        self.offer = _Offer()

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
        desk, packs = self.desk, self.desk.packs()
        # Only a plan names exercises on this screen.
        exercises = desk.exercise_titles() if any(pack.plan for pack in packs) else {}
        offer = _Offer(packs, desk.unfinished(), desk.problems(), desk.finished(), exercises)
        self.app.call_from_thread(self._show, offer)

    def _show(self, offer: _Offer) -> None:
        first, at = not self.offer.packs, self._at()
        self.offer = offer
        talks = self.query_one(Menu)
        talks.clear_options()
        left = [item for item in offer.unfinished if item.scenario in offer.scenarios]
        talks.add_options(Option(self._left(item), id=_SESSION + item.id) for item in left[:_MOST_LEFT])
        if left:
            talks.add_option(None)
        for pack in offer.packs:
            self._add_pack(pack)
        if talks.option_count:
            # A talk that was just left comes first; otherwise the cursor stays where it was.
            talks.highlighted = talks.get_option_index(at) if at and not left else self._first()
        else:
            self.query_one("#about-text", Static).update(Content(ru.NO_SCENARIOS))
        if first:
            self._warn(offer)

    def _add_pack(self, pack: Pack) -> None:
        talks = self.query_one(Menu)
        talks.add_option(Option(parts.pack_title(pack), id=_PACK + pack.id))
        talks.add_options(
            Option(parts.talk_title(found), id=_TALK + name) for name, found in pack.scenarios.items()
        )

    def _at(self) -> str:
        """Return what the cursor stands on, empty for nothing yet."""
        talks = self.query_one(Menu)
        if talks.highlighted is None:
            return ""
        chosen = talks.get_option_at_index(talks.highlighted).id or ""
        return "" if chosen.startswith(_SESSION) else chosen

    def _first(self) -> int:
        """Return the place of the first talk: Enter begins it, whoever is in a hurry."""
        options = self.query_one(Menu).options
        return next((n for n, option in enumerate(options) if not (option.id or "").startswith(_PACK)), 0)

    def _warn(self, offer: _Offer) -> None:
        if offer.problems:
            self.say(ru.BROKEN_PACK.format(problems="\n".join(offer.problems[:3])), warn=True)
        self.warn_if_not_kept()

    def _left(self, item: Unfinished) -> Content:
        title = one_line(self.offer.scenarios[item.scenario].title)
        when = f"{item.started[8:10]}.{item.started[5:7]} {item.started[11:16]}"
        about = ru.RESUME_ABOUT.format(mode=ru.MODES[item.mode].lower(), answers=item.answers, when=when)
        return parts.two_lines(ru.RESUME.format(title=title), about)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the talk or the pack under the cursor."""
        text, chosen = self.query_one("#about-text", Static), event.option_id or ""
        if pack := self.offer.pack(chosen):
            plan = days(pack, self.offer.finished)
            text.update(parts.about_pack(pack, plan, self.offer.titles, self.names))
        elif found := self.offer.scenarios.get(self._scenario_id(chosen)):
            text.update(parts.about_talk(found, self.names))

    def _scenario_id(self, option_id: str) -> str:
        if option_id.startswith(_TALK):
            return option_id.removeprefix(_TALK)
        wanted = option_id.removeprefix(_SESSION)
        return next((item.scenario for item in self.offer.unfinished if item.id == wanted), "")

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
        """Go to the briefing of a new talk, to the plan of a pack, or on with an old talk."""
        chosen = event.option_id or ""
        if chosen.startswith(_SESSION):
            self.go_on(chosen.removeprefix(_SESSION))
        elif pack := self.offer.pack(chosen):
            self._open_pack(pack)
        elif found := self.offer.scenarios.get(chosen.removeprefix(_TALK)):
            self.app.push_screen(BriefingScreen(found, self.mode))

    def _open_pack(self, pack: Pack) -> None:
        """Show the plan; a pack without one is opened by going to its first talk in the list."""
        if pack.plan:
            from trainer.tui.screens.plan import PlanScreen

            self.app.push_screen(PlanScreen(pack, self.offer.scenarios, self.offer.titles))
        elif pack.scenarios:
            talks = self.query_one(Menu)
            talks.highlighted = talks.get_option_index(_TALK + next(iter(pack.scenarios)))

    def go_on(self, session_id: str) -> None:
        """Go on with a talk that was left."""
        from trainer.tui.flow import go_to

        try:
            session = self.desk.resume(session_id)
        except InputError as error:
            self.say(ru.START_FAILED.format(what=error), warn=True)
            return
        self.app.push_screen(go_to(session))
