"""An app that is one field for an answer and remembers what was sent."""

from textual.app import App, ComposeResult

from trainer.tui.widgets.answer_field import AnswerField


class Field(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.sent: list[str] = []

    def compose(self) -> ComposeResult:
        yield AnswerField()

    def on_answer_field_sent(self, event: AnswerField.Sent) -> None:
        self.sent.append(event.text)
