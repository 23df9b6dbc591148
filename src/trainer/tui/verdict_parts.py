"""The parts of a verdict: a card a deduction, a line a praise."""

from textual.content import Content
from textual.widgets import Static

from trainer.model.verdict import Deduction, Verdict
from trainer.practice.exercises.assessment import Loss
from trainer.practice.tell import Names
from trainer.practice.visible import one_line, visible
from trainer.tui import texts_ru as ru


def deduction_card(number: int, item: Deduction, names: Names) -> Static:
    """Return one deduction: number, standard, points, why, how to put it better, source."""
    title = Content.assemble(
        (f"[{number}] ", "bold $accent"),
        (one_line(names.standard(item.standard)), "bold"),
        (f"  −{item.points}", "bold $error"),
    )
    return _card(title, item.why, item.fix, item.example, item.source)


def loss_card(number: int, loss: Loss) -> Static:
    """Return one loss of an exercise; one without points is said to be no more than a remark."""
    title = one_line(loss.title)
    if loss.points:
        head = Content.assemble(
            (f"[{number}] ", "bold $accent"), (title, "bold"), (f"  −{loss.points}", "bold $error")
        )
    else:
        head = Content.assemble(
            (f"[{number}] ", "bold $accent"), (f"{ru.WARNED} ", "$secondary"), (title, "bold")
        )
    return _card(head, loss.why, loss.fix, "", loss.source)


def warning_card(item: Deduction, names: Names) -> Static:
    """Return one finding that took no points."""
    title = Content.assemble(
        (f"{ru.WARNED} ", "$secondary"), (one_line(names.standard(item.standard)), "bold")
    )
    return _card(title, item.why, item.fix, item.example, item.source)


def _card(title: Content, why: str, fix: str, example: str, source: str) -> Static:
    rows = [title]
    for label, text, style in (
        (ru.WHY, why, ""),
        (ru.FIX, fix, "$success"),
        (ru.EXAMPLE, example, ""),
        (ru.SOURCE, source, "$secondary"),
    ):
        if text:
            rows.append(Content.assemble((label, "$secondary"), (visible(text), style)))
    return Static(Content("\n").join(rows), classes="deduction", markup=False)


def praise(verdict: Verdict, names: Names) -> Content:
    """Return what was good, a line each, with the words."""
    if not verdict.praise:
        return Content(ru.NOTHING_GOOD)
    rows = []
    for finding in verdict.praise:
        words = one_line(finding.spans[0].of(verdict.text)) if finding.spans else ""
        rows.append(
            Content.assemble(
                ("+ ", "bold $success"),
                one_line(names.standard(finding.standard)),
                (f"  «{words}»" if words else "", "$secondary"),
            )
        )
    return Content("\n").join(rows)


def model_title(number: int, of: int) -> str:
    """Return the heading of a model answer; of several it says which, and how to see the next."""
    if of == 1:
        return ru.MODEL
    title = ru.MODEL_OF.format(number=number, of=of)
    return f"{title} ({ru.MODEL_NEXT})" if number < of else title
