"""A series: one person working through the items of an exercise. The same for the app, the plain mode and files.

Recovery has no series: see ``trainer.practice.exercises.recover``. Nothing of it is stored.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.model.exercise import Exercise, Form, Item
from trainer.model.standard import Catalogue
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.blank import lacks
from trainer.practice.exercises.explain import explained
from trainer.practice.exercises.forms import assess
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.progress import Done, Progress
from trainer.practice.exercises.summary import Summary, summed_up
from trainer.practice.ports import Clock, Store
from trainer.practice.records import Mode, RefusedError
from trainer.practice.stamp import NOTHING

FORMAT = 2  # of the events; 1 had no stamp in the start, no seconds in what was done


@dataclass(frozen=True, slots=True)
class Choice:
    """Which items a series takes: shuffled by ``seed``, at most ``count`` of them, of ``only`` these ids.

    None leaves the order of the author, takes as many as there are, and of all.
    """

    seed: int | None = None
    count: int | None = None
    only: frozenset[str] | None = None


EVERYTHING = Choice()


class Series:
    """Joins an exercise, a judge, a store and a clock.

    Every answer is stored as an event before its result is handed out. Build with ``start`` or ``resume``.
    """

    def __init__(
        self,
        series_id: str,
        progress: Progress,
        mode: Mode,
        judge: ReadingJudge,
        catalogue: Catalogue,
        store: Store,
        clock: Clock,
    ) -> None:
        self.id = series_id
        self.progress = progress
        self.mode = mode
        self._judge, self._catalogue, self._store, self._clock = judge, catalogue, store, clock
        # Since when the present item has been there to be answered, in this sitting.
        self._since = clock.now()

    # ------------------------------------------------------------ what there is to see
    @property
    def exercise(self) -> Exercise:
        """The exercise that is done."""
        return self.progress.exercise

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of this series, in its order."""
        return self.progress.items

    @property
    def item(self) -> Item | None:
        """The item to answer now; None after the last."""
        return self.progress.item

    @property
    def number(self) -> int:
        """The number of the present item, from 1."""
        return len(self.progress.kept) + 1

    @property
    def kept(self) -> tuple[Done, ...]:
        """The answers that stand, in their order."""
        return tuple(self.progress.kept)

    @property
    def closed(self) -> bool:
        """Whether the series is finished and nothing in it can be changed."""
        return self.progress.closed

    def draft(self) -> str:
        """Return what was typed for the present item and not sent."""
        move, text = self._store.draft(self.id)
        return text if move == self.progress.moves and self.item else ""

    def summary(self) -> Summary:
        """Return what the series has come to so far."""
        return summed_up(self.exercise, self.progress.kept, len(self.items))

    # ------------------------------------------------------------ what there is to do
    def look(self) -> None:
        """Note that the present item comes into view now: what was read before it does not count as time spent on it."""
        self._since = self._clock.now()

    def save_draft(self, text: str) -> None:
        """Keep what is being typed; it survives the end of the process."""
        self._store.save_draft(self.id, self.progress.moves, text)

    def answer(self, answer: Answer) -> Assessment:
        """Judge an answer to the present item and go on; raises RefusedError for an empty one or after the end."""
        item = self.item
        if item is None or self.closed:
            raise RefusedError(ru.SERIES_OVER)
        if why := lacks(item, answer):
            raise RefusedError(why)
        seconds = max(0, round((self._clock.now() - self._since).total_seconds()))
        assessment = explained(assess(item, answer, self._judge), self._catalogue)
        data = {"answer": answer.data(), "assessment": assessment.data()}
        self._record("done", item=item.id, **data, seconds=seconds)
        return self.progress.kept[-1].assessment

    def retry(self) -> Done:
        """Go one item back; its answer stays on record. Raises RefusedError in an exam or before the first."""
        if self.mode is Mode.EXAM:
            raise RefusedError(ru.NO_RETRY_IN_EXAM)
        if self.closed:
            raise RefusedError(ru.SERIES_OVER)
        if not self.progress.kept:
            raise RefusedError(ru.NOTHING_TO_RETRY)
        taken = self.progress.kept[-1]
        self._record("retry")
        return taken

    def too_easy(self) -> Done:
        """Keep the person's word that the last item was too easy; said twice it counts once.

        Raises RefusedError before the first answer, and for one that was not passed.
        """
        if not self.progress.kept:
            raise RefusedError(ru.NOTHING_EASY)
        last = self.progress.kept[-1]
        if not last.assessment.passed:
            raise RefusedError(ru.NOT_EASY)
        if last.item.id not in self.progress.easy:
            self._record("easy", item=last.item.id)
        return last

    def finish(self) -> Summary:
        """Close the series: it is no longer offered to be resumed. Raises RefusedError before the last answer."""
        if self.item is not None:
            raise RefusedError(ru.SERIES_GOES_ON)
        if not self.closed:
            self._record("finish")
        return self.summary()

    def _record(self, kind: str, **data: Any) -> None:
        event = {"kind": kind, "at": self._clock.now().isoformat(timespec="seconds"), **data}
        self._store.append(self.id, event)
        self.progress.apply(event)
        self._since = self._clock.now()


def start(
    series_id: str,
    exercise: Exercise,
    judge: ReadingJudge,
    catalogue: Catalogue,
    store: Store,
    clock: Clock,
    *,
    mode: Mode = Mode.TRAINING,
    choice: Choice = EVERYTHING,
    about: Mapping[str, Any] = NOTHING,
) -> Series:
    """Begin a series and record that it began, with ``about``: see ``trainer.practice.stamp``.

    The exercise must be settled. Recovery cannot be begun as a series: ValueError.
    """
    if exercise.form is Form.RECOVER:
        raise ValueError("recovery has no series")
    series = Series(series_id, Progress(exercise), mode, judge, catalogue, store, clock)
    items = [item.id for item in chosen(exercise, choice)]
    own = {one.id: one.quality for one in catalogue.standards.values() if one.pack}
    begun = {"exercise": exercise.id, "mode": mode.value, "items": items, "seed": choice.seed}
    # How many there were to choose from: some of them are not the exercise.
    begun["of"] = len(exercise.items)
    series._record("start", format=FORMAT, **begun, **({"own": own} if own else {}), **about)
    return series


def chosen(exercise: Exercise, choice: Choice) -> tuple[Item, ...]:
    """Return the items of a series in their order: the author's, or that of the seed."""
    items = list(exercise.items)
    if choice.seed is not None:
        random.Random(choice.seed).shuffle(items)
    return tuple(item for item in items[: choice.count] if choice.only is None or item.id in choice.only)
