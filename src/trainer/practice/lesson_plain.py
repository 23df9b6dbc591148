"""The first lesson line by line."""

from collections.abc import Callable

from trainer.model.standard import Catalogue
from trainer.practice import lesson
from trainer.practice import lesson_texts_ru as ru
from trainer.practice import texts_ru as common
from trainer.practice.person import introduced
from trainer.practice.records import RefusedError, Stage
from trainer.practice.session import Session
from trainer.practice.tell import Names, tell_verdict
from trainer.practice.visible import visible

ReadLine = Callable[[], str]
Write = Callable[[str], None]


def run_lesson(session: Session, catalogue: Catalogue, read_line: ReadLine, write: Write) -> bool:
    """Play the lesson; True when it was done to its end, False when it was skipped or the input ended."""
    for text in (ru.TITLE, ru.HELLO, ru.PLAIN_HELLO):
        write(text)
    lesson_talk = _Lesson(session, Names(catalogue), write)
    try:
        if read_line().strip() in _LEAVING:
            write(ru.SKIPPED)
            return False
        lesson_talk.begin()
        while session.stage is Stage.TALK:
            if not lesson_talk.take(read_line().rstrip("\r\n")):
                write(ru.SKIPPED)
                return False
    except (EOFError, KeyboardInterrupt):
        return False
    write(ru.DONE_PLAIN)
    return True


_LEAVING = ("/skip", "/quit")


class _Lesson:
    def __init__(self, session: Session, names: Names, write: Write) -> None:
        self.session, self.names, self.write = session, names, write

    def begin(self) -> None:
        scenario = self.session.scenario
        self.write(visible(scenario.briefing))
        self.write(common.CLIENT_IS.format(who=visible(introduced(scenario.client))))
        self.say()

    def take(self, line: str) -> bool:
        """Do what a line asks for; False when it asks to leave."""
        if line.strip() in _LEAVING:
            return False
        try:
            self._do(line)
        except RefusedError as refused:
            self.write(str(refused))
        return True

    def _do(self, line: str) -> None:
        if line.startswith("/card"):
            piece = self.session.look_up(self.session.scenario.card[0].id)
            self.write(common.CARD_TEXT.format(title=visible(piece.title), text=visible(piece.text)))
        elif line.strip() == "/retry":
            self.session.retry()
            self.write(common.TAKEN_BACK)
            self.say()
        elif line.startswith("/"):
            self.write(ru.PLAIN_COMMANDS)
        else:
            self._answer(line)

    def _answer(self, text: str) -> None:
        result = self.session.answer(text)
        for told in tell_verdict(result.verdict, self.names):
            self.write(told)
        self.write(lesson.after(self.session, result.attempt, lesson.PLAIN))
        if self.session.stage is Stage.TALK:
            self.say()

    def say(self) -> None:
        mood, name = common.MOODS[self.session.mood], visible(self.session.scenario.client.name)
        self.write(common.CLIENT_SAYS.format(name=name, mood=mood, line=visible(self.session.line())))
        self.write(lesson.before(self.session, lesson.PLAIN))
