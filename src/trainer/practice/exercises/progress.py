"""A series as a fold over its events: the only place where its state changes."""

from collections.abc import Callable
from dataclasses import dataclass

from trainer.model.exercise import Exercise, Item
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer, answer_of
from trainer.practice.exercises.assessment import Assessment, assessment_of
from trainer.practice.ports import Event


@dataclass(frozen=True, slots=True)
class Done:
    """An item with its answer and what that came to; ``at`` is the time in ISO form.

    ``number`` is its place among all answers of the series, from 1; those taken back count.
    """

    item: Item
    answer: Answer
    assessment: Assessment
    at: str
    number: int = 0


class Progress:
    """Everything that happened so far; ``apply`` takes in one event.

    ``kept`` are the answers that stand, ``made`` counts all; ``moves`` counts answers and retries, for drafts.
    """

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.items: tuple[Item, ...] = exercise.items
        self.kept: list[Done] = []
        self.made = 0
        self.moves = 0
        self.closed = False
        # The items of which the person said that they are too easy.
        self.easy: set[str] = set()

    @property
    def item(self) -> Item | None:
        """The item to answer now; None after the last."""
        return self.items[len(self.kept)] if len(self.kept) < len(self.items) else None

    def apply(self, event: Event) -> None:
        """Take in one event; raises InputError when it does not fit the exercise or is damaged."""
        kinds: dict[str, Callable[[Event], None]] = {
            "start": self._start,
            "done": self._done,
            "retry": self._retry,
            "finish": self._finish,
            "easy": self._easy,
        }
        try:
            kinds[event["kind"]](event)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise problem(self.exercise, ru.DAMAGED.format(what=repr(error))) from error

    def _start(self, event: Event) -> None:
        known = {item.id: item for item in self.exercise.items}
        if any(name not in known for name in event["items"]):
            raise problem(self.exercise, ru.CHANGED)
        self.items = tuple(known[name] for name in event["items"])

    def _done(self, event: Event) -> None:
        item = self.item
        if item is None or item.id != event["item"]:
            raise problem(self.exercise, ru.CHANGED)
        answer, assessment = answer_of(event["answer"]), assessment_of(event["assessment"])
        self.made += 1
        self.kept.append(Done(item, answer, assessment, event["at"], self.made))
        self.moves += 1

    def _retry(self, _event: Event) -> None:
        self.kept.pop()
        self.moves += 1

    def _easy(self, event: Event) -> None:
        self.easy.add(str(event["item"]))

    def _finish(self, _event: Event) -> None:
        self.closed = True


def problem(exercise: Exercise, text: str) -> InputError:
    """Return the error that a stored series cannot be gone on with."""
    return InputError(Problem(Place(exercise.id), "E071", text))
