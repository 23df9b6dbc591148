"""The sentences and small signs of «where am I», the same on the screen, in tables and in lines."""

from collections.abc import Sequence
from datetime import date

from trainer.model.exercise import Form
from trainer.model.points import whole
from trainer.practice.exercises.texts_ru import FORMS
from trainer.team.progress import texts_ru as ru
from trainer.team.progress.build import Progress
from trainer.team.progress.days import CalendarDay
from trainer.team.progress.gain import Gain
from trainer.team.progress.lines import Line
from trainer.team.report_words import number as decimal

# The losses, in points an answer, from which a little bar is as low as it gets.
QUALITY_WORST, STANDARD_WORST = 8.0, 2.0
# No full block: rows of them would run together.
_STEPS = "▁▂▃▄▅▆▇"


def number(value: float | None, digits: int = 1) -> str:
    """Return a number with a comma, a dash for none."""
    return ru.NONE if value is None else decimal(value, digits)


def day_month(day: date) -> str:
    """Return a day as «22.11»."""
    return f"{day:%d.%m}"


def counted(count: int, forms: Sequence[str]) -> str:
    """Return a count with its word: «1 день», «3 дня», «11 дней»."""
    last, two = count % 10, count % 100
    few = 2 <= last <= 4 and not 12 <= two <= 14
    return f"{count} {forms[0] if last == 1 and two != 11 else forms[1] if few else forms[2]}"


def spark(weeks: Sequence[float | None], worst: float) -> str:
    """Return losses by week as little bars, the higher the better; a dot where nothing was judged."""
    last = len(_STEPS) - 1
    return "".join(
        "·" if lost is None else _STEPS[max(0, min(last, round(last * (1 - lost / worst))))] for lost in weeks
    )


def title(found: Progress) -> str:
    """Return the heading: whose it is, where that has to be said."""
    return ru.TITLE_OF.format(name=found.name) if found.name else ru.TITLE


def summary(found: Progress) -> str:
    """Return how many answers there are and how good they are now."""
    if found.score is None:
        return ru.SUMMARY_OLD.format(answers=found.answers)
    return ru.SUMMARY.format(answers=found.answers, score=whole(found.score))


def streak(found: Progress) -> str:
    """Return the streak in sentences."""
    run = found.streak
    if run.since is None:
        return ru.STREAK_NONE
    told = [ru.STREAK.format(days=counted(run.days, ru.DAYS), since=day_month(run.since))]
    if run.forgiven:
        told.append(ru.FORGIVEN.format(count=len(run.forgiven)))
    told.append(ru.SPARE if run.spare else ru.NO_SPARE)
    if not run.today:
        told.append(ru.TODAY_OPEN)
    return " ".join(told)


def level(found: Line) -> str:
    """Return how something stands and where it is going, in words."""
    words = [ru.LEVELS[found.level], ru.PLAIN_TRENDS[found.trend]]
    return ", ".join(word for word in words if word)


def last_seen(found: Line) -> str:
    """Return the week in which a standard was last broken or shown; a dash for never."""
    return day_month(found.last) if found.last else ru.NONE


def costly(found: Line) -> str:
    """Return what a standard costs."""
    return ru.COSTLY_ROW.format(points=number(found.each), lost=counted(found.lost, ru.TIMES))


def form(found: Gain) -> str:
    """Return what a form is called."""
    return FORMS[Form(found.form)].capitalize()


def most(found: Gain, progress: Progress) -> str:
    """Return the standards that a form would help with."""
    titles = {one.id: one.title for one in progress.standards}
    return ", ".join(titles.get(name, name) for name in found.most)


def can(found: Gain) -> str:
    """Return how well a form goes already."""
    if not found.done:
        return ru.GAIN_NEW
    return ru.GAIN_CAN.format(can=round(100 * found.can), done=found.done)


def day_sign(one: CalendarDay, today: date) -> str:
    """Return a day of the calendar: its answers, a dot, a tilde for a forgiven day; nothing for a day to come."""
    if one.ahead:
        return ""
    sign = str(one.answers) if one.answers else "~" if one.forgiven else "·"
    return f"[{sign}]" if one.day == today else sign
