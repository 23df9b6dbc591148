"""What helps during a talk: the card, hints, the model answer, another try, leaving."""

from textual.screen import Screen

from trainer.practice.records import RefusedError
from trainer.practice.session import Session
from trainer.tui import texts_ru as ru
from trainer.tui.drafts import DraftKeeper
from trainer.tui.screens.page import PageScreen
from trainer.tui.verdict_parts import model_title
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.card_list import CardList


class TalkHelp(Screen[None]):
    """The actions of the talk screen that are not answering."""

    session: Session
    drafts: DraftKeeper
    hints_given: int
    models_given: int
    busy: bool

    def say(self, text: str, *, warn: bool = False) -> None:
        """Show a short message; see TrainerScreen."""
        super().say(text, warn=warn)  # type: ignore[misc]

    async def show_talk(self) -> None:
        """Show the talk anew; see TalkScreen."""

    def action_card(self) -> None:
        """Go to the card, or back to the answer."""
        card, field = self.query_one(CardList), self.query_one(AnswerField)
        (field if card.has_focus else card).focus()

    def on_card_list_wanted(self, event: CardList.Wanted) -> None:
        """Open a piece of the card."""
        if self.busy:
            return
        self.session.look_up(event.piece_id)
        self.query_one(CardList).show(self.session.opened())

    def action_hint(self) -> None:
        """Show the next hint."""
        try:
            hints = self.session.hints()
        except RefusedError as refused:
            self.say(str(refused), warn=True)
            return
        if self.hints_given >= len(hints):
            self.say(ru.NO_MORE_HINTS if hints else ru.NO_HINTS)
            return
        self.session.helped("hint")
        self.hints_given += 1
        title = ru.HINT_TITLE.format(number=self.hints_given, of=len(hints))
        self.app.push_screen(PageScreen(title, hints[self.hints_given - 1]))

    def action_model(self) -> None:
        """Show a model answer; asked again, the next one."""
        try:
            models = self.session.model_answers()
        except RefusedError as refused:
            self.say(str(refused), warn=True)
            return
        if not models:
            self.app.push_screen(PageScreen(ru.MODEL, ru.NO_MODEL))
            return
        self.session.helped("model")
        number = self.models_given % len(models)
        self.models_given += 1
        self.app.push_screen(PageScreen(model_title(number + 1, len(models)), models[number]))

    async def action_retry(self) -> None:
        """Take the last answer back."""
        if not self.busy:
            await self.take_back()

    async def take_back(self) -> None:
        """Go one answer back, with its text in the field."""
        try:
            taken = self.session.retry()
        except RefusedError as refused:
            self.say(str(refused), warn=True)
            return
        self.hints_given = self.models_given = 0
        field = self.query_one(AnswerField)
        field.load(taken.text)
        field.focus()
        await self.show_talk()

    def action_leave(self) -> None:
        """From the card back to the answer; from the answer home. The draft stays."""
        if self.query_one(CardList).has_focus:
            self.query_one(AnswerField).focus()
            return
        if self.busy:
            return
        self.drafts.keep(self.query_one(AnswerField).text)
        self.say(ru.SAVED_LEFT)
        self.app.pop_screen()
