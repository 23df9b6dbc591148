"""Today's set line by line: for screen readers, pipes and small terminals."""

from collections.abc import Iterable, Iterator

from trainer.model.exercise import Item
from trainer.model.standard import Catalogue
from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.plain import Plain, ReadLine, Write
from trainer.practice.exercises.summary import Summary
from trainer.practice.exercises.tell import tell_assessment, tell_item
from trainer.practice.records import RefusedError
from trainer.practice.visible import visible
from trainer.refresh import texts_ru as ru
from trainer.refresh.run import Run, card_of
from trainer.refresh.say import minutes

_HOW = "trainer refresh"


def run_plain(run: Run, catalogue: Catalogue, read_line: ReadLine, write: Write) -> bool:
    """Work through today's set; True when it was finished, False when the person left before.

    ``read_line`` raises EOFError at the end of input.
    """
    return _Plain(run, catalogue, read_line, write).run(_HOW)


def tell_hello(run: Run) -> Iterator[str]:
    """Yield how much there is, and where it goes on."""
    count = len(run.series.items)
    yield ru.HELLO.format(title=ru.TITLE, count=count, minutes=minutes(run.today.seconds))
    if run.series.number > 1 and run.series.item:
        yield ru.CONTINUED.format(number=run.series.number, count=count)


def tell_card(run: Run, item: Item, number: int) -> Iterator[str]:
    """Yield a card as it is put: what it is for, then the item."""
    yield from tell_item(item, number, len(run.series.items), run.names)
    yield run.about(item)


def tell_result(run: Run, assessment: Assessment) -> Iterator[str]:
    """Yield what the last card came to, and the standard in one line."""
    yield from tell_assessment(assessment)
    if (lesson := run.lesson()) and lesson.line:
        yield ru.LESSON.format(title=visible(lesson.title), line=visible(lesson.line))


def tell_end(run: Run, summary: Summary) -> Iterator[str]:
    """Yield what the set came to and what comes back soon."""
    yield ru.SUM.format(passed=summary.passed, answered=summary.answered)
    weak = [card_of(one.item).standard for one in summary.done if not one.assessment.passed]
    if weak:
        titles = ", ".join(run.names.standard(name) for name in dict.fromkeys(weak))
        yield ru.COMES_BACK.format(titles=visible(titles))


class _Plain(Plain):
    HELP = ru.HELP

    def __init__(self, run: Run, catalogue: Catalogue, read_line: ReadLine, write: Write) -> None:
        super().__init__(run.series, catalogue, read_line, write)
        self.set = run

    def hello(self) -> Iterable[str]:
        """Yield how much there is."""
        return tell_hello(self.set)

    def put(self, item: Item) -> Iterable[str]:
        """Yield a card."""
        return tell_card(self.set, item, self.series.number)

    def judged(self, assessment: Assessment) -> Iterable[str]:
        """Yield what a card came to."""
        return tell_result(self.set, assessment)

    def end(self, summary: Summary) -> Iterable[str]:
        """Yield what the set came to."""
        return tell_end(self.set, summary)

    def command(self, name: str) -> None:
        """Do a command; ``/easy`` says that the last card was too easy."""
        if name != "/easy":
            super().command(name)
            return
        try:
            self.write(self.set.too_easy())
        except RefusedError as refusal:
            self.write(str(refusal))
