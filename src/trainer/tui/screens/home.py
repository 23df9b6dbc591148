"""The first screen: choose a talk, go on with one, choose the mode."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from trainer.model.problem import InputError
from trainer.practice.records import Mode
from trainer.practice.visible import visible
from trainer.refresh.today import Today
from trainer.tui import home_parts as parts
from trainer.tui import home_rows as rows
from trainer.tui import progress_texts_ru as progress_ru
from trainer.tui import texts_ru as ru
from trainer.tui.desk import Player
from trainer.tui.keys import bound
from trainer.tui.objection_parts import news
from trainer.tui.offer import Offer, read_offer, read_shelf
from trainer.tui.refresh_parts import row as refresh_row
from trainer.tui.screens.mode import ModeLine
from trainer.tui.screens.opening import Opening
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.topbar import TopBar

_LONG = 20  # seconds: a decision with its reason is to be read


class HomeScreen(Opening):
    """Lists the scenarios and exercises of all packs and what was left of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The line of the mode names its keys; there is no room for them below.
        Binding("f2", "mode", show=False),
        Binding("left,right", "mode", show=False, priority=True),
        # On top, F5 beside the name: there is no room for them below.
        Binding("f5", "people", show=False),
        Binding("f3", "progress", show=False),
        # Their row in the list says so.
        Binding("r,R,к,К", "refresh", show=False),
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
        # Until the store has said who practises and what was left, a row that was chosen waits.
        self._settled, self._chosen = False, ""

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
        self.load_names()
        if not self.offer.packs:
            # The store takes longest to open: what there is to choose from is shown before it answers.
            self.app.call_from_thread(self._show_shelf, read_shelf(self.desk))
        if self._ask and (players := self.desk.players()) and not self.desk.player():
            self.app.call_from_thread(self._who, players)
            return
        offer = read_offer(self.desk)
        self.app.call_from_thread(self._show, offer)
        for text in news(self.desk.decided(), self.names):
            self.app.call_from_thread(self._tell, text)
        try:
            found = self.desk.refresher().today()
        except InputError:  # a store that fails is told of in its own place
            found = None
        if not get_current_worker().is_cancelled:  # somebody else may practise by now
            self.app.call_from_thread(self._refreshers, found)
        if self.desk.house().lesson_due():
            self.app.call_from_thread(self.offer_lesson)

    def _who(self, players: Sequence[Player], *, must: bool = True) -> None:
        from trainer.tui.screens.person import PersonScreen

        self._ask, self._settled, self._chosen = False, False, ""
        # Nothing of whoever practised before is left under the cursor.
        self.offer = Offer()
        self.query_one(Menu).clear_options()
        self.app.push_screen(PersonScreen(players, must=must))

    def action_people(self) -> None:
        """Let somebody else practise."""
        self._who(self.offer.players, must=False)

    def _show_shelf(self, offer: Offer) -> None:
        self._list(offer)
        self.begin_loading()

    def _show(self, offer: Offer) -> None:
        first, self._settled = not self._settled, True
        # A talk that was just left comes first; otherwise the cursor stays where somebody put it.
        at = "" if (first and not self._moved()) or offer.left() or offer.tasks else self._at()
        # The refreshers are read after the rest; until then they stand as they did.
        self._list(replace(offer, today=self.offer.today), at)
        self.query_one(TopBar).show_status("   ".join(filter(None, (parts.who(offer), progress_ru.KEY))))
        self.refresh_bindings()
        if first:
            self._warn(offer)
            chosen, self._chosen = self._chosen, ""
            self.open_row(chosen)

    def _list(self, offer: Offer, at: str = "") -> None:
        """List an offer; the cursor goes to the row ``at``, or to the first that begins something."""
        self.offer, talks = offer, self.query_one(Menu)
        talks.clear_options()
        talks.add_options(rows.rows(offer, _today()))
        if talks.option_count:
            talks.highlighted = talks.get_option_index(at) if at else self._first()
            # At once: the list would send word only after it is drawn, and a busy machine draws it beside nothing.
            self._about(talks.options[talks.highlighted or 0].id or "")
        else:
            self.query_one("#about-text", Static).update(Content(ru.NO_SCENARIOS))

    def _moved(self) -> bool:
        return self.query_one(Menu).highlighted not in (None, self._first())

    def _refreshers(self, today: Today | None) -> None:
        """Say in their row how the refreshers stand; the cursor goes there only if nobody has moved it."""
        talks, first = self.query_one(Menu), self._first()
        if all(option.id != rows.REFRESH for option in talks.options):
            return
        unmoved = talks.highlighted == first
        self.offer = replace(self.offer, today=today)
        talks.replace_option_prompt(rows.REFRESH, refresh_row(today, failed=today is None))
        if unmoved:
            talks.highlighted = self._first()
        if self._at() == rows.REFRESH:
            self._about(rows.REFRESH)

    def _tell(self, text: str) -> None:
        self.notify(visible(text), markup=False, timeout=_LONG)

    def _at(self) -> str:
        """Return what the cursor stands on and will find again, empty for nothing yet."""
        chosen = self._at_row()
        return chosen if rows.lasts(chosen) else ""

    def _at_row(self) -> str:
        talks = self.query_one(Menu)
        if talks.highlighted is None:
            return ""
        return talks.get_option_at_index(talks.highlighted).id or ""

    def _first(self) -> int:
        """Return the place of what is due or was left, else of the first talk: Enter begins it, for the hasty."""
        options = self.query_one(Menu).options
        return next((n for n, option in enumerate(options) if rows.leads(option.id or "", self.offer)), 0)

    def _warn(self, offer: Offer) -> None:
        if offer.problems:
            self.say(ru.BROKEN_PACK.format(problems="\n".join(offer.problems[:3])), warn=True)
        self.warn_if_not_kept()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about what is under the cursor; the list may have been changed since."""
        if self._at_row() == event.option_id:
            self._about(event.option_id or "")

    def _about(self, row: str) -> None:
        told = rows.told_of(row, self.offer, self.names, _today())
        if told is None and not row:
            return
        # Of a row with nothing to tell its own words: what was told of another one must not stay.
        self.query_one("#about-text", Static).update(told or self.query_one(Menu).get_option(row).prompt)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open it, as soon as it is known whose it is."""
        if self._settled:
            self.open_row(event.option_id or "")
        else:
            self._chosen = event.option_id or ""

    def action_exercises(self) -> None:
        """List all exercises, beginning with those of the pack under the cursor."""
        kind, _, name = self._at().partition(":")
        if kind + ":" == rows.TALK:
            name = next((pack.id for pack in self.offer.packs if name in pack.scenarios), "")
        self.open_exercises(name)

    def action_progress(self) -> None:
        """Show where the person stands."""
        from trainer.tui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen())

    def action_refresh(self) -> None:
        """Show the refreshers of the day."""
        self.open_refresh()

    def action_rest(self) -> None:
        """Take a rest."""
        self.open_rest()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what is not there."""
        if action in ("exercises", "people"):
            return bool(self.offer.exercises if action == "exercises" else self.offer.players)
        return bool(self.offer.rest) if action == "rest" else True


def _today() -> date:
    return datetime.now().astimezone().date()
