"""An exercise line by line: for screen readers, pipes and small terminals."""

from collections.abc import Callable, Iterable

from trainer.model.exercise import Exercise, Item, SpotItem, StepKind
from trainer.model.problem import InputError
from trainer.model.standard import Catalogue
from trainer.practice import texts_ru as common
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.ask import Asker
from trainer.practice.exercises.assessment import Assessment
from trainer.practice.exercises.recover import Moment, moments
from trainer.practice.exercises.series import Series
from trainer.practice.exercises.summary import Summary
from trainer.practice.exercises.tell import tell_assessment, tell_exercise, tell_item, tell_summary
from trainer.practice.records import Mode, RefusedError
from trainer.practice.tell import Names
from trainer.practice.visible import visible

ReadLine = Callable[[], str]
Write = Callable[[str], None]
ObjectTo = Callable[[int, int, str], None]
"""Keeps an objection: the number of an answer, that of what was taken off, why; raises InputError."""


class _LeftError(Exception):
    """The person leaves; the series can be resumed."""


class _AgainError(Exception):
    """The item at hand is put once more."""


def run_series(
    series: Series,
    catalogue: Catalogue,
    read_line: ReadLine,
    write: Write,
    how_to_resume: str = "",
    object_to: ObjectTo | None = None,
) -> bool:
    """Work through a series; True when it was finished, False when the person left before.

    ``read_line`` raises EOFError at the end of input. ``how_to_resume`` is the command for that, empty when the store
    forgets. ``object_to`` keeps objections.
    """
    return Plain(series, catalogue, read_line, write, object_to).run(how_to_resume)


def run_recovery(exercise: Exercise, read_line: ReadLine, write: Write) -> None:
    """Walk through recovery: each step is told, Enter goes on, ``/quit`` ends it. What is typed goes nowhere."""
    for line in tell_exercise(exercise, 0):
        write(line)
    write(ru.RECOVER_HELP)
    for told, moment in _steps(exercise):
        write(told)
        if moment.kind is not StepKind.WORD and not _goes_on(read_line):
            break
    write(ru.RECOVERED)


def _goes_on(read_line: ReadLine) -> bool:
    """Wait for Enter; the end of the input waits for nobody."""
    try:
        return read_line().strip() != "/quit"
    except EOFError:
        return True
    except KeyboardInterrupt:
        return False


def _steps(exercise: Exercise) -> Iterable[tuple[str, Moment]]:
    """Yield each step once with what is told of it; the phases of a breath are told together."""
    for number, step in enumerate(exercise.steps):
        first = next(moments((step,)))
        told = visible(step.text)
        if step.kind is StepKind.BREATHE:
            hold = ru.BREATH_HOLD.format(hold=step.hold) if step.hold else ""
            told += "\n" + ru.BREATH.format(
                rounds=step.rounds, inhale=step.inhale, hold=hold, exhale=step.exhale
            )
        elif step.kind is StepKind.PAUSE:
            told += " " + ru.SECONDS.format(seconds=step.seconds)
        yield told, Moment(number, first.kind, first.text)


