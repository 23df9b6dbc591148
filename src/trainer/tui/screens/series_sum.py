"""The sum of an exercise: the score, how it went by standard, what to remember, every answer."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.exercise import Form
from trainer.practice.exercises.series import Series
from trainer.practice.exercises.summary import summed_up
from trainer.team.objections import Objection
from trainer.tui import assessment_parts as parts
from trainer.tui import exercise_texts_ru as ru
from trainer.tui import objection_texts_ru as objection_ru
from trainer.tui import texts_ru as common
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.objection_parts import Charge, charges_of_items, item_as_decided, listed
from trainer.tui.screens.assessment import AssessmentScreen
from trainer.tui.screens.objecting import ObjectingScreen
from trainer.tui.widgets.bars import color_of
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.section import Section


class SeriesSumScreen(ObjectingScreen[None]):
    """Closes the series; every answer can be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "open", "open", shown=ENTER),
        bound("f6", "app.standards", "standards"),
        bound("o,O,щ,Щ", "object", "object", shown="O"),
        bound("escape", "app.pop_screen", "back", shown=ESC),
    ]

    def __init__(self, series: Series) -> None:
        super().__init__()
        self.series = series
        self.given = series.finish()
        self.sum_up = self.given
        self.made: Sequence[Objection] = ()

    def help_for(self) -> Form | None:
        """Return the form that was done."""
        return self.series.exercise.form

    def heading(self) -> tuple[str, str]:
        """Return what this is and the exercise."""
        return ru.SUM, self.series.exercise.title

    def body(self) -> ComposeResult:
        """Lay out the sheet in two columns, or under each other."""
        self._look_at_decisions()
        found = self.sum_up
        rows = [
            Option(parts.path_row(number, one), id=str(number)) for number, one in enumerate(found.done, 1)
        ]
        with VerticalScroll(id="debrief"):
            with Horizontal(id="score"):
                yield Digits(str(found.score), classes=color_of(found.score)[1:])
                yield Static(parts.summary_head(found), id="summary")
            if found.score != self.given.score:
                text = objection_ru.CORRECTED.format(before=self.given.score, after=found.score)
                yield Static(Content(text), id="corrected")
            with Horizontal(classes="sheet"):
                with Vertical(classes="left"):
                    yield Section(ru.REMEMBER, parts.remember(found))
                    if found.by_standard:
                        yield Section(ru.BY_STANDARD, parts.by_standard(found, self.names))
                with Vertical(classes="right"):
                    path = Menu(*rows, id="path", markup=False)
                    yield Section(f"{ru.PATH} ({common.PATH_HINT})", path)
                    if self.made:
                        yield Section(objection_ru.OBJECTIONS, listed(self.made, self.names))

    def on_mount(self) -> None:
        """Let the arrows scroll; Tab leads to the answers."""
        self.query_one("#debrief").focus()

    def _look_at_decisions(self) -> None:
        """Sum up by the results that stand after the decisions of mentors."""
        self.made = self.desk.objections(self.series.id)
        done = [item_as_decided(one, self.made) for one in self.given.done]
        self.sum_up = summed_up(self.given.exercise, done, self.given.items)

    def objectable(self) -> tuple[str, list[Charge]]:
        """Return the session and what can be objected to here."""
        return self.series.id, charges_of_items(self.given.done, self.made)

    def action_open(self) -> None:
        """Go to the answers."""
        self.query_one("#path").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the result of an item."""
        number = event.option_index + 1
        # As it was given: the screen tells what became of it since.
        done = self.given.done[event.option_index]
        self.app.push_screen(AssessmentScreen(self.series, done, number, review=True))
