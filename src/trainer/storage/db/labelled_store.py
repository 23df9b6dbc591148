"""Labelled texts: what people said of a standard in a text; only added to."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from trainer.model.span import Span
from trainer.storage.db.disagreement_tables import labelled
from trainer.storage.db.engine import Database
from trainer.storage.db.values import plain
from trainer.team.objections import Label


def keep_labels(connection: Connection, labels: Iterable[Label]) -> None:
    """Add labels."""
    if rows := [_row(label) for label in labels]:
        connection.execute(insert(labelled), rows)


def read_labels(database: Database) -> list[Label]:
    """Return every label ever given, the oldest first; raises StoreError."""
    with database.read() as connection:
        rows = connection.execute(select(labelled).order_by(labelled.c.id)).all()
    return [_label(row) for row in rows]


def _row(label: Label) -> dict[str, Any]:
    return {
        "text": plain(label.text),
        "scenario": label.scenario,
        "turn": label.turn,
        "standard": label.standard,
        "label": label.found,
        "spans": [[span.start, span.end] for span in label.spans],
        "person_id": label.writer or None,
        "mentor_id": label.mentor or None,
        "at": label.at,
        "origin": label.origin,
        "origin_id": label.origin_id,
    }


def _label(row: Row[Any]) -> Label:
    spans = tuple(Span(start, end) for start, end in row.spans or ())
    about = (row.text, row.scenario, row.turn, row.standard, row.label, spans)
    return Label(*about, row.person_id or "", row.mentor_id or "", row.at, row.origin, row.origin_id)
