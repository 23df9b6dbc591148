"""The sum of a talk: ending, score, qualities, the path, what to train next."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, OptionList, Static
from textual.widgets.option_list import Option

from trainer.model.exercise import Exercise, Form
from trainer.model.problem import InputError
from trainer.practice.debrief import debrief
from trainer.practice.retried import retried
from trainer.practice.session import Session
from trainer.practice.strain import was_hard
from trainer.practice.ways import other_ways
from trainer.team.comments import Comment
from trainer.team.objections import Objection
from trainer.tui import debrief_parts as parts
from trainer.tui import objection_texts_ru as objection_ru
from trainer.tui import texts_ru as ru
from trainer.tui.exercise_texts_ru import REST_OFFER
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.mentor_parts import comment_rows
from trainer.tui.mentor_texts_ru import COMMENTS
from trainer.tui.objection_parts import Charge, as_decided, charges, listed
from trainer.tui.screens.objecting import ObjectingScreen
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets.bars import Bars, color_of
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.section import Section


class DebriefScreen(ObjectingScreen[None]):
    """Closes the session; every answer of the path can be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "open", "open", shown=ENTER),
        bound("f6", "app.standards", "standards"),
        bound("o,O,щ,Щ", "object", "object", shown="O"),
        bound("f8", "rest", "rest"),
        bound("escape", "app.pop_screen", "home", shown=ESC),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.given = session.finish()
        self.sum_up = self.given
        self.made: Sequence[Objection] = ()
        self.rest: Exercise | None = None

    def heading(self) -> tuple[str, str]:
        """Return what this is and which talk it belongs to."""
        return ru.DEBRIEF, self.session.scenario.title

    def body(self) -> ComposeResult:
        """Lay out the sheet in two columns, or under each other."""
        self._look_at_decisions()
        found, names = self.sum_up, self.names
        titles = [(name, names.quality(name)) for name in names.qualities()]
        with VerticalScroll(id="debrief"):
            with Horizontal(id="score"):
                yield Digits(str(found.score), classes=color_of(found.score)[1:])
                yield Static(parts.summary(found), id="summary")
            if found.score != self.given.score:
                text = objection_ru.CORRECTED.format(before=self.given.score, after=found.score)
                yield Static(Content(text), id="corrected")
            yield Static(id="rest-offer", markup=False)
            with Horizontal(classes="sheet"):
                with Vertical(classes="left"):
                    yield Section(ru.QUALITIES, Bars(titles, found.qualities))
                    yield Section(ru.MOODS_LINE, parts.moods(found))
                with Vertical(classes="right"):
                    yield Section(COMMENTS, "", name="comments")
                    yield Section(ru.TRAIN_NEXT, parts.to_train(found, names))
                    if again := retried(self.session.talk.attempts, self.session.kept):
                        yield Section(ru.BEFORE_AFTER, parts.before_after(again))
            yield Section(f"{ru.PATH} ({ru.PATH_HINT})", self._path(), parts.reached(found))
            with Horizontal(classes="sheet"):
                yield from self._rest_of_it()

    def _path(self) -> Menu:
        scenario, path = self.session.scenario, self.sum_up.path
        rows = (
            Option(parts.step(number, item, other_ways(scenario, item, self.names)), id=str(number))
            for number, item in enumerate(path, 1)
        )
        return Menu(*rows, id="path", markup=False)

    def _rest_of_it(self) -> ComposeResult:
        """Lay out what is read after the rest: the client, the order of work, objections."""
        found, names, note = self.sum_up, self.names, self.session.scenario.note
        with Vertical(classes="left"):
            if told := parts.portrait(found):
                yield Section(ru.ABOUT_CLIENT, told)
            if self.made:
                yield Section(objection_ru.OBJECTIONS, listed(self.made, names))
        with Vertical(classes="right"):
            if found.process:
                yield Section(ru.PROCESS, parts.process(found, names))
            if found.note and not found.note.kept and note.model_answer:
                yield Section(ru.NOTE_MODEL, note.model_answer)

    def on_mount(self) -> None:
        """Let the arrows scroll; Tab leads to the path."""
        self.query_one("#debrief").focus()
        self.query_one("#comments").display = False
        self.read_comments()
        self.query_one("#rest-offer").display = False
        if was_hard(self.sum_up):
            self.find_rest()

    @work(thread=True, exclusive=True, group="comments")
    def read_comments(self) -> None:
        """Show what mentors wrote at the answers, if they did; a talk that nobody keeps has nothing of that."""
        with suppress(InputError):
            entries = self.desk.records().transcript(self.session.id).entries
            said = [comment for entry in entries for comment in entry.comments]
            if said:
                self.app.call_from_thread(self._show_comments, said)

    def _show_comments(self, said: list[Comment]) -> None:
        section = self.query_one("#comments")
        section.query_one(".text", Static).update(comment_rows(said))
        section.display = True

    def _look_at_decisions(self) -> None:
        """Sum up by the verdicts that stand after the decisions of mentors."""
        self.made = self.desk.objections(self.session.id)
        path = [as_decided(attempt, self.made) for attempt in self.given.path]
        made = len(path) + self.given.taken_back
        self.sum_up = debrief(self.session.scenario, path, made, self.given.note)

    def objectable(self) -> tuple[str, list[Charge]]:
        """Return the session and what can be objected to here."""
        return self.session.id, charges(self.given.path, self.made)

    @work(thread=True, exclusive=True, group="rest")
    def find_rest(self) -> None:
        """Look off the screen's thread for what helps to get back on one's feet."""
        found = [exercise for exercise in self.desk.exercises() if exercise.form is Form.RECOVER]
        if found:
            self.app.call_from_thread(self.offer_rest, found[0])

    def offer_rest(self, exercise: Exercise) -> None:
        """Offer a rest after a hard talk."""
        self.rest = exercise
        offer = self.query_one("#rest-offer", Static)
        offer.update(Content(REST_OFFER))
        offer.display = True
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the rest where none is offered."""
        return self.rest is not None if action == "rest" else True

    def action_rest(self) -> None:
        """Take a rest."""
        from trainer.tui.screens.recover import RecoverScreen

        if self.rest:
            self.app.push_screen(RecoverScreen(self.rest))

    def action_open(self) -> None:
        """Go to the path."""
        self.query_one("#path").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the verdict on an answer of the path."""
        # As it was given: the screen tells what became of it since.
        attempt = self.given.path[event.option_index]
        self.app.push_screen(VerdictScreen(self.session, attempt, review=True))
