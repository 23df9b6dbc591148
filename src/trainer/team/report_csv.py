"""A report as a table for a spreadsheet: a row a person."""

import csv
import io

from trainer.team.cells import cell
from trainer.team.report import PersonReport, Report
from trainer.team.report_texts_ru import COLUMNS, LOSS_OF
from trainer.team.report_words import number

_FIELDS = (
    "name",
    "id",
    "answers",
    "score",
    "begun",
    "finished",
    "last",
    "hints",
    "seconds",
    "before",
    "after",
)


def as_csv(report: Report) -> str:
    """Return the people of a report as CSV that a Russian spreadsheet opens; no cell is a formula."""
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\n")
    titles = [LOSS_OF.format(title=title) for _, title in report.qualities]
    writer.writerow(map(cell, (*(COLUMNS[name] for name in _FIELDS), *titles)))
    for person in report.people:
        writer.writerow([*_known(person), *_losses(person, report)])
    return "\ufeff" + table.getvalue()


def _known(person: PersonReport) -> list[str]:
    values = (getattr(person, name) for name in _FIELDS)
    return [
        number(value) if isinstance(value, float) else cell("" if value is None else value)
        for value in values
    ]


def _losses(person: PersonReport, report: Report) -> list[str]:
    found = (person.qualities[name] for name, _ in report.qualities)
    return [number(loss.each) if loss.answers else "" for loss in found]