class Plain:
    """A series line by line; what it says at the start, of an item, of a result and at the end may be said otherwise."""

    HELP = ru.HELP

    def __init__(
        self,
        series: Series,
        catalogue: Catalogue,
        read_line: ReadLine,
        write: Write,
        object_to: ObjectTo | None = None,
    ) -> None:
        self.series, self.names = series, Names(catalogue)
        self.read_line, self.write, self.object_to = read_line, write, object_to
        self.put_at = -1
        self.asker = Asker(self.ask, write, catalogue)

    def run(self, how_to_resume: str) -> bool:
        """Put one item after the other; see ``run_series``."""
        try:
            self.tell(self.hello())
            self.write(self.HELP)
            while self.series.item:
                self.one()
        except (_LeftError, EOFError, KeyboardInterrupt):
            self.write(ru.GOODBYE_KEPT.format(how=how_to_resume) if how_to_resume else ru.GOODBYE)
            return False
        self.tell(self.end(self.series.finish()))
        return True

    # ------------------------------------------------------------ what is said
    def hello(self) -> Iterable[str]:
        """Yield what is said at the start."""
        return tell_exercise(self.series.exercise, len(self.series.items))

    def put(self, item: Item) -> Iterable[str]:
        """Yield an item as it is put."""
        return tell_item(item, self.series.number, len(self.series.items), self.names)

    def judged(self, assessment: Assessment) -> Iterable[str]:
        """Yield what an answer came to."""
        return [ru.ACCEPTED] if self.series.mode is Mode.EXAM else tell_assessment(assessment)

    def end(self, summary: Summary) -> Iterable[str]:
        """Yield what the whole came to."""
        yield from tell_summary(summary, self.names, verdicts=self.series.mode is Mode.EXAM)
        if self.object_to and any(charged(one.assessment) for one in summary.done):
            yield common.OBJECT_LATER.format(id=self.series.id)

    # ------------------------------------------------------------ what is done

    def one(self) -> None:
        """Put one item, take its answer and tell what it came to."""
        item = self.series.item
        assert item
        self.write("")
        self.say()
        if self.put_at != self.series.progress.moves:
            # What was told before the prompt is no time spent on the answer; a slip and its message are.
            self.put_at = self.series.progress.moves
            self.series.look()
        try:
            assessment = self.series.answer(self.asker.ask(item))
        except _AgainError:
            return
        except RefusedError as refusal:
            self.write(str(refusal))
            return
        self.tell(self.judged(assessment))

    def say(self) -> None:
        """Tell the present item."""
        if self.series.item:
            self.tell(self.put(self.series.item))

    def ask(self, question: str) -> str:
        """Return what is typed: a line that ends with a backslash goes on, commands are done on the way."""
        self.write(question)
        while True:
            text = self.typed()
            if not text.startswith("/") or text.startswith("//"):
                return text.removeprefix("/") if text.startswith("//") else text
            self.command(text.strip())

    def typed(self) -> str:
        """Return what is typed, with the lines it goes on in."""
        lines: list[str] = []
        while True:
            line = self.read_line().rstrip("\r\n")
            goes_on = line.endswith("\\")
            lines.append(line[:-1] if goes_on else line)
            if not goes_on:
                return "\n".join(lines)

    def command(self, text: str) -> None:
        """Do a command."""
        name, _, rest = text.partition(" ")
        if name == "/quit":
            raise _LeftError
        if name == "/retry":
            self.retry()
        elif name == "/say":
            self.say()
        elif name == "/object" and self.object_to:
            self.disagree(self.object_to, rest.strip())
        elif name == "/list":
            spot = isinstance(self.series.item, SpotItem)
            self.asker.listed(self.asker.prohibitions if spot else self.asker.qualities)
        else:
            if name != "/help":
                self.write(ru.UNKNOWN_COMMAND.format(command=visible(name)))
            self.write(self.HELP)

    def disagree(self, object_to: ObjectTo, rest: str) -> None:
        """Object to what was taken off the last answer: its number, then why."""
        last = self.series.kept[-1] if self.series.kept and self.series.mode is not Mode.EXAM else None
        places = charged(last.assessment) if last else []
        number, _, why = rest.partition(" ")
        if last is None or not places:
            self.write(ru.NOTHING_TO_OBJECT)
        elif not (number.isdecimal() and int(number) in places and why.strip()):
            numbers = ", ".join(map(str, places))
            self.write(ru.OBJECT_HOW.format(numbers=numbers, first=places[0]))
        else:
            try:
                object_to(last.number, int(number), why.strip())
            except InputError as error:
                self.write(common.NOT_OBJECTED.format(why=visible(error.problems[0].text)))
            else:
                self.write(common.OBJECTED)

    def retry(self) -> None:
        """Take the last answer back and put its item again."""
        try:
            self.series.retry()
        except RefusedError as refusal:
            self.write(str(refusal))
            return
        raise _AgainError

    def tell(self, lines: Iterable[str]) -> None:
        """Write lines."""
        for line in lines:
            self.write(line)


def charged(assessment: Assessment) -> list[int]:
    """Return the numbers of what was taken off, from 1; a remark that costs nothing has a number too, and is none."""
    return [place for place, loss in enumerate(assessment.losses, 1) if loss.points]
