"""Review of somebody's answer in four steps: is it enough, what comes next, better words, the quality that lacked."""

from collections.abc import Collection, Iterator

from trainer.model.exercise import ReviewItem
from trainer.model.verdict import Verdict
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.assessment import Assessment, Loss, Part, assessed
from trainer.practice.exercises.ports import ReadingJudge
from trainer.text.analysis import Text
from trainer.text.sameness import sameness
from trainer.text.wording import find_source

# What the four steps weigh; together 100. The answer in one's own words is the heart of it.
ENOUGH, NEXT, WORDS, QUALITIES = 20, 20, 40, 20
# A question so near to one of the author's is that question.
LIKE = 0.6


def assess(item: ReviewItem, answer: Answer, judge: ReadingJudge) -> Assessment:
    """Judge a review; the exercise must be settled, so that every item has its setting."""
    assert item.setting is not None
    steps = (
        (ru.STEP_ENOUGH, ENOUGH, list(_enough(item, answer))),
        (ru.STEP_NEXT, NEXT, list(_next(item, answer))),
        (ru.STEP_WORDS, WORDS, list(_words(item, answer, judge))),
        (ru.STEP_QUALITIES, QUALITIES, list(_qualities(item, answer))),
    )
    parts = [Part(title, of - sum(loss.points for loss in losses), of) for title, of, losses in steps]
    every = [loss for _, _, losses in steps for loss in losses]
    return assessed(every, why=item.why, better=item.model_answer, parts=parts)


def _enough(item: ReviewItem, answer: Answer) -> Iterator[Loss]:
    if answer.enough is not item.enough:
        why = ru.WAS_ENOUGH if item.enough else ru.WAS_NOT_ENOUGH
        yield Loss(ENOUGH, ru.STEP_ENOUGH, why)


def _next(item: ReviewItem, answer: Answer) -> Iterator[Loss]:
    said = answer.next_question.strip()
    if not (item.next_question or item.asks_about):
        # Nothing is left to ask, so any question is one too many; «ничего» says the same as silence.
        if said and not _says_nothing(said):
            yield Loss(NEXT, ru.STEP_NEXT, ru.NOTHING_TO_ASK)
        return
    if not (said and asks(item, said)):
        fix = ru.WOULD_ASK.format(questions=" ".join(item.next_question)) if item.next_question else ""
        yield Loss(NEXT, ru.STEP_NEXT, ru.OTHER_QUESTION if said else ru.NO_QUESTION, fix)


def asks(item: ReviewItem, question: str) -> bool:
    """Tell whether a question is one that the client would ask: by its wordings, or by likeness."""
    text = Text(question)
    return any(find_source(wording, text) for group in item.asks_about for wording in group) or any(
        sameness(question, other) >= LIKE for other in item.next_question
    )


def _says_nothing(said: str) -> bool:
    words = [token.lemma for token in Text(said).words]
    return 0 < len(words) <= 3 and bool(ru.NOTHING & set(words))


def _words(item: ReviewItem, answer: Answer, judge: ReadingJudge) -> Iterator[Loss]:
    if not answer.text.strip():
        yield Loss(WORDS, ru.STEP_WORDS, ru.EMPTY)
        return
    assert item.setting is not None
    verdict = judge.score(answer.text, item.setting)
    for points, deduction in zip(_scaled(verdict), verdict.deductions, strict=True):
        yield Loss(
            points,
            "",
            deduction.why,
            deduction.fix,
            deduction.standard,
            answer.text,
            deduction.evidence,
            deduction.source,
        )


def _scaled(verdict: Verdict) -> list[int]:
    """Return the points of each deduction on the scale of this step; they add up to what the score lost there."""
    lost = round(WORDS * (100 - verdict.score) / 100)
    whole = sum(item.points for item in verdict.deductions)
    points, done, seen = [], 0, 0
    for item in verdict.deductions:
        seen += item.points
        upto = round(lost * seen / whole) if whole else 0
        points.append(upto - done)
        done = upto
    return points


def _qualities(item: ReviewItem, answer: Answer) -> Iterator[Loss]:
    right, said = set(item.lacking), set(answer.lacking)
    lost = round(QUALITIES * (1 - _agreement(right, said)))
    if lost:
        why = ru.LACKED.format(names=_named(item.lacking)) if right else ru.NOTHING_LACKED
        yield Loss(lost, ru.STEP_QUALITIES, why)


def _agreement(right: Collection[str], said: Collection[str]) -> float:
    """Return how far two sets agree, 0-1: twice the shared ones over all of both; two empty ones agree."""
    both = len(right) + len(said)
    return 2 * len(set(right) & set(said)) / both if both else 1.0


def _named(ids: Collection[str]) -> str:
    from trainer.packs.own_standards import shipped

    qualities = shipped().qualities
    return ", ".join(qualities[name].title if name in qualities else name for name in ids)
