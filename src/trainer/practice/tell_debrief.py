"""Debriefs told in plain lines, for ears and for files."""

from collections.abc import Iterator

from trainer.practice import texts_ru as ru
from trainer.practice.debrief import Debrief
from trainer.practice.person import portrait
from trainer.practice.process import ProcessMark
from trainer.practice.records import Attempt
from trainer.practice.tell import Names, tell_verdict
from trainer.practice.visible import one_line, visible
from trainer.practice.ways import OtherWay, other_ways

_MOST_WAYS = 3  # as on the screen: more nobody listens to


def tell_debrief(sum_up: Debrief, names: Names, *, verdicts: bool) -> Iterator[str]:
    """Yield a debrief line by line; with ``verdicts`` each answer's verdict too (for an exam)."""
    if sum_up.ending:
        outcome = ru.OUTCOMES[sum_up.ending.outcome]
        yield ru.ENDED.format(outcome=outcome, title=sum_up.ending.title, text=visible(sum_up.ending.text))
    yield ru.DEBRIEF.format(score=sum_up.score)
    yield ru.QUALITIES
    for quality in names.qualities():
        if quality in sum_up.qualities:
            yield ru.QUALITY.format(title=names.quality(quality), value=sum_up.qualities[quality])
    yield ru.PATH
    for number, attempt in enumerate(sum_up.path, 1):
        yield _step(number, attempt, sum_up)
        yield from _others(attempt, sum_up, names)
        if verdicts:
            yield from tell_verdict(attempt.verdict, names)
    yield from _to_train(sum_up, names)
    yield from _process(sum_up.process, names)
    yield from _portrait(sum_up)


def _step(number: int, attempt: Attempt, sum_up: Debrief) -> str:
    return ru.STEP.format(
        number=number,
        name=sum_up.scenario.client.name,
        line=one_line(attempt.line),
        text=one_line(attempt.text),
        score=attempt.verdict.score,
        mood=ru.MOODS[attempt.after.mood],
    )


def _others(attempt: Attempt, sum_up: Debrief, names: Names) -> Iterator[str]:
    for other in other_ways(sum_up.scenario, attempt, names)[:_MOST_WAYS]:
        yield ru.OTHER_WAY.format(when=other.when, to=_where(other))


def _where(other: OtherWay) -> str:
    if other.outcome is None:
        return other.to
    # On a screen a colour says how an ending is.
    return ru.TO_ENDING.format(to=other.to, outcome=ru.OUTCOMES[other.outcome].lower())


def _to_train(sum_up: Debrief, names: Names) -> Iterator[str]:
    if sum_up.train_next:
        yield ru.TRAIN_NEXT
    for standard, points in sum_up.train_next:
        yield ru.TRAIN_ITEM.format(title=names.standard(standard), points=points, fix=names.fix(standard))


def _portrait(sum_up: Debrief) -> Iterator[str]:
    told = portrait(sum_up.scenario.client)
    if told:
        yield ru.ABOUT_CLIENT
    for title, text in told:
        yield ru.PORTRAIT_LINE.format(title=title, text=visible(text))


def _process(marks: tuple[ProcessMark, ...], names: Names) -> Iterator[str]:
    if marks:
        yield ru.PROCESS
    for mark in marks:
        title, source = names.standard(mark.standard), names.source(mark.standard)
        template = ru.PROCESS_KEPT if mark.kept else ru.PROCESS_MISSED
        yield template.format(title=title, source=source, lacks=visible("; ".join(mark.lacks)))
