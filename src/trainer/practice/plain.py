"""The session line by line: for screen readers, pipes and small terminals."""

from collections.abc import Callable, Iterable

from trainer.model.problem import InputError
from trainer.model.standard import Catalogue
from trainer.practice import texts_ru as ru
from trainer.practice.person import introduced
from trainer.practice.records import Mode, RefusedError, Stage, TurnResult
from trainer.practice.session import Session
from trainer.practice.tell import Names, tell_note, tell_verdict
from trainer.practice.tell_debrief import tell_debrief
from trainer.practice.visible import visible

ReadLine = Callable[[], str]
Write = Callable[[str], None]
ObjectTo = Callable[[int, int, str], None]
"""Keeps an objection to a deduction of an answer, both counted from 1; raises InputError."""
Follow = Callable[[Session], tuple[Session, str]]
"""Returns the session to go on with, and what there is to tell of it: a scenario may change while it is played."""


class _LeftError(Exception):
    """The person leaves; the session can be resumed."""


def run_plain(
    session: Session,
    catalogue: Catalogue,
    read_line: ReadLine,
    write: Write,
    how_to_resume: str = "",
    object_to: ObjectTo | None = None,
    follow: Follow | None = None,
) -> bool:
    """Play a session to its end; True when it was finished, False when the person left before.

    ``read_line`` returns a line and raises EOFError at the end of input; ``write`` shows one text.
    Ctrl+C and the end of input leave with a goodbye; what was typed is kept. ``how_to_resume`` is the
    command for that, empty when the store forgets. ``object_to`` keeps objections, ``follow`` is asked before each line.
    """
    return _Plain(session, Names(catalogue), read_line, write, object_to, follow).run(how_to_resume)


