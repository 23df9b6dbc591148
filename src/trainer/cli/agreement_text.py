"""Says the figures of agreement, and each disagreement, for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from trainer.cli.agreement_report import GROUPS, JudgedAnswer, JudgedPhrase
from trainer.cli.output import quoted
from trainer.cli.texts_ru import EVALUATE

_MEASURES = ("precision", "recall", "f1")


def lines(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield the tables of a report, the summary last, where it is seen first."""
    if fields["answers"]:
        yield from _standards(fields["standards"])
        for key, parts in fields.get("by", {}).items():
            yield from _groups(key, parts)
    if "phrases" in fields:
        yield from _phrase_table(fields["phrases"]["by_standard"])
    yield from _summary(fields)


def _summary(fields: Mapping[str, Any]) -> Iterator[str]:
    if fields["answers"]:
        yield EVALUATE["answers"].format(count=fields["answers"])
        for group in GROUPS:
            figures = {key: number(fields[group]["micro"][key]) for key in _MEASURES}
            yield EVALUATE["group"].format(
                title=EVALUATE[group],
                micro=figures.pop("f1"),
                macro=number(fields[group]["macro_f1"]),
                **figures,
            )
        grade = {key: number(value) for key, value in fields["grade"].items()}
        yield EVALUATE["grade"].format(within=grade.pop("within_one"), **grade)
        yield EVALUATE["score"].format(spearman=number(fields["score"]["spearman"]))
    if phrases := fields.get("phrases"):
        figures = {key: number(phrases[key]) for key in ("accuracy", "f1")}
        yield EVALUATE["phrases"].format(count=phrases["count"], **figures)


def _standards(rows: Mapping[str, Any]) -> Iterator[str]:
    titles = [EVALUATE[key] for key in ("support", "found", *_MEASURES)]
    for group in ("obligations", "prohibitions"):
        cells = [
            [name, str(row["support"]), str(row["found"]), *(number(row[key]) for key in _MEASURES)]
            for name, row in rows.items()
            if row["group"] == group
        ]
        yield from table([EVALUATE[group], *titles], cells)


def _groups(key: str, parts: Mapping[str, Any]) -> Iterator[str]:
    head = [EVALUATE[f"by-{key}"], EVALUATE["count"], *(f"{EVALUATE[group]} F1" for group in GROUPS)]
    cells = [
        [
            name,
            str(part["answers"]),
            *(number(part[group]["micro"]["f1"]) for group in GROUPS),
            number(part["grade"]["qwk"]),
            number(part["grade"]["mae"]),
        ]
        for name, part in parts.items()
    ]
    yield from table([*head, EVALUATE["qwk"], EVALUATE["mae"]], cells)


def _phrase_table(parts: Mapping[str, Any]) -> Iterator[str]:
    keys = ("accuracy", *_MEASURES)
    head = [EVALUATE["phrase"], EVALUATE["count"], *(EVALUATE[key] for key in keys)]
    rows = [[name, str(row["count"]), *(number(row[key]) for key in keys)] for name, row in parts.items()]
    yield from table(head, rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table: the first column to the left, the others to the right; an empty line after it."""
    if not rows:
        return
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        first, *rest = (cell for cell in row)
        cells = (f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True))
        yield f"{first:<{widths[0]}}  {'  '.join(cells)}"
    yield ""


def disagreements(answers: Iterable[JudgedAnswer], phrases: Iterable[JudgedPhrase]) -> Iterator[str]:
    """Yield every disagreement: the answer, the label, the verdict and its words."""
    for item in answers:
        yield from _answer_errors(item)
    for phrase in phrases:
        if not phrase.right:
            yield from _phrase_error(phrase)


def _answer_errors(item: JudgedAnswer) -> Iterator[str]:
    counts = {name: value for group in GROUPS for name, value in item.counts(group).items()}
    wrong = {name: value for name, value in counts.items() if not value.right}
    answer, verdict = item.answer, item.verdict
    if not wrong and answer.grade == verdict.grade:
        return
    yield EVALUATE["error-answer"].format(
        id=answer.id, label=answer.grade, grade=verdict.grade, score=verdict.score
    )
    yield f"  {quoted(answer.text)}"
    for name, value in wrong.items():
        key = "extra" if value.extra else "lost"
        yield EVALUATE[key].format(id=name, words=_words(item, name)).rstrip()
    yield ""


def _words(item: JudgedAnswer, name: str) -> str:
    found = (
        *((entry.standard, entry.evidence) for entry in item.verdict.deductions),
        *((entry.standard, entry.spans) for entry in item.verdict.praise),
    )
    words = [quoted(span.of(item.answer.text)) for key, spans in found if key == name for span in spans]
    return " - " + ", ".join(words) if words else ""


def _phrase_error(item: JudgedPhrase) -> Iterator[str]:
    phrase = item.phrase
    answers = {True: EVALUATE["yes"], False: EVALUATE["no"]}
    yield EVALUATE["error-phrase"].format(
        id=phrase.id, standard=phrase.standard, label=answers[phrase.label], judged=answers[item.judged]
    )
    yield f"  {quoted(phrase.text)}"
    findings = (*item.reading.shown, *item.reading.violated)
    words = [
        quoted(span.of(phrase.text))
        for finding in findings
        if finding.standard == phrase.standard
        for span in finding.spans
    ]
    if words:
        yield "  " + ", ".join(words)
    yield ""


def number(value: float | None) -> str:
    """Return a figure with two digits, or a dash when it is undefined."""
    return "-" if value is None else f"{value:.2f}"
