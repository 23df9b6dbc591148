"""After the talk: the note for colleagues."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from trainer.practice.records import NoteResult
from trainer.practice.session import Session
from trainer.practice.texts_ru import OUTCOMES
from trainer.tui import texts_ru as ru
from trainer.tui.drafts import DraftKeeper
from trainer.tui.keys import ENTER, ESC, bound
from trainer.tui.screens.answering import AnsweringScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.widgets.answer_field import AnswerField
from trainer.tui.widgets.section import Section, shown


class NoteScreen(AnsweringScreen[str, NoteResult]):
    """Enter saves and shows what lacks; a full note, or Esc, leads to the debrief."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "go_on", "save", shown=ENTER),
        bound("escape", "skip", "skip", shown=ESC),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.drafts = DraftKeeper(session)
        self.busy = False
        self._warned = ""

    def heading(self) -> tuple[str, str]:
        """Return what this is and which talk it belongs to."""
        return ru.NOTE, self.session.scenario.title

    def body(self) -> ComposeResult:
        """Lay out the ending, the field and what comes of it."""
        ending = self.session.scenario.endings[self.session.talk.state.at]
        with Vertical(id="note"):
            with VerticalScroll(id="ending", can_focus=False):
                title = shown(f"{OUTCOMES[ending.outcome]}. {ending.title}", "bold")
                yield Section(ru.HOW_ENDED, title, ending.text)
                yield Section(ru.NOTE_HEADING, ru.NOTE_WHY)
                yield Static(id="lacks")
            yield Static(Content(ru.NOTE_HINT), id="state")
            yield AnswerField(self.session.draft(), ru.NOTE_PLACEHOLDER)

    def on_mount(self) -> None:
        """Begin to write."""
        field = self.query_one(AnswerField)
        field.load(self.session.draft())
        field.focus()
        if self.session.talk.note:
            self.judged(self.session.talk.note)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the draft as it is typed."""
        if not self.busy:
            self.drafts.typed(self, event.text_area.text)

    def keep_draft(self) -> None:
        """Keep what was typed since the last draft."""
        self.drafts.flush()

    def on_answer_field_sent(self, event: AnswerField.Sent) -> None:
        """Judge the note."""
        note = self.session.talk.note
        if note and note.text == event.text:
            self.action_skip()
        elif not self.busy:
            self.drafts.stop()
            self.busy = True
            self.query_one("#state", Static).update(Content(ru.READING))
            self.judge(event.text)

    def take(self, answer: str) -> NoteResult:
        """Have the note judged."""
        return self.session.note(answer)

    def refused(self, why: str) -> None:
        """Say why the note was not taken."""
        self._ready()
        self.say(why, warn=True)

    def judged(self, result: NoteResult) -> None:
        """Go on with a full note, else tell what lacks."""
        self._ready()
        if result.kept:
            self.say(ru.NOTE_KEPT)
            self.action_skip()
            return
        rows = [Content.styled(ru.NOTE_LACKS, "bold $warning")]
        rows += [Content.assemble(("- ", "bold $warning"), shown(fact.text)) for fact in result.lacks]
        rows.append(Content.styled(ru.NOTE_AGAIN, "$secondary"))
        self.query_one("#lacks", Static).update(Content("\n").join(rows))
        self.query_one("#ending").scroll_end(animate=False)

    def action_skip(self) -> None:
        """Go to the debrief, with the note or without; ask once when words would be left behind."""
        if self.busy:
            return
        text, note = self.query_one(AnswerField).text, self.session.talk.note
        if text.strip() and text != self._warned and (note is None or note.text != text):
            self._warned = text
            self.say(ru.NOTE_UNSAVED, warn=True)
            return
        self.drafts.stop()
        self.app.switch_screen(DebriefScreen(self.session))

    def action_go_on(self) -> None:
        """Return to the field when the focus is elsewhere."""
        self.query_one(AnswerField).focus()

    def _ready(self) -> None:
        self.busy = False
        self.query_one("#state", Static).update(Content(ru.NOTE_HINT))