class _Plain:
    def __init__(
        self,
        session: Session,
        names: Names,
        read_line: ReadLine,
        write: Write,
        object_to: ObjectTo | None = None,
        follow: Follow | None = None,
    ) -> None:
        self.session, self.names = session, names
        self.read_line, self.write = read_line, write
        self.object_to, self.follow = object_to, follow
        self.hints_given = self.models_given = 0
        self.commands: dict[str, Callable[[str], None]] = {
            "/card": self.card,
            "/hint": lambda _: self.hint(),
            "/model": lambda _: self.model(),
            "/retry": lambda _: self.retry(),
            "/say": lambda _: self.say(),
            "/object": self.disagree,
            "/help": lambda _: self.write(ru.HELP),
            "/skip": lambda _: self.skip(),
            "/quit": self.leave,
        }

    def run(self, how_to_resume: str) -> bool:
        try:
            self.begin()
            while self.session.stage is not Stage.DONE:
                self.take(self.read_answer())
                self.look()
        except (_LeftError, EOFError, KeyboardInterrupt):
            self.write(ru.GOODBYE_KEPT.format(how=how_to_resume) if how_to_resume else ru.GOODBYE)
            return False
        return True

    def begin(self) -> None:
        session = self.session
        mode = ru.MODE_NAMES[session.mode]
        scenario = session.scenario
        self.write(
            ru.HELLO.format(title=visible(scenario.title), company=visible(scenario.company), mode=mode)
        )
        self.write(visible(scenario.briefing))
        self.write(ru.CLIENT_IS.format(who=visible(introduced(scenario.client))))
        if session.kept:
            self.write(ru.RESUMED)
        if session.stage is Stage.TALK:
            self.write(ru.YOU_ANSWER)
        self.say()
        if draft := session.draft():
            self.write(ru.DRAFT.format(text=visible(draft)))
        self.await_answer()

    def await_answer(self) -> None:
        """Note that everything is told and an answer is expected: the time it takes counts from here."""
        if self.session.stage is Stage.TALK:
            self.session.look()

    def look(self) -> None:
        """Go on with what the scenario has become meanwhile."""
        if self.follow and self.session.stage is Stage.TALK:
            self.session, told = self.follow(self.session)
            if told:
                self.write(visible(told))
                self.say()

    def read_answer(self) -> str:
        """Read one answer; a line that ends with a backslash goes on. Unsent lines become the draft."""
        lines: list[str] = []
        while True:
            try:
                line = self.read_line().rstrip("\r\n")
            except (EOFError, KeyboardInterrupt):
                if lines:
                    self.session.save_draft("\n".join(lines))
                raise
            goes_on = line.endswith("\\")
            lines.append(line[:-1] if goes_on else line)
            if not goes_on:
                return "\n".join(lines)

    def take(self, text: str) -> None:
        """Do what a line asks for: a command, an answer, or a note."""
        try:
            if text.startswith("/") and not text.startswith("//"):
                self.command(text)
            elif self.session.stage is Stage.NOTE:
                self.note(text)
            else:
                self.answer(text.removeprefix("/") if text.startswith("//") else text)
        except RefusedError as refusal:
            self.write(str(refusal))

    def command(self, text: str) -> None:
        name, _, rest = text.partition(" ")
        action = self.commands.get(name.strip())
        if action is None:
            self.write(ru.UNKNOWN_COMMAND.format(command=visible(name)))
            return
        action(rest.strip())

    def say(self) -> None:
        session = self.session
        if session.stage is Stage.NOTE:
            self.write(ru.NOTE_ASK if session.scenario.note.facts else ru.ALL_SAID)
            return
        mood = ru.MOODS[session.mood]
        name = visible(session.scenario.client.name)
        self.write(ru.CLIENT_SAYS.format(name=name, mood=mood, line=visible(session.line())))

    def answer(self, text: str) -> None:
        result = self.session.answer(text)
        self.hints_given = self.models_given = 0
        if self.session.mode is Mode.EXAM:
            self.write(ru.ACCEPTED)
        else:
            self.tell(tell_verdict(result.verdict, self.names))
        self.reaction(result)
        self.say()
        self.await_answer()

    def reaction(self, result: TurnResult) -> None:
        before, after = ru.MOODS[result.step.mood_before], ru.MOODS[result.step.mood_after]
        self.write((ru.MOOD_SAME if before == after else ru.MOOD_MOVED).format(before=before, after=after))
        if result.step.remark:
            self.write(visible(result.step.remark))
        if result.step.ended:
            self.write(visible(result.says))

    def note(self, text: str) -> None:
        if not self.session.scenario.note.facts:  # nothing is to be written down: whatever is typed goes on
            self.finish()
            return
        result = self.session.note(text)
        self.tell(tell_note(result, self.session.scenario.note.model_answer))
        self.finish()

    def skip(self) -> None:
        if self.session.stage is Stage.TALK:
            raise RefusedError(ru.TALK_GOES_ON)
        self.finish()

    def finish(self) -> None:
        exam = self.session.mode is Mode.EXAM
        self.tell(tell_debrief(self.session.finish(), self.names, verdicts=exam))
        if self.object_to and any(one.verdict.deductions for one in self.session.kept):
            self.write(ru.OBJECT_LATER.format(id=self.session.id))
        self.write(ru.DONE)

    def card(self, number: str) -> None:
        pieces = self.session.scenario.card
        if not pieces:
            self.write(ru.CARD_EMPTY)
        elif not number:
            self.card_list()
        elif not number.isdecimal() or not 1 <= int(number) <= len(pieces):
            self.write(ru.CARD_NUMBER.format(last=len(pieces)))
        else:
            piece = self.session.look_up(pieces[int(number) - 1].id)
            self.write(ru.CARD_TEXT.format(title=visible(piece.title), text=visible(piece.text)))

    def card_list(self) -> None:
        self.write(ru.CARD_LIST)
        opened = self.session.opened()
        for number, piece in enumerate(self.session.scenario.card, 1):
            mark = ru.CARD_OPENED if piece in opened else ""
            self.write(ru.CARD_PIECE.format(number=number, title=visible(piece.title), opened=mark))

    def hint(self) -> None:
        hints = self.session.hints()
        if self.hints_given >= len(hints):
            self.write(ru.NO_HINTS)
            return
        self.session.helped("hint")
        self.hints_given += 1
        text = visible(hints[self.hints_given - 1])
        self.write(ru.HINT.format(number=self.hints_given, text=text))

    def model(self) -> None:
        """Tell a model answer; asked again, the next one."""
        models = self.session.model_answers()
        if not models:
            self.write(ru.NO_MODEL)
            return
        self.session.helped("model")
        number = self.models_given % len(models)
        self.models_given += 1
        template = ru.MODEL_OF if len(models) > 1 else ru.MODEL
        self.write(template.format(number=number + 1, of=len(models), text=visible(models[number])))

    def retry(self) -> None:
        self.session.retry()
        self.hints_given = self.models_given = 0
        self.write(ru.TAKEN_BACK)
        self.say()
        self.await_answer()

    def disagree(self, rest: str) -> None:
        """Object to a deduction of the last answer: its number, then why."""
        number, _, why = rest.partition(" ")
        lost = self.session.kept[-1].verdict.deductions if self.session.kept else ()
        if self.object_to is None or self.session.mode is Mode.EXAM or not lost:
            self.write(ru.NOTHING_TO_OBJECT)
        elif not (number.isdecimal() and 1 <= int(number) <= len(lost) and why.strip()):
            self.write(ru.OBJECT_HOW.format(last=len(lost)))
        else:
            try:
                self.object_to(self.session.kept[-1].number, int(number), why.strip())
            except InputError as error:
                self.write(ru.NOT_OBJECTED.format(why=visible(error.problems[0].text)))
            else:
                self.write(ru.OBJECTED)

    def leave(self, _rest: str) -> None:
        raise _LeftError

    def tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)
