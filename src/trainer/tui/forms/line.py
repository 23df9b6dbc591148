"""Answer a line: one turn of a talk, with what an operator would know of it."""

from collections.abc import Iterator

from textual.containers import Vertical
from textual.widget import Widget

from trainer.model.exercise import AnswerItem
from trainer.practice.exercises.ask import card_lines
from trainer.practice.exercises.texts_ru import CARD
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.forms.base import context, labelled, remark
from trainer.tui.forms.wording import WordingBody


class AnswerBody(WordingBody[AnswerItem]):
    """The client's line comes first; what it is about and the card stand below it, line by line."""

    HINT = ru.ANSWER_HINT

    def given(self) -> Iterator[Widget]:
        """Return the client's line, the matter, what was said before and what the card says."""
        item = self.item
        yield from context(item.context, item.client)
        card = card_lines(item)
        yield Vertical(
            labelled(item.company or ru.MATTER, item.briefing),
            *([remark(ru.KNOWN.format(known=", ".join(item.known)))] if item.known else []),
            *([remark(CARD)] if card else []),
            *(remark(f"- {line}") for line in card),
            id="looked-up",
        )
