"""The parts of the mentor's screens as contents; a word stands beside every colour."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from textual.content import Content

from trainer.model.points import whole
from trainer.practice.tell import Names
from trainer.practice.visible import one_line, visible
from trainer.team.comments import Comment
from trainer.team.objections import Objection
from trainer.team.report import Change, Level, Loss, PersonReport, StandardReport, Week
from trainer.team.report_words import number
from trainer.team.transcript import Entry, Known
from trainer.tui import mentor_texts_ru as ru
from trainer.tui.debrief_parts import cut
from trainer.tui.marks import marked
from trainer.tui.objection_texts_ru import CORRECTED, STATES
from trainer.tui.widgets.bars import color_of

_VOWEL = re.compile("[аеёиоуыэюя]", re.IGNORECASE)
# Where a part of a word may begin: before a consonant with a vowel.
_SYLLABLE = re.compile("[бвгджзйклмнпрстфхцчшщ][аеёиоуыэюя]")
_STEPS = "▁▂▃▄▅▆▇█"
_COLORS = {Level.GOOD: "$success", Level.FAIR: "$warning", Level.WEAK: "$error", Level.UNSEEN: "$secondary"}
# Columns of the heat map: of the name and of a quality, on a small screen.
NARROW = (12, 8)
# On a wide one: the least and the most of a name, the most of a quality, and from where on a word has room beside the
# number.
_NAME, _LONG_NAME, _COLUMN, _WORDED = 14, 24, 12, 11
_QUALITIES = 8
_WEEK_BAR = 14
_MOST_WEEKS, _MOST_CHANGES = 8, 8
Size = tuple[int, int]


def quality_heads(qualities: Sequence[tuple[str, str]], size: Size) -> Content:
    """Return the line above the heat map."""
    name, width = size
    folded = [
        [_fit(title, width - 1)] if size == NARROW else fold(title, width - 1) for _, title in qualities
    ]
    rows = zip_longest(*folded, fillvalue="")
    lines = [" " * (name + 1) + "".join(part.ljust(width) for part in row).rstrip() for row in rows]
    return Content.styled("\n".join(lines), "$secondary")


def map_size(width: int) -> Size:
    """Return the columns of the heat map on a wide screen, for so many cells."""
    column = min(_COLUMN, (width - _NAME - 1) // _QUALITIES)
    return min(_LONG_NAME, width - 1 - _QUALITIES * column), column


def fold(word: str, width: int) -> list[str]:
    """Return a title in lines of so many cells, a Russian word parted between its syllables."""
    word = one_line(word)
    if len(word) <= width:
        return [word]
    places = (at for at in range(width - 1, 1, -1) if _SYLLABLE.match(word, at) and _VOWEL.search(word[:at]))
    at = next(places, width - 1)
    return [word[:at] + "-", *fold(word[at:], width)]


def person_row(one: PersonReport, qualities: Sequence[tuple[str, str]], size: Size) -> Content:
    """Return a person in the heat map: losses by quality, and below where they stand."""
    name, width = size
    cells: list[tuple[str, str] | str] = [(_fit(one.name, name), "bold"), " "]
    for quality, _ in qualities:
        cells += [(_cell(one.qualities[quality], width - 1), _COLORS[one.qualities[quality].level]), " "]
    if not one.answers:
        return Content.assemble((_fit(one.name, name), "bold"), " ", (ru.NO_ANSWERS, "$secondary"))
    told = ru.COUNTS.format(
        answers=one.answers,
        score=whole(one.score or 0),
        finished=one.finished,
        begun=one.begun,
        last=f"{one.last[8:10]}.{one.last[5:7]}",
    )
    return Content.assemble(*cells, "\n  ", (told, "$secondary"), "  ", (spark(one.weeks), "$primary"))


def _cell(loss: Loss, width: int) -> str:
    words = ru.WIDE_WORDS if width >= _WORDED - 1 else ru.WORDS
    if not loss.answers or loss.level is Level.UNSEEN:
        return "–".ljust(width)
    # On a small screen the word needs the room more than the tenths of a large number.
    value = number(loss.each, 0 if width < 10 <= loss.each else 1)
    return f"{value} {words[loss.level]}"[:width].ljust(width)


def spark(weeks: Sequence[Week]) -> str:
    """Return the last weeks as little bars, 0-100; a dot is a week without answers."""
    return "".join(
        "·" if week.score is None else _STEPS[min(7, int(week.score / 100 * 8))] for week in weeks[-12:]
    )


def standard_rows(rows: Sequence[StandardReport], bar: int = 18, most: int = 30) -> Content:
    """Return what the standards cost, the costliest first, as bars with numbers and words."""
    costly = [row for row in rows if row.loss.points][:most]
    if not costly:
        return Content(ru.NOTHING_WEAK)
    top = costly[0].loss.each
    found = []
    for row in costly:
        full = max(1, round(bar * row.loss.each / top))
        of = row.loss.lost + row.loss.shown
        found.append(
            Content.assemble(
                (_fit(row.title, 35), "bold"),
                (" " + "━" * full + " " * (bar - full), "$error"),
                (f" {number(row.loss.each, 2)} ", "bold"),
                (ru.WEAK_LINE.format(lost=row.loss.lost, of=of), "$secondary"),
            )
        )
    return Content("\n").join(found)


def week_rows(weeks: Sequence[Week]) -> Content:
    """Return the last weeks, a bar with its numbers each."""
    rows = []
    for week in weeks[-_MOST_WEEKS:]:
        day = f"{week.monday[8:10]}.{week.monday[5:7]}"
        if week.score is None:
            rows.append(Content.styled(ru.WEEK_EMPTY.format(day=day), "$secondary"))
            continue
        full = max(1, round(_WEEK_BAR * week.score / 100))
        rows.append(
            Content.assemble(
                (f"{day}  ", "$secondary"),
                ("━" * full, f"bold {color_of(whole(week.score))}"),
                ("─" * (_WEEK_BAR - full), "$secondary"),
                (f" {whole(week.score)}", "bold"),
                (ru.WEEK_ANSWERS.format(answers=week.answers), "$secondary"),
            )
        )
    return Content("\n").join(rows) if rows else Content(ru.NO_ANSWERS)


def change_rows(changes: Sequence[Change]) -> Content:
    """Return first and last attempts, a line each."""
    if not changes:
        return Content(ru.NOT_TWICE)
    rows = []
    for one in changes[:_MOST_CHANGES]:
        color = "$success" if one.last > one.first else "$warning" if one.last == one.first else "$error"
        rows.append(
            Content.assemble(
                (ru.CHANGE.format(first=one.first, last=one.last), f"bold {color}"),
                f"  {cut(one.title, 30)}, ",
                (ru.TRIES.format(count=one.count), "$secondary"),
            )
        )
    return Content("\n").join(rows)


def quality_rows(one: PersonReport, qualities: Sequence[tuple[str, str]]) -> Content:
    """Return what each quality costs an answer, with its word."""
    rows = []
    for name, title in qualities:
        loss = one.qualities[name]
        word = ru.WIDE_WORDS[loss.level] or "–"
        value = number(loss.each) if loss.answers else "–"
        rows.append(Content.assemble(_fit(title, 20), (f"{value:>5}  {word}", f"bold {_COLORS[loss.level]}")))
    return Content("\n").join(rows)


def talk_row(about: Known, titles: Mapping[str, str]) -> Content:
    """Return a session in a list."""
    when = f"{about.started[8:10]}.{about.started[5:7]} {about.started[11:16]}"
    state = ru.DONE.format(score=about.score) if about.finished else ru.GOING
    if about.sealed:
        state = ru.GOING
    more = ru.COMMENTED.format(count=about.comments) if about.comments else ""
    title = cut(titles.get(about.scenario, about.scenario), 40)
    return Content.assemble(
        (title, "bold"), "\n  ", (ru.TALK.format(when=when, state=state) + more, "$secondary")
    )


def answer_row(entry: Entry) -> Content:
    """Return an answer in the list of a transcript."""
    score = ("", "") if entry.sealed else (f"{entry.standing:>3} ", f"bold {color_of(entry.standing)}")
    signs = " ".join(
        filter(
            None, [ru.TAKEN if entry.taken_back else "", f"[{len(entry.comments)}]" if entry.comments else ""]
        )
    )
    return Content.assemble(
        (f"{entry.number:>2} ", "bold $accent"),
        score,
        cut(entry.text, 40),
        (f"  {signs}" if signs else "", "$accent"),
    )


def answer_whole(entry: Entry, names: Names) -> Content:
    """Return an answer with what was asked, what was taken off, and what mentors say."""
    rows = []
    if entry.line:
        rows += [Content.styled(ru.CLIENT_SAID, "bold $accent"), Content(visible(entry.line)), Content("")]
    heading = ru.ANSWERED if entry.sealed else f"{ru.ANSWERED}: {ru.ANSWER.format(score=entry.score)}"
    rows.append(Content.styled(heading + (f", {ru.TAKEN}" if entry.taken_back else ""), "bold $accent"))
    losses = entry.verdict.deductions if entry.verdict and not entry.sealed else ()
    rows.append(marked(entry.text, losses))
    if entry.standing != entry.score:
        rows += [Content(CORRECTED.format(before=entry.score, after=entry.standing))]
    for item in entry.objections:
        rows += [Content(""), *_objection(item)]
    if entry.comments:
        rows += [Content(""), Content.styled(ru.COMMENTS, "bold $accent"), comment_rows(entry.comments)]
    rows += [Content(""), *_judged(entry, names)]
    return Content("\n").join(rows)


def _objection(item: Objection) -> Sequence[Content]:
    last = item.last
    values = {"before": last.before, "after": last.after, "reason": one_line(last.reason)} if last else {}
    said = ru.OBJECTED.format(number=item.deduction, text=one_line(item.text))
    return Content.styled(said, "italic"), Content(STATES[item.state].format(**values))


def _judged(entry: Entry, names: Names) -> list[Content]:
    if entry.sealed:
        return [Content(ru.SEALED)]
    if entry.verdict:
        lost = [
            (names.standard(item.standard), item.points, item.why, item.fix)
            for item in entry.verdict.deductions
        ]
    else:
        lost = [(item.title, item.points, item.why, item.fix) for item in entry.losses]
    if not lost:
        return [Content(ru.CLEAN)]
    rows = [Content.styled(ru.LOST, "bold $accent")]
    for place, (title, points, why, fix) in enumerate(lost, 1):
        rows.append(
            Content.assemble(
                (f"[{place}] ", "bold $accent"), (one_line(title), "bold"), (f"  −{points}", "bold $error")
            )
        )
        rows += [Content(visible(text)) for text in (why,) if text]
        rows += [Content.styled(visible(fix), "$success")] if fix else []
    return rows


def comment_rows(comments: Sequence[Comment]) -> Content:
    """Return comments, a paragraph each."""
    return Content("\n").join([comment_row(item) for item in comments])


def comment_row(comment: Comment) -> Content:
    """Return a comment: whose it is, of which kind, what it says."""
    author = one_line(comment.author) or ru.MENTOR
    return Content.assemble((f"{author}, {ru.KINDS[comment.kind]}: ", "bold $primary"), visible(comment.text))


def _fit(text: str, width: int) -> str:
    flat = one_line(text)
    return (flat if len(flat) <= width else flat[: width - 1] + "…").ljust(width)
