"""The sentences of a report, the same in every form."""

from datetime import date

from trainer.model.points import whole
from trainer.team import report_texts_ru as ru
from trainer.team.report import Report
from trainer.team.report_data import Selection


def period(chosen: Selection) -> str:
    """Return which days the report is about."""
    if chosen.since is None and chosen.until is None:
        return ru.ALL_TIME.capitalize()
    since, until = _day(chosen.since, ru.FROM_START), _day(chosen.until, ru.UNTIL_NOW)
    return ru.PERIOD.format(since=since, until=until).capitalize()


def summary(report: Report) -> str:
    """Return how many answers there are and their mean score."""
    if report.score is None:
        return ru.NO_ANSWERS
    return ru.SUMMARY.format(answers=report.answers, score=whole(report.score))


def change(before: float | None, after: float | None) -> str:
    """Return how first and last attempts compare; empty where nothing was tried twice."""
    if before is None or after is None:
        return ""
    first, last = whole(before), whole(after)
    by = last - first
    word = ru.BETTER if by > 0 else ru.WORSE if by < 0 else ru.SAME
    return ru.CHANGE_SUMMARY.format(before=first, after=last, change=word.format(by=abs(by)))


def number(value: float, digits: int = 1) -> str:
    """Return a number as it is written in Russian; without digits it is rounded like points everywhere."""
    return f"{value:.{digits}f}".replace(".", ",") if digits else str(whole(value))


def _day(day: date | None, otherwise: str) -> str:
    return f"{day:%d.%m.%Y}" if day else otherwise
