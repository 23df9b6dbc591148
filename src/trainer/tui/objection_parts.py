"""Objections as contents, and verdicts as they stand after the decisions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from textual.content import Content

from trainer.model.verdict import Verdict
from trainer.practice.exercises.progress import Done
from trainer.practice.records import Attempt
from trainer.practice.tell import Names
from trainer.practice.visible import one_line
from trainer.team.grounds import without
from trainer.team.objections import Objection, State, corrected
from trainer.tui import objection_texts_ru as ru
from trainer.tui.widgets.section import shown


@dataclass(frozen=True, slots=True)
class Charge:
    """A deduction that can be objected to: its answer in the session and its place in the verdict, both from 1.

    ``about`` is the id of a standard, or a title where points were lost for something else.
    """

    attempt: int
    deduction: int
    about: str
    points: int
    why: str


def charges(attempts: Iterable[Attempt], made: Sequence[Objection]) -> list[Charge]:
    """Return the deductions of these answers that nobody has objected to."""
    taken = {(item.attempt, item.deduction) for item in made}
    return [
        Charge(attempt.number, place, item.standard, item.points, item.why)
        for attempt in attempts
        for place, item in enumerate(attempt.verdict.deductions, 1)
        if (attempt.number, place) not in taken
    ]


def charges_of_items(every: Iterable[Done], made: Sequence[Objection]) -> list[Charge]:
    """Return the losses of these items of an exercise that nobody has objected to; one without points costs nothing."""
    taken = {(item.attempt, item.deduction) for item in made}
    return [
        Charge(done.number, place, loss.standard or loss.title, loss.points, loss.why)
        for done in every
        for place, loss in enumerate(done.assessment.losses, 1)
        if loss.points and (done.number, place) not in taken
    ]


def as_decided(attempt: Attempt, made: Iterable[Objection]) -> Attempt:
    """Return an answer with the verdict that stands after the decisions."""
    mine = [item for item in made if item.attempt == attempt.number and item.state is State.WITHDRAWN]
    return replace(attempt, verdict=decided(attempt.verdict, mine)) if mine else attempt


def item_as_decided(done: Done, made: Iterable[Objection]) -> Done:
    """Return an item of an exercise with the assessment that stands after the decisions."""
    mine = {item.deduction for item in made if item.attempt == done.number and item.state is State.WITHDRAWN}
    return replace(done, assessment=without(done.assessment, mine)) if mine else done


def decided(verdict: Verdict, withdrawn: Iterable[Objection]) -> Verdict:
    """Return a verdict without the deductions that were withdrawn."""
    # Not before it is needed: the first screen does not wait for what judges.
    from trainer.scoring.combine import GRADES

    return corrected(verdict, {item.deduction for item in withdrawn}, GRADES)


def told(item: Objection) -> Content:
    """Return an objection and how it stands."""
    last = item.last
    values = (
        {} if last is None else {"before": last.before, "after": last.after, "reason": one_line(last.reason)}
    )
    return Content.assemble(
        shown(ru.SAID.format(text=one_line(item.text)), "italic"),
        "\n",
        shown(ru.STATES[item.state].format(**values), "bold" if last else "$secondary"),
    )


def listed(made: Sequence[Objection], names: Names) -> Content:
    """Return all objections of a session."""
    rows: list[Content] = []
    for item in made:
        title = ru.ROW.format(number=item.attempt, title=one_line(names.standard(item.standard)))
        rows.append(Content.assemble((title, "bold"), "\n", told(item)))
    return Content("\n").join(rows)


def news(notices: Iterable[Mapping[str, Any]], names: Names) -> Iterator[str]:
    """Yield what mentors have decided since the last time."""
    for data in notices:
        kind = "withdrawn" if data.get("withdrawn") else "kept"
        values = {"title": names.standard(str(data.get("standard", ""))), "reason": data.get("reason", "")}
        yield ru.NEWS[kind].format(before=data.get("before", ""), after=data.get("after", ""), **values)
