"""Say it differently: three fields; Enter goes to the next empty one and sends when there is none."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from trainer.model.exercise import VariantsItem
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.ask import WORDINGS
from trainer.practice.tell import Names
from trainer.tui import exercise_texts_ru as ru
from trainer.tui.forms.base import FormBody, context, labelled, remark
from trainer.tui.widgets.answer_field import AnswerField


class VariantsBody(FormBody[VariantsItem]):
    """Three wordings of one task."""

    HINT = ru.VARIANTS_HINT
    # The texts that the person was already told of an empty one among.
    _warned: tuple[str, ...] = ()

    def given(self) -> Iterator[Widget]:
        """Return the client's line and the task."""
        yield from context(self.item.context)
        yield labelled(ru.TASK, self.item.task)
        if self.item.must:
            names = Names(self.catalogue)
            must = ", ".join(names.standard(name).lower() for name in self.item.must)
            yield remark(ru.IN_EACH.format(names=must))

    def fields(self) -> ComposeResult:
        """Lay out the fields under each other."""
        with Vertical(classes="wordings"):
            for number in range(1, WORDINGS + 1):
                yield AnswerField("", ru.PLACEHOLDER_NUMBER.format(number=number), f"variant-{number}")

    @property
    def wordings(self) -> list[AnswerField]:
        """The fields in their order."""
        return list(self.query(AnswerField))

    def answer(self) -> Answer:
        """Return the texts; nothing when all are empty."""
        texts = tuple(field.text for field in self.wordings)
        return Answer(texts=texts if any(texts) else ())

    def load(self, answer: Answer) -> None:
        """Put texts into the fields."""
        for field, text in zip(self.wordings, answer.texts, strict=False):
            field.load(text)

    def begin(self) -> None:
        """Go to the first empty field."""
        fields = self.wordings
        next((field for field in fields if not field.text.strip()), fields[-1]).focus()

    def set_busy(self, busy: bool) -> None:
        """Let the texts be while they are judged."""
        for field in self.wordings:
            field.read_only = busy

    def submit(self) -> None:
        """Go to the next empty field; send when there is none, or when the person wants it so."""
        fields = self.wordings
        texts = tuple(field.text for field in fields)
        empty = [number for number, text in enumerate(texts) if not text.strip()]
        here = next((number for number, field in enumerate(fields) if field.has_focus), len(fields) - 1)
        ahead = [number for number in empty if number > here]
        if ahead:
            fields[ahead[0]].focus()
        elif empty and len(empty) < len(fields) and texts != self._warned:
            self._warned = texts
            fields[empty[0]].focus()
            self.tell(ru.EMPTY_VARIANT.format(number=empty[0] + 1))
        else:
            super().submit()
