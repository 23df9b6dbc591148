"""The plan of a pack: what is done on which day; each item can be opened."""

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.exercise import Exercise
from trainer.model.scenario import Pack, Scenario
from trainer.practice.plan import Day, days
from trainer.practice.records import Mode
from trainer.practice.visible import one_line
from trainer.tui import home_parts as parts
from trainer.tui import texts_ru as ru
from trainer.tui.exercise_flow import open_exercise
from trainer.tui.keys import ESC, bound
from trainer.tui.offer import rests_of
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.section import shown


class PlanScreen(TrainerScreen[None]):
    """Lists the days with what is done; Enter opens an item in the mode of its day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("f6", "app.standards", "standards"),
        bound("escape", "app.pop_screen", "back", shown=ESC),
    ]

    def __init__(
        self, pack: Pack, scenarios: Mapping[str, Scenario], exercises: Mapping[str, Exercise]
    ) -> None:
        """``scenarios`` and ``exercises`` are those of all packs by id."""
        super().__init__()
        self.pack, self.scenarios, self.exercises = pack, scenarios, exercises
        known: Mapping[str, Scenario | Exercise] = {**exercises, **scenarios}
        self.titles = {name: found.title for name, found in known.items()}
        self.plan: tuple[Day, ...] = days(pack, (), rests_of(exercises))

    def heading(self) -> tuple[str, str]:
        """Return which plan this is."""
        return f"{ru.PLAN}: {one_line(self.pack.title)}", ""

    def body(self) -> ComposeResult:
        """Lay out what the plan is for and the list."""
        with Vertical(id="plan"):
            if self.pack.about:
                yield Static(shown(self.pack.about), classes="quiet")
            yield Menu(id="days", markup=False)

    def on_mount(self) -> None:
        """Show the days at once; what is done follows."""
        self._show(self.plan)
        self.query_one(Menu).focus()

    def on_screen_resume(self) -> None:
        """Look again at what is done."""
        self.read_done()

    @work(thread=True, exclusive=True, group="done")
    def read_done(self) -> None:
        """Read what is done off the screen's thread."""
        self.app.call_from_thread(self._show, days(self.pack, self.desk.finished(), rests_of(self.exercises)))

    def _show(self, plan: tuple[Day, ...]) -> None:
        menu = self.query_one(Menu)
        # Where somebody is already, there the cursor stays; at first it stands on what is to be done next.
        at = menu.highlighted if self.plan == plan else None
        self.plan = plan
        menu.clear_options()
        for number, day in enumerate(plan):
            if number:
                menu.add_option(None)
            menu.add_option(Option(parts.day_title(day), disabled=True))
            for place, row in enumerate(parts.rows(day)):
                menu.add_option(Option(parts.item_title(row, self.titles), id=f"{number}:{place}"))
        menu.highlighted = self._next(menu) if at is None else at

    def _next(self, menu: Menu) -> int | None:
        open_items = (
            f"{number}:{place}"
            for number, day in enumerate(self.plan)
            for place, done in enumerate(day.done)
            if done is False
        )
        first = next(open_items, "0:0" if self.plan else "")
        return menu.get_option_index(first) if first else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the briefing of a talk or of an exercise."""
        day, name = parts.day_of(self.plan, event.option_id or "")
        mode = Mode.EXAM if day.exam else Mode.TRAINING
        if found := self.scenarios.get(name):
            self.app.push_screen(BriefingScreen(found, mode))
        elif exercise := self.exercises.get(name):
            self.app.push_screen(open_exercise(exercise, mode))
        else:
            self.say(ru.NO_SUCH_ITEM.format(id=name), warn=True)
