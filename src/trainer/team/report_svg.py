"""The pictures of a report as SVG that stands within a page: no script, no style of its own, no reference to anything."""

from collections.abc import Iterator, Sequence
from html import escape

from trainer.model.points import whole
from trainer.practice.visible import one_line
from trainer.team import report_texts_ru as ru
from trainer.team.report import Loss, PersonReport, StandardReport, Week
from trainer.team.report_words import number

# Sizes in pixels of the page.
_NAME, _CELL, _ROW, _HEAD = 160, 120, 38, 24
_BAR_TITLE, _BAR_WIDTH, _BAR_ROW = 330, 560, 24
_WIDE, _TALL = 1040, 150
_SPARK_WIDE, _SPARK_TALL = 120, 26
_MOST_LETTERS = 24


def heat_map(people: Sequence[PersonReport], qualities: Sequence[tuple[str, str]]) -> str:
    """Return the losses of people by quality: a colour, a number and a word in each cell."""
    return _svg(
        _NAME + _CELL * len(qualities), _HEAD + _ROW * len(people), ru.QUALITIES, _cells(people, qualities)
    )


def _cells(people: Sequence[PersonReport], qualities: Sequence[tuple[str, str]]) -> Iterator[str]:
    for column, (_, title) in enumerate(qualities):
        yield _text(_NAME + _CELL * column + _CELL / 2, 14, cut(title, 18), "head", middle=True)
    for row, person in enumerate(people):
        top = _HEAD + _ROW * row
        yield _text(0, top + 23, cut(person.name), "name")
        for column, (name, title) in enumerate(qualities):
            yield _cell(_NAME + _CELL * column, top, person, title, person.qualities[name])


def _cell(left: int, top: int, person: PersonReport, title: str, loss: Loss) -> str:
    value, word = (number(loss.each) if loss.answers else ru.NONE), ru.LEVELS[loss.level]
    about = ru.CELL.format(name=person.name, quality=title, points=value, word=word)
    return (
        f"<g><title>{safe(about)}</title>"
        f'<rect class="{loss.level}" x="{left + 1}" y="{top + 1}" width="{_CELL - 2}" height="{_ROW - 2}" rx="4"/>'
        f"{_text(left + _CELL / 2, top + 18, value, 'value', middle=True)}"
        f"{_text(left + _CELL / 2, top + 31, word, 'word', middle=True)}</g>"
    )


def bars(rows: Sequence[StandardReport]) -> str:
    """Return what the standards cost an answer, one bar each."""
    most = max((row.loss.each for row in rows), default=0) or 1
    return _svg(_BAR_TITLE + _BAR_WIDTH + 60, _BAR_ROW * len(rows) + 4, ru.STANDARDS, _bars(rows, most))


def _bars(rows: Sequence[StandardReport], most: float) -> Iterator[str]:
    for place, row in enumerate(rows):
        top, width = _BAR_ROW * place, max(1.0, _BAR_WIDTH * row.loss.each / most)
        value = number(row.loss.each, 2)
        yield (
            f"<g><title>{safe(ru.BAR.format(title=row.title, points=value))}</title>"
            f"{_text(0, top + 16, cut(row.title, 46), 'name')}"
            f'<rect class="bar" x="{_BAR_TITLE}" y="{top + 4}" width="{width:.1f}" height="{_BAR_ROW - 8}" rx="3"/>'
            f"{_text(_BAR_TITLE + width + 8, top + 16, value, 'value')}</g>"
        )


def line(weeks: Sequence[Week]) -> str:
    """Return the mean score over the weeks, with a scale and the first and the last week named."""
    return _svg(_WIDE, _TALL, ru.TIME, _line(weeks))


def _line(weeks: Sequence[Week]) -> Iterator[str]:
    left, right, top, bottom = 34, _WIDE - 12, 10, _TALL - 24
    for value in (0, 50, 100):
        y = bottom - (bottom - top) * value / 100
        yield f'<line class="grid" x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield _text(0, y + 4, str(value), "small")
    yield from _path(weeks, left, right, top, bottom, dots=len(weeks) <= 60)
    yield _text(left, _TALL - 6, day(weeks[0].monday), "small")
    if len(weeks) > 1:
        yield f'<text class="small" text-anchor="end" x="{right}" y="{_TALL - 6}">{day(weeks[-1].monday)}</text>'


def sparkline(weeks: Sequence[Week]) -> str:
    """Return the mean score over the weeks as a small line without a scale: its height is 0-100."""
    told = "; ".join(week_text(week) for week in weeks[-3:])
    box = (3, _SPARK_WIDE - 3, 3, _SPARK_TALL - 3)
    return _svg(_SPARK_WIDE, _SPARK_TALL, told, _path(weeks, *box, dots=len(weeks) <= 12, gaps=False))


def _path(
    weeks: Sequence[Week], left: int, right: int, top: int, bottom: int, *, dots: bool, gaps: bool = True
) -> Iterator[str]:
    """Yield the line in pieces: a week without answers is a gap, and a lone week a dot."""
    step = (right - left) / max(1, len(weeks) - 1)
    pieces: list[list[tuple[float, float, Week]]] = [[]]
    for place, week in enumerate(weeks):
        if week.score is None:
            pieces += [[]] if gaps else []
        else:
            pieces[-1].append((left + step * place, bottom - (bottom - top) * week.score / 100, week))
    for piece in pieces:
        if len(piece) > 1:
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in piece)
            yield f'<polyline class="line" points="{points}"/>'
        if dots or len(piece) == 1:
            for x, y, week in piece:
                told = safe(week_text(week))
                yield f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="2.5"><title>{told}</title></circle>'


def week_text(week: Week) -> str:
    """Return what a week came to, in words."""
    if week.score is None:
        return ru.WEEK_EMPTY.format(monday=day(week.monday))
    return ru.WEEK.format(monday=day(week.monday), score=whole(week.score), answers=week.answers)


def safe(text: str) -> str:
    """Return text of people or packs fit to stand in a page: on one line, nothing invisible, no markup."""
    return escape(one_line(text), quote=True)


def day(iso: str) -> str:
    """Return a date of the store as people write it; what is no date comes out as it is, escaped."""
    year, _, rest = iso[:10].partition("-")
    month, _, date = rest.partition("-")
    return f"{date}.{month}.{year}" if (year + month + date).isdigit() and date else safe(iso[:10])


def cut(text: str, most: int = _MOST_LETTERS) -> str:
    """Return text on one line, cut where it would run into its neighbour."""
    flat = one_line(text)
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _text(x: float, y: float, text: str, kind: str, *, middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text class="{kind}"{anchor} x="{x:g}" y="{y:g}">{safe(text)}</text>'


def _svg(width: int, height: int, about: str, parts: Iterator[str]) -> str:
    return (
        f'<svg role="img" aria-label="{safe(about)}" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{"".join(parts)}</svg>'
    )
