"""The talk itself: the client's lines and one's own, the mood, the card, the answer."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from trainer.practice.records import Attempt, Mode, Stage, TurnResult
from trainer.practice.session import Session
from trainer.tui import texts_ru as ru
from trainer.tui.drafts import DraftKeeper
from trainer.tui.flow import go_to
from trainer.tui.keys import ESC, bound
from trainer.tui.screens.answering import AnsweringScreen
from trainer.tui.screens.talk_help import TalkHelp
from trainer.tui.screens.verdict import VerdictScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.card_list import CardList
from trainer.tui.widgets.lines import Line, Remark, client_line, own_line
from trainer.tui.widgets.mood import MoodFace
from trainer.tui.widgets.topbar import TopBar


class TalkScreen(TalkHelp, AnsweringScreen[str, TurnResult]):
    """Enter sends the answer; it is judged off the screen's thread."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", show=False),
        bound("f2", "card", "card"),
        bound("f3", "hint", "hint"),
        bound("f4", "model", "model"),
        bound("f5", "retry", "retry"),
        bound("escape", "leave", "leave", shown=ESC),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.drafts = DraftKeeper(session)
        self.hints_given = self.models_given = 0
        self.busy = False

    def heading(self) -> tuple[str, str]:
        """Return the title of the talk and the mode."""
        return self.session.scenario.title, ru.MODES[self.session.mode]

    def body(self) -> ComposeResult:
        """Lay out the talk on the left, mood and card on the right."""
        session = self.session
        with Horizontal(classes="columns"):
            with Vertical(id="talk"):
                yield VerticalScroll(id="lines", can_focus=True)
                yield Static(Content(ru.SENT_HINT), id="state")
                yield AnswerField(session.draft(), ru.PLACEHOLDER)
            with Vertical(id="side"):
                yield MoodFace(session.scenario.client.name, session.mood)
                yield Static(
                    Content.assemble(ru.CARD, (f"  {ru.CARD_HINT}", "not bold $secondary")), classes="heading"
                )
                yield CardList(session.scenario.card, session.opened())

    async def on_mount(self) -> None:
        """Show what was said so far."""
        await self.show_talk()
        field = self.query_one(AnswerField)
        field.load(self.session.draft())
        field.focus()

    async def show_talk(self) -> None:
        """Show all lines anew, the mood and how far the talk is."""
        session = self.session
        lines = self.query_one("#lines", VerticalScroll)
        await lines.remove_children()
        await lines.mount_all(self._lines())
        lines.scroll_end(animate=False)
        self.query_one(MoodFace).show(session.mood)
        self.query_one(TopBar).show_status(f"{ru.MODES[session.mode]} · {len(session.kept) + 1}")

    def _lines(self) -> list[Line | Remark]:
        session, name = self.session, self.session.scenario.client.name
        found: list[Line | Remark] = []
        for attempt in session.kept:
            found.append(client_line(name, attempt.line, ru.ASKS_MORE if attempt.follow_up else ""))
            score = "" if session.mode is Mode.EXAM else f"{attempt.verdict.score} {ru.POINTS}"
            found.append(own_line(attempt.text, score))
            if attempt.step.remark:
                found.append(Remark(attempt.step.remark))
        if session.stage is Stage.TALK:
            aside = ru.ASKS_MORE if session.talk.state.asking else ""
            found.append(client_line(name, session.line(), aside))
        return found

    # ------------------------------------------------------------ answering
    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the draft as it is typed."""
        if not self.busy:
            self.drafts.typed(self, event.text_area.text)

    def keep_draft(self) -> None:
        """Keep what was typed since the last draft."""
        self.drafts.flush()

    def action_send(self) -> None:
        """Send by Enter when the focus is elsewhere."""
        if self.focused is None:
            self.query_one(AnswerField).focus()

    def on_answer_field_sent(self, event: AnswerField.Sent) -> None:
        """Judge the answer."""
        if self.busy:
            return
        self.drafts.stop()
        self._set_busy(True)
        self.judge(event.text)

    def take(self, answer: str) -> TurnResult:
        """Have the answer judged."""
        return self.session.answer(answer)

    def refused(self, why: str) -> None:
        """Say why the answer was not taken; it stays in the field."""
        self._set_busy(False)
        self.say(why, warn=True)

    async def judged(self, result: TurnResult) -> None:
        """Show the verdict in training, the next line in an exam."""
        self.query_one(AnswerField).load("")
        self._set_busy(False)
        self.hints_given = self.models_given = 0
        self.warn_if_not_kept()
        if self.session.mode is Mode.TRAINING:
            self.app.push_screen(self.verdict_on(result.attempt), self.after_verdict)
            await self.show_talk()
        else:
            self.say(ru.EXAM_TAKEN)
            await self.go_on()

    def verdict_on(self, attempt: Attempt) -> VerdictScreen:
        """Return the screen with the verdict on an answer."""
        return VerdictScreen(self.session, attempt)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the help that the person does not want."""
        return self.preferences.hints if action in ("hint", "model") else True

    async def after_verdict(self, choice: str | None) -> None:
        """Go on, or take the answer back."""
        self.session.look()
        if choice == "retry":
            await self.take_back()
        else:
            await self.go_on()

    async def go_on(self) -> None:
        """Show the next line, or what comes after the talk."""
        if self.session.stage is Stage.TALK:
            await self.show_talk()
            self.query_one(AnswerField).focus()
        else:
            self.app.switch_screen(go_to(self.session))

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.query_one(AnswerField).read_only = busy
        reading = ru.READING if self.desk.ready() else ru.WARMING
        self.query_one("#state", Static).update(Content(reading if busy else ru.SENT_HINT))
        self.query_one("#state").set_class(busy, "busy")
