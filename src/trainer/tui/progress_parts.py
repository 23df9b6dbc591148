"""The parts of «where am I» as contents; numbers and words say whatever a colour says."""

from collections.abc import Iterator

from textual.content import Content

from trainer.practice.visible import one_line
from trainer.team.progress import texts_ru as ru
from trainer.team.progress import words
from trainer.team.progress.build import Progress
from trainer.team.progress.days import CalendarDay
from trainer.team.progress.gain import Gain
from trainer.team.progress.lines import Line
from trainer.team.report import Level
from trainer.tui.debrief_parts import cut

_COLORS = {
    Level.GOOD: "$success",
    Level.FAIR: "$warning",
    Level.WEAK: "$error",
    Level.UNSEEN: "$secondary",
}
_TITLE, _STANDARD, _LEVEL = 19, 36, 12
_CELL = 5
# Of the weeks so many have room in a column of half a wide screen.
_BARS = 10


def head(found: Progress) -> Content:
    """Return how good the answers are now, and the streak."""
    return Content.assemble(
        (words.summary(found), "bold"), " ", (ru.RECENT, "$secondary"), "\n", words.streak(found)
    )


def empty() -> Content:
    """Return what is said to somebody who has not begun."""
    first, then = ru.EMPTY
    return Content.assemble((first, "bold $primary"), "\n\n", then)


def qualities(found: Progress) -> Content:
    """Return a row a quality: what it costs an answer, the word for it, the weeks as bars, where it is going."""
    rows = [_row(one, _TITLE, words.QUALITY_WORST) for one in found.qualities]
    return Content("\n").join([*rows, Content.styled(ru.QUALITY_KEY, "$secondary")])


def standards(found: Progress) -> Content:
    """Return every standard in the same manner, under the titles of the qualities."""
    titles, quality = {one.id: one.title for one in found.qualities}, ""
    rows = [Content.styled(ru.STANDARD_KEY, "$secondary")]
    for one in found.standards:
        if one.quality != quality:
            quality = one.quality
            heading = one_line(titles.get(quality, quality)).upper()
            rows += [Content(""), Content.styled(heading, "bold $accent")]
        rows.append(_row(one, _STANDARD, words.STANDARD_WORST))
    return Content("\n").join(rows)


def _row(one: Line, width: int, worst: float) -> Content:
    color = _COLORS[one.level]
    return Content.assemble(
        f"{cut(one.title, width - 1):<{width}}",
        (f"{words.number(one.each):>4} ", "bold"),
        (f"{ru.LEVELS[one.level]:<{_LEVEL}} ", f"bold {color}" if one.each is not None else color),
        (words.spark(one.weeks[-_BARS:], worst), "$primary"),
        (f" {ru.TRENDS[one.trend]}", "$secondary"),
    )


def costly(found: Progress) -> Content:
    """Return the three standards that cost most, each with its way out."""
    if not found.costly:
        return Content(ru.NOTHING_COSTLY)
    rows = []
    for place, one in enumerate(found.costly, 1):
        rows.append(
            Content.assemble(
                (f"{place} ", "bold $accent"), (one_line(one.title), "bold"), f"  {words.costly(one)}"
            )
        )
        if one.fix:
            rows.append(Content.styled(f"  {one_line(one.fix)}", "$success"))
    return Content("\n").join(rows)


def gains(found: Progress) -> Content:
    """Return what ten minutes of each form could bring, the best first."""
    rows = [row for one in found.gains if one.points > 0 for row in _gain(one, found)]
    if not rows:
        return Content(ru.NO_GAINS)
    return Content("\n").join([*rows, Content.styled(ru.GAINS_KEY, "$secondary")])


def _gain(one: Gain, found: Progress) -> Iterator[Content]:
    yield Content.assemble(
        (words.form(one), "bold"),
        ("  " + ru.GAIN_ROW.format(points=words.number(one.points)), "bold $primary"),
    )
    yield Content.styled(f"  {words.can(one)}; {cut(words.most(one, found), 90)}", "$secondary")


def calendar(found: Progress, weeks: int) -> Content:
    """Return the last weeks, a row each."""
    heads = " " * 7 + "".join(f"{name:>{_CELL}}" for name in ru.WEEKDAYS)
    rows = [Content.styled(heads, "$secondary")]
    rows += [_week(week, found) for week in found.calendar[-weeks:]]
    return Content("\n").join([*rows, Content.styled(ru.CALENDAR_KEY, "$secondary")])


def _week(week: tuple[CalendarDay, ...], found: Progress) -> Content:
    cells = []
    for one in week:
        color = "bold $success" if one.answers else "$warning" if one.forgiven else "$secondary"
        cells.append((f"{words.day_sign(one, found.today):>{_CELL}}", color))
    return Content.assemble((f"{words.day_month(week[0].day):<7}", "$secondary"), *cells)
