"""«Where am I» line by line, for ears as well as eyes: whole sentences, no drawings."""

from collections.abc import Iterator

from trainer.team.progress import texts_ru as ru
from trainer.team.progress import words
from trainer.team.progress.build import Progress
from trainer.team.progress.days import CalendarDay
from trainer.team.progress.gain import Gain
from trainer.team.progress.lines import Line


def tell(found: Progress) -> Iterator[str]:
    """Yield everything, a line a thing."""
    yield words.title(found)
    if not found.answers:
        yield from ru.EMPTY
        return
    yield words.summary(found)
    yield ru.RECENT
    yield words.streak(found)
    scores = "; ".join(
        ru.PLAIN_WEEK.format(day=words.day_month(week), value=words.number(score, 0))
        for week, score in zip(found.weeks, found.weekly, strict=True)
        if score is not None
    )
    if scores:
        yield f"{ru.SCORES}: {scores}."
    yield f"{ru.QUALITIES}."
    yield from (_line(one, found) for one in found.qualities)
    yield from _costly(found)
    yield from _gains(found)
    yield f"{ru.CALENDAR}."
    yield from (_week(week) for week in found.calendar)
    yield f"{ru.STANDARDS}."
    yield from (_line(one, found) for one in found.standards)


def _line(one: Line, found: Progress) -> str:
    if one.each is None:
        return ru.PLAIN_LINE.format(title=one.title, value=words.level(one)) + "."
    told = ru.PLAIN_LINE_LEVEL.format(points=words.number(one.each), level=words.level(one))
    weeks = "; ".join(
        ru.PLAIN_WEEK.format(day=words.day_month(week), value=words.number(lost))
        for week, lost in zip(found.weeks, one.weeks, strict=True)
        if lost is not None
    )
    by_week = f" {ru.PLAIN_WEEKS.format(weeks=weeks)}" if weeks else ""
    return ru.PLAIN_LINE.format(title=one.title, value=told) + "." + by_week


def _costly(found: Progress) -> Iterator[str]:
    yield f"{ru.COSTLY}."
    if not found.costly:
        yield ru.NOTHING_COSTLY
    for place, one in enumerate(found.costly, 1):
        fix = f" {ru.FIX.format(fix=one.fix)}" if one.fix else ""
        yield f"{place}. {one.title}: {words.costly(one)}.{fix}"


def _gains(found: Progress) -> Iterator[str]:
    yield f"{ru.GAINS}. {ru.GAINS_KEY}"
    helpful = [one for one in found.gains if one.points > 0]
    if not helpful:
        yield ru.NO_GAINS
    for one in helpful:
        yield _gain(one, found)


def _gain(one: Gain, found: Progress) -> str:
    told = [ru.GAIN_ROW.format(points=words.number(one.points)), words.can(one)]
    helps = ru.GAIN_MOST.format(titles=words.most(one, found))
    return f"{words.form(one)}: {', '.join(told)}; {helps}."


def _week(week: tuple[CalendarDay, ...]) -> str:
    days = [
        ru.PLAIN_DAY.format(day=name.lower(), count=one.answers if one.answers else ru.PLAIN_FORGIVEN)
        for name, one in zip(ru.WEEKDAYS, week, strict=True)
        if one.answers or one.forgiven
    ]
    return ru.PLAIN_CALENDAR.format(
        day=words.day_month(week[0].day), days=", ".join(days) or ru.PLAIN_NO_DAYS
    )
