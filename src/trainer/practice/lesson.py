"""The first lesson: what is said beside a talk of two lines, by how the trainee has done so far. Pure."""

from dataclasses import dataclass

from trainer.practice import lesson_texts_ru as ru
from trainer.practice.records import Attempt
from trainer.practice.session import Session
from trainer.practice.texts_ru import MOODS
from trainer.practice.visible import one_line


@dataclass(frozen=True, slots=True)
class Ways:
    """How one goes on: the words for keys on a screen, or for commands in the plain mode."""

    retry: str
    next: str
    card: str
    words: str


ON_SCREEN = Ways(ru.RETRY, ru.NEXT, ru.CARD, ru.WORDS)
PLAIN = Ways(ru.RETRY_PLAIN, ru.NEXT_PLAIN, ru.CARD_PLAIN, ru.WORDS_PLAIN)


def before(session: Session, ways: Ways) -> str:
    """Return what is said beside the client's line; empty when the talk is over."""
    if not session.turn:
        return ""
    if _tried(session, session.turn.id):
        return ru.AGAIN.format(card=ways.card)
    name = one_line(session.scenario.client.name)
    return ru.BEFORE.get(session.turn.id, "").format(name=name)


def after(session: Session, attempt: Attempt, ways: Ways) -> str:
    """Return what is said beside the verdict on an answer that was just given."""
    if session.turn is None:
        return ru.LAST.format(next=ways.next).strip()
    earlier = [one for one in session.talk.attempts if one.turn == attempt.turn and one is not attempt]
    if earlier:
        mood = MOODS[attempt.after.mood]
        first, last = earlier[0].verdict.score, attempt.verdict.score
        return ru.BETTER.format(before=first, after=last, mood=mood, next=ways.next).strip()
    if not attempt.verdict.deductions:
        return f"{ru.CLEAN} {ways.next}".strip()
    return " ".join((_sum(attempt, ways), ru.LOST_NEXT.format(retry=ways.retry)))


def _sum(attempt: Attempt, ways: Ways) -> str:
    points = [item.points for item in attempt.verdict.deductions]
    sums = " + ".join(str(one) for one in points)
    template = ru.LOST if sum(points) <= 100 else ru.LOST_FLOOR
    told = {"words": ways.words, "other": ru.OTHER}
    return template.format(sums=sums, lost=sum(points), score=attempt.verdict.score, **told)


def _tried(session: Session, turn: str) -> bool:
    return any(attempt.turn == turn for attempt in session.talk.attempts)
