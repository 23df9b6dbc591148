"""The parts of a debrief as contents."""

from collections.abc import Sequence

from textual.content import Content

from trainer.model.scenario import Outcome
from trainer.practice import person
from trainer.practice.debrief import Debrief
from trainer.practice.records import Attempt
from trainer.practice.retried import Retried
from trainer.practice.tell import Names
from trainer.practice.texts_ru import MOODS, OUTCOMES
from trainer.practice.visible import one_line, visible
from trainer.practice.ways import OtherWay
from trainer.tui import texts_ru as ru
from trainer.tui.widgets.bars import color_of
from trainer.tui.widgets.mood import COLORS, scale

# The drawing of the path: a trunk with the branches that were not taken.
_TRUNK, _BRANCH, _END = " │ ", " ├─ ", " └─ "
_MOST_WAYS, _WHEN, _TO = 3, 60, 60
_COLORS = {Outcome.GOOD: "$success", Outcome.MIXED: "$warning", Outcome.LOST: "$error"}


def summary(found: Debrief) -> Content:
    """Return the ending in its words and what the score is."""
    again = f", {ru.TAKEN_BACK.format(count=found.taken_back)}" if found.taken_back else ""
    head = Content.styled(f"{ru.POINTS}    {ru.SCORE.lower()}{again}", "$secondary")
    if found.ending is None:
        return head
    color = _COLORS[found.ending.outcome]
    return Content.assemble(
        head,
        "\n",
        (f"{OUTCOMES[found.ending.outcome]}. ", f"bold {color}"),
        (one_line(found.ending.title), "bold"),
        "\n",
        visible(found.ending.text),
    )


def step(number: int, attempt: Attempt, others: Sequence[OtherWay] = ()) -> Content:
    """Return one answer of the path, and as branches what other answers would have led to."""
    verdict = attempt.verdict
    mood = attempt.after.mood
    rows = [
        Content.assemble((f"{number:>2} ", "bold $accent"), (cut(attempt.line), "$secondary")),
        Content.assemble((_TRUNK, "$accent"), cut(attempt.text)),
        Content.assemble(
            (_TRUNK, "$accent"),
            (f"{verdict.score}", f"bold {color_of(verdict.score)}"),
            (f" {ru.POINTS}, ", "$secondary"),
            (MOODS[mood], COLORS[mood]),
        ),
        *(_branch(other) for other in others[:_MOST_WAYS]),
    ]
    return Content("\n").join(rows)


def _branch(other: OtherWay) -> Content:
    color = "$secondary" if other.outcome is None else _COLORS[other.outcome]
    return Content.assemble(
        (_BRANCH, "$accent"), (f"{cut(other.when, _WHEN)}: ", "$secondary"), (cut(other.to, _TO), color)
    )


def reached(found: Debrief) -> Content:
    """Return where the path has come to."""
    if found.ending is None:
        return Content("")
    return Content.assemble(
        (_END, "$accent"), (one_line(found.ending.title), f"bold {_COLORS[found.ending.outcome]}")
    )


def before_after(pairs: Sequence[Retried]) -> Content:
    """Return what was said first and what in the end, with both scores."""
    rows = []
    for pair in pairs:
        rows.append(_try(ru.WAS, pair.first, ""))
        rows.append(_try(ru.IS, pair.last, "bold"))
    return Content("\n").join(rows)


def _try(title: str, attempt: Attempt, style: str) -> Content:
    score = attempt.verdict.score
    return Content.assemble(
        (f"{title:<6}", "$secondary"), (f"{score:>3} ", f"bold {color_of(score)}"), (cut(attempt.text), style)
    )


def moods(found: Debrief) -> Content:
    """Return the way of the mood: a row a moment, with word and scale."""
    rows = []
    for number, mood in enumerate(found.moods):
        when = "  " if number == 0 else f"{number} "
        rows.append(
            Content.assemble((when, "bold $accent"), scale(mood), "  ", (MOODS[mood], f"bold {COLORS[mood]}"))
        )
    return Content("\n").join(rows)


def to_train(found: Debrief, names: Names) -> Content:
    """Return the standards that cost most, each with its way out."""
    if not found.train_next:
        return Content(ru.NOTHING_TO_TRAIN)
    rows = []
    for number, (standard, points) in enumerate(found.train_next, 1):
        rows.append(
            Content.assemble(
                (f"{number}. ", "bold $accent"),
                (one_line(names.standard(standard)), "bold"),
                (f"  {ru.TRAIN_ITEM.format(points=points)}", "$error"),
                f"\n{visible(names.fix(standard))}",
            )
        )
    return Content("\n").join(rows)


def process(found: Debrief, names: Names) -> Content:
    """Return the process standards, kept or missed, with their source."""
    rows = []
    for mark in found.process:
        sign, color, word = ("+", "$success", ru.KEPT) if mark.kept else ("-", "$warning", ru.MISSED)
        lacks = f"\n  {visible('; '.join(mark.lacks))}" if mark.lacks else ""
        rows.append(
            Content.assemble(
                (f"{sign} ", f"bold {color}"),
                (one_line(names.standard(mark.standard)), "bold"),
                (f"  {word}", color),
                lacks,
                (f"\n  {ru.SOURCE}{visible(names.source(mark.standard))}", "$secondary"),
            )
        )
    return Content("\n").join(rows)


def portrait(found: Debrief) -> Content | None:
    """Return what is told of the client now that the talk is over; None when the author says nothing."""
    rows = [
        Content.assemble((f"{title}: ", "bold"), visible(text))
        for title, text in person.portrait(found.scenario.client)
    ]
    return Content("\n").join(rows) if rows else None


def cut(text: str, size: int = 72) -> str:
    """Return a text in one line, cut after ``size`` characters with a mark that there is more."""
    flat = one_line(text[: size * 2])
    return flat if len(flat) <= size else flat[:size] + "…"
