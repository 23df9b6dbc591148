"""A report line by line: each line says by itself whom and what it is about."""

from collections.abc import Iterator

from trainer.cli.plain_texts_ru import REPORT
from trainer.model.points import whole
from trainer.practice.visible import one_line
from trainer.team import report_texts_ru as ru
from trainer.team.report import PersonReport, Report, weakest
from trainer.team.report_svg import week_text
from trainer.team.report_words import change, number, period, summary

_MOST = 15


def lines(report: Report) -> Iterator[str]:
    """Yield the report: the sums, then people with their qualities and weeks, then the standards that cost most."""
    yield one_line(report.title)
    yield period(report.chosen)
    if not report.answers:
        yield ru.NOBODY
        return
    yield summary(report)
    if said := change(report.before, report.after):
        yield said
    titles = dict(report.qualities)
    for one in report.people:
        yield person(one, report)
        for name, loss in one.qualities.items():
            about = {"title": titles.get(name, name), "points": number(loss.each)}
            yield REPORT["quality"].format(name=one_line(one.name), word=ru.LEVELS[loss.level.value], **about)
        for week in one.weeks:
            if week.score is not None:
                yield REPORT["week"].format(name=one_line(one.name), week=week_text(week))
    yield from standards(report)


def person(one: PersonReport, report: Report) -> str:
    """Return how one person stands, in a line."""
    titles = dict(report.qualities)
    weak = ", ".join(titles[name].lower() for name in weakest(one.qualities, 2)) or REPORT["none"]
    score = ru.NONE if one.score is None else whole(one.score)
    return REPORT["person"].format(name=one_line(one.name), answers=one.answers, score=score, weak=weak)


def standards(report: Report) -> Iterator[str]:
    """Yield the standards that cost points, the dearest first."""
    costly = [one for one in report.standards if one.loss.points]
    if not costly:
        yield REPORT["nothing"]
    for one in costly[:_MOST]:
        about = {"title": one_line(one.title), "points": number(one.loss.each)}
        yield REPORT["standard"].format(lost=one.loss.lost, shown=one.loss.shown, **about)
