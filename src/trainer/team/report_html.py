"""A report as one page: opens without a network, can be printed, and nothing that anybody typed can run in it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from trainer.model.points import whole
from trainer.team import report_svg as pictures
from trainer.team import report_texts_ru as ru
from trainer.team.report import PersonReport, Report, weakest
from trainer.team.report_svg import day, safe
from trainer.team.report_words import change, number, period, summary

# So many people make one picture, so that a printed page need not cut it.
_TOGETHER = 20
_MOST_BARS, _MOST_CHANGES = 20, 60
_PAGE = """\
<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def as_html(report: Report) -> str:
    """Return the whole page."""
    return _PAGE.format(
        policy=_policy(), title=safe(report.title), style=_style(), body="\n".join(_body(report))
    )


@cache
def _style() -> str:
    return (Path(__file__).parent / "report.css").read_text(encoding="utf-8")


def _policy() -> str:
    """Return what the page may do: nothing but look as it looks."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _body(report: Report) -> Iterator[str]:
    yield f"<h1>{safe(report.title)}</h1>"
    made = ru.MADE.format(when=f"{report.made:%d.%m.%Y %H:%M}")
    yield f'<p class="quiet">{safe(period(report.chosen))}. {safe(made)}.</p>'
    if not report.answers:
        yield f"<p>{safe(ru.NOBODY)}</p>"
        return
    yield f'<p class="sum">{safe(summary(report))}</p>'
    if told := change(report.before, report.after):
        yield f"<p>{safe(told)}</p>"
    yield from _time(report)
    yield from _people(report)
    yield from _qualities(report)
    yield from _standards(report)
    yield from _packs(report)
    yield from _changes(report)


def _time(report: Report) -> Iterator[str]:
    if report.weeks:
        yield f"<h2>{safe(ru.TIME)}</h2>"
        yield pictures.line(report.weeks)


def _people(report: Report) -> Iterator[str]:
    yield f"<h2>{safe(ru.PEOPLE)}</h2>"
    names = ("name", "answers", "score", "finished", "last", "before", "after", "weeks", "weak")
    yield _table(names, (_row(one, report) for one in report.people))


def _row(one: PersonReport, report: Report) -> list[str]:
    titles = dict(report.qualities)
    weak = ", ".join(titles[name].lower() for name in weakest(one.qualities, 2))
    name = ru.LEFT.format(name=one.name) if one.left else one.name
    numbers = [_cell(_rounded(value), right=True) for value in (one.before, one.after)]
    return [
        _cell(safe(name)),
        _cell(str(one.answers), right=True),
        _cell(_rounded(one.score), right=True),
        _cell(f"{one.finished} / {one.begun}", right=True),
        _cell(day(one.last) if one.last else ru.NONE, right=True),
        *numbers,
        _cell(pictures.sparkline(one.weeks) if one.weeks else ""),
        _cell(safe(weak) or ru.NONE),
    ]


def _qualities(report: Report) -> Iterator[str]:
    yield f"<h2>{safe(ru.QUALITIES)}</h2>"
    yield f'<p class="quiet">{safe(ru.QUALITIES_ABOUT)}</p>'
    people = [one for one in report.people if one.answers]
    for first in range(0, len(people), _TOGETHER):
        yield f'<div class="scroll">{pictures.heat_map(people[first : first + _TOGETHER], report.qualities)}</div>'


def _standards(report: Report) -> Iterator[str]:
    titles = dict(report.qualities)
    yield f"<h2>{safe(ru.STANDARDS)}</h2>"
    yield f'<p class="quiet">{safe(ru.STANDARDS_ABOUT)}</p>'
    costly = [row for row in report.standards if row.loss.points]
    if costly:
        yield f'<div class="scroll">{pictures.bars(costly[:_MOST_BARS])}</div>'
    rows = (
        [
            _cell(safe(row.title)),
            _cell(safe(titles.get(row.quality, row.quality))),
            _cell(number(row.loss.each, 2), right=True),
            _cell(str(row.loss.shown), right=True),
            _cell(str(row.loss.lost), right=True),
        ]
        for row in report.standards
    )
    yield _table(("standard", "quality", "points", "shown", "lost"), rows)


def _packs(report: Report) -> Iterator[str]:
    yield f"<h2>{safe(ru.PACKS)}</h2>"
    rows = (
        [
            _cell(safe(one.title) or ru.NONE),
            _cell(str(one.people), right=True),
            _cell(str(one.answers), right=True),
            _cell(_rounded(one.score), right=True),
        ]
        for one in report.packs
    )
    yield _table(("pack", "people", "answers", "score"), rows)


def _changes(report: Report) -> Iterator[str]:
    if not report.changes:
        return
    names = {one.id: one.name for one in report.people}
    yield f"<h2>{safe(ru.CHANGES)}</h2>"
    rows = (
        [
            _cell(safe(names.get(one.person, one.person))),
            _cell(safe(one.title)),
            *(_cell(str(value), right=True) for value in (one.count, one.first, one.last)),
        ]
        for one in report.changes[:_MOST_CHANGES]
    )
    yield _table(("name", "scenario", "count", "before", "after"), rows)
    if more := len(report.changes) - _MOST_CHANGES:
        yield f'<p class="quiet">{safe(ru.MORE.format(count=more))}</p>' if more > 0 else ""


# Columns whose cells stand at the right.
_NUMBERS = frozenset(
    {"answers", "score", "finished", "last", "before", "after", "points", "shown", "lost", "people", "count"}
)


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    heads = "".join(
        f"<th{' class=number' if name in _NUMBERS else ''}>{safe(ru.COLUMNS[name])}</th>" for name in names
    )
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(inner: str, *, right: bool = False) -> str:
    """Return a cell around what is safe already."""
    return f"<td class=number>{inner}</td>" if right else f"<td>{inner}</td>"


def _rounded(value: float | None) -> str:
    return ru.NONE if value is None else str(whole(value))
