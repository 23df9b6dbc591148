"""A set being done: a series with what each card is there for, and the lesson after it."""

from dataclasses import dataclass

from trainer.model.exercise import Item
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.series import Series
from trainer.practice.exercises.summary import Summary
from trainer.practice.tell import Names
from trainer.refresh import texts_ru as ru
from trainer.refresh.cards import Card, read_id
from trainer.refresh.plan import Reason
from trainer.refresh.say import about
from trainer.refresh.today import Today


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is shown after a card: how it went, the standard in one line, the best wording, or how to mend it.

    ``easy_offered`` says that the person may call it too easy.
    """

    card: Card
    score: int
    passed: bool
    title: str
    line: str
    best: str
    easy_offered: bool


class Run:
    """Today's set as it is worked through. ``series`` is an ordinary series: screens of exercises can show it."""

    def __init__(self, series: Series, today: Today, names: Names) -> None:
        self.series, self.today, self.names = series, today, names
        self._reasons = {one.item.id: one.reason for one in today.set}

    @property
    def item(self) -> Item | None:
        """The item to answer now; None after the last."""
        return self.series.item

    def about(self, item: Item) -> str:
        """Return in one line what an item is put for."""
        return about(item, card_of(item), self._reasons.get(item.id, Reason.FADING), self.names)

    def answer(self, answer: Answer) -> Assessment:
        """Keep and judge an answer; raises RefusedError for an empty one or after the end."""
        return self.series.answer(answer)

    def lesson(self) -> Lesson | None:
        """Return the lesson of the last answer; None before the first."""
        if not self.series.kept:
            return None
        last = self.series.kept[-1]
        card, judged = card_of(last.item), last.assessment
        easy = judged.passed and last.item.id not in self.series.progress.easy
        title, line = self.names.standard(card.standard), self.names.asks(card.standard)
        best = judged.better[0] if judged.better else self.names.fix(card.standard)
        return Lesson(card, judged.score, judged.passed, title, line, best, easy)

    def too_easy(self) -> str:
        """Keep the person's word that the last card was too easy and return what to say; raises RefusedError."""
        self.series.too_easy()
        return ru.EASY_KEPT

    def finish(self) -> Summary:
        """Close the set; raises RefusedError before its last answer."""
        return self.series.finish()


def card_of(item: Item) -> Card:
    """Return the card that an item of a set is put for; raises ValueError for any other item."""
    made = read_id(item.id)
    if made is None:
        raise ValueError(f"no item of a refresher: {item.id}")
    return made.card
