"""The first screen: choose a talk, go on with one, choose the mode."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.problem import InputError
from trainer.model.scenario import Pack
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.plan import days
from trainer.practice.records import Mode
from trainer.practice.replay import Unfinished
from trainer.practice.visible import one_line, visible
from trainer.team.standing import Standing
from trainer.tui import exercise_parts
from trainer.tui import home_parts as parts
from trainer.tui import texts_ru as ru
from trainer.tui.desk import Player
from trainer.tui.keys import bound
from trainer.tui.objection_parts import news
from trainer.tui.offer import Offer, read_offer
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.screens.exercise_brief import SeriesOpener
from trainer.tui.screens.mode import ModeChoice, ModeLine
from trainer.tui.task_parts import about_task, task_title
from trainer.tui.told_parts import MENTOR, NEWS, told_options
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.topbar import TopBar

_TALK, _SESSION, _PACK, _SERIES, _EXERCISES = "talk:", "session:", "pack:", "series:", "exercises:"
# More would push the talks themselves out of a small screen.
_LONG = 20  # seconds: a decision with its reason is to be read
_TASK = "task:"


class HomeScreen(ModeChoice, SeriesOpener):
    """Lists the scenarios and exercises of all packs and what was left of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The line of the mode names its keys; there is no room for them below.
        Binding("f2", "mode", show=False),
        Binding("left,right", "mode", show=False, priority=True),
        # Beside the name on top: there is no room for it below.
        Binding("f5", "people", show=False),
        # The records: of everybody for a mentor, their own for everybody else.
        Binding("f4", "app.mentor", show=False),
        bound("f6", "app.standards", "standards"),
        bound("f7", "exercises", "exercises"),
        bound("f8", "rest", "rest"),
        # Ctrl+Q quits everywhere; F10 is here so that the footer can say so.
        bound("f10", "app.quit", "quit", shown="Ctrl+Q"),
    ]

    CLOSE_KEYS = True

    def __init__(self, *, ask: bool = False) -> None:
        """``ask`` for who practises, should there be several and nobody named."""
        super().__init__()
        self.mode, self._ask = Mode.TRAINING, ask
        self.offer = Offer()

    def heading(self) -> tuple[str, str]:
        """Return the name of the program."""
        return ru.APP, ""

    def body(self) -> ComposeResult:
        """Lay out the list and what it is about."""
        with Horizontal(classes="columns"):
            with Vertical(id="choice"):
                yield Static(Content(ru.CHOOSE), classes="heading")
                yield Menu(id="talks", markup=False)
                yield ModeLine(id="mode")
            with VerticalScroll(id="about", can_focus=False):
                yield Static(Content(ru.LOADING), id="about-text")

    def on_mount(self) -> None:
        """Show the frame at once; the packs follow."""
        self.show_mode()
        self.query_one("#talks").focus()

    def on_screen_resume(self) -> None:
        """Read again what is unfinished."""
        self.read_offer()

    @work(thread=True, exclusive=True, group="offer")
    def read_offer(self) -> None:
        """Read packs and unfinished sessions off the screen's thread."""
        if self._ask and (players := self.desk.players()) and not self.desk.player():
            self.app.call_from_thread(self._who, players)
            return
        self.load_names()
        offer = read_offer(self.desk)
        self.app.call_from_thread(self._show, offer)
        for text in news(self.desk.decided(), self.names):
            self.app.call_from_thread(self._tell, text)

    def _who(self, players: Sequence[Player], *, must: bool = True) -> None:
        from trainer.tui.screens.person import PersonScreen

        self._ask = False
        # Nothing of whoever practised before is left under the cursor.
        self.offer = Offer()
        self.query_one(Menu).clear_options()
        self.app.push_screen(PersonScreen(players, must=must))

    def action_people(self) -> None:
        """Let somebody else practise."""
        self._who(self.offer.players, must=False)

    def _show(self, offer: Offer) -> None:
        first, at = not self.offer.packs, self._at()
        self.offer = offer
        talks = self.query_one(Menu)
        talks.clear_options()
        self.query_one(TopBar).show_status(ru.PLAYER.format(name=offer.player.name) if offer.player else "")
        left = offer.left()[: parts.MOST_LEFT]
        talks.add_options(told_options(offer))
        today = datetime.now().astimezone().date()
        tasks = offer.tasks[: parts.MOST_TASKS]
        talks.add_options(Option(task_title(one, today), id=_TASK + one.assignment.id) for one in tasks)
        talks.add_options(self._left(item) for item in left)
        if left or tasks:
            talks.add_option(None)
        for pack in offer.packs:
            self._add_pack(pack)
        if talks.option_count:
            # A talk that was just left comes first; otherwise the cursor stays where it was.
            talks.highlighted = talks.get_option_index(at) if at and not left and not tasks else self._first()
        else:
            self.query_one("#about-text", Static).update(Content(ru.NO_SCENARIOS))
        self.refresh_bindings()
        if first:
            self._warn(offer)

    def _tell(self, text: str) -> None:
        self.notify(visible(text), markup=False, timeout=_LONG)

    def _add_pack(self, pack: Pack) -> None:
        talks = self.query_one(Menu)
        talks.add_option(Option(parts.pack_title(pack), id=_PACK + pack.id))
        talks.add_options(
            Option(parts.talk_title(found), id=_TALK + name) for name, found in pack.scenarios.items()
        )
        if found := self.offer.of_pack(pack):
            talks.add_option(Option(exercise_parts.pack_row(found), id=_EXERCISES + pack.id))

    def _at(self) -> str:
        """Return what the cursor stands on, empty for nothing yet."""
        talks = self.query_one(Menu)
        if talks.highlighted is None:
            return ""
        chosen = talks.get_option_at_index(talks.highlighted).id or ""
        return "" if chosen.startswith((_SESSION, _SERIES, _TASK, NEWS)) else chosen

    def _first(self) -> int:
        """Return the place of what is due or was left, else of the first talk: Enter begins it, for the hasty."""
        options = self.query_one(Menu).options
        return next(
            (n for n, option in enumerate(options) if not (option.id or "").startswith((_PACK, MENTOR))), 0
        )

    def _warn(self, offer: Offer) -> None:
        if offer.problems:
            self.say(ru.BROKEN_PACK.format(problems="\n".join(offer.problems[:3])), warn=True)
        self.warn_if_not_kept()

    def _left(self, item: Unfinished | UnfinishedSeries) -> Option:
        if isinstance(item, UnfinishedSeries):
            title = self.offer.exercises[item.exercise].title
            return Option(exercise_parts.left_title(item, title), id=_SERIES + item.id)
        title = one_line(self.offer.scenarios[item.scenario].title)
        when = f"{item.started[8:10]}.{item.started[5:7]} {item.started[11:16]}"
        about = ru.RESUME_ABOUT.format(mode=ru.MODES[item.mode].lower(), answers=item.answers, when=when)
        return Option(parts.two_lines(ru.RESUME.format(title=title), about), id=_SESSION + item.id)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about what is under the cursor."""
        told = self._about(event.option_id or "")
        if told is not None:
            self.query_one("#about-text", Static).update(told)

    def _about(self, chosen: str) -> Content | None:
        offer, names = self.offer, self.names
        if task := offer.task(parts.after(chosen, _TASK)):
            return about_task(task, offer.titles, datetime.now().astimezone().date())
        if pack := offer.pack(parts.after(chosen, _PACK)):
            return parts.about_pack(pack, days(pack, offer.finished), offer.titles, names)
        if pack := offer.pack(parts.after(chosen, _EXERCISES)):
            return exercise_parts.about_pack_exercises(pack, offer.of_pack(pack), names)
        if chosen.startswith(_SERIES):
            name = next(item.exercise for item in offer.series if _SERIES + item.id == chosen)
            return exercise_parts.about_exercise(offer.exercises[name], names)
        found = offer.scenarios.get(self._scenario_id(chosen))
        return parts.about_talk(found, names) if found else None

    def _scenario_id(self, option_id: str) -> str:
        if option_id.startswith(_TALK):
            return option_id.removeprefix(_TALK)
        wanted = option_id.removeprefix(_SESSION)
        return next((item.scenario for item in self.offer.unfinished if item.id == wanted), "")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the briefing of a new talk, to the plan or the exercises of a pack, or on with what was left."""
        chosen, desk = event.option_id or "", self.desk
        if task := self.offer.task(parts.after(chosen, _TASK)):
            self._do(task)
        elif chosen.startswith((NEWS, MENTOR)):
            self._open_records(chosen)
        elif chosen.startswith(_SESSION):
            self.go_on(chosen.removeprefix(_SESSION))
        elif chosen.startswith(_SERIES):
            self.open_series(lambda: desk.resume_series(chosen.removeprefix(_SERIES)))
        elif pack := self.offer.pack(parts.after(chosen, _EXERCISES)):
            self._open_exercises(pack.id)
        elif pack := self.offer.pack(parts.after(chosen, _PACK)):
            self._open_pack(pack)
        elif found := self.offer.scenarios.get(chosen.removeprefix(_TALK)):
            self.app.push_screen(BriefingScreen(found, self.mode))

    def _do(self, task: Standing) -> None:
        """Begin the next item of a task in the mode that it asks for, or go on with what was left of it."""
        from trainer.tui.exercise_flow import open_exercise

        offer, desk, given, left = self.offer, self.desk, task.assignment, self.offer.left_of(task)
        if isinstance(left, UnfinishedSeries):
            series_id = left.id
            self.open_series(lambda: desk.resume_series(series_id))
        elif left:
            self.go_on(left.id)
        elif found := offer.scenarios.get(task.next):
            self.app.push_screen(BriefingScreen(found, given.mode, given.id))
        elif exercise := offer.exercises.get(task.next):
            self.app.push_screen(open_exercise(exercise, given.mode, given.id))
        else:
            self.say(ru.NO_SUCH_ITEM.format(id=task.next), warn=True)

    def _open_records(self, chosen: str) -> None:
        from trainer.tui.screens.transcript import TranscriptScreen

        if session := parts.after(chosen, NEWS):
            self.app.push_screen(TranscriptScreen(session))
        else:
            self.run_worker(self.app.run_action("app.mentor"))

    def _open_pack(self, pack: Pack) -> None:
        """Show the plan; a pack without one is opened by going to its first talk in the list."""
        if pack.plan:
            from trainer.tui.screens.plan import PlanScreen

            self.app.push_screen(PlanScreen(pack, self.offer.scenarios, self.offer.exercises))
        elif pack.scenarios:
            talks = self.query_one(Menu)
            talks.highlighted = talks.get_option_index(_TALK + next(iter(pack.scenarios)))
        elif self.offer.of_pack(pack):
            self._open_exercises(pack.id)

    def _open_exercises(self, pack_id: str) -> None:
        from trainer.tui.screens.exercises import ExercisesScreen

        self.app.push_screen(ExercisesScreen(self.mode, pack_id))

    def action_exercises(self) -> None:
        """List all exercises, beginning with those of the pack under the cursor."""
        kind, _, name = self._at().partition(":")
        packs = self.offer.packs
        if kind + ":" == _TALK:
            name = next((pack.id for pack in packs if name in pack.scenarios), "")
        self._open_exercises(name)

    def action_rest(self) -> None:
        """Take a rest."""
        from trainer.tui.exercise_flow import open_exercise

        if self.offer.rest:
            self.app.push_screen(open_exercise(self.offer.rest, self.mode))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what is not there."""
        if action in ("exercises", "people"):
            return bool(self.offer.exercises if action == "exercises" else self.offer.players)
        return bool(self.offer.rest) if action == "rest" else True

    def go_on(self, session_id: str) -> None:
        """Go on with a talk that was left."""
        from trainer.tui.flow import go_to

        try:
            session = self.desk.resume(session_id)
        except InputError as error:
            self.say(ru.START_FAILED.format(what=error), warn=True)
            return
        self.app.push_screen(go_to(session))
