"""The tables of reports: sums of a person's months, which months have to be summed anew, and comments of mentors.

Triggers mark a month as stale whenever an answer of it, a deduction or a shown standard is written, changed or
deleted, whoever does that; ``tallies.settle`` sums it anew. So a report reads thousands of rows, not millions.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, Table, Text

from trainer.storage.db.tables import metadata, sessions


def _key(name: str) -> "Column[str]":
    return Column(name, Text, primary_key=True)


def _count(name: str) -> "Column[int]":
    return Column(name, Integer, nullable=False, server_default="0")


# Follows from the answers: a copy of a store leaves it out, the triggers of the copy mark everything as stale.
DERIVED = {"derived": True}
# No references: rows follow the answers and go with the person by triggers.
day_tallies = Table(
    "day_tallies",
    metadata,
    *(_key(name) for name in ("person_id", "pack", "day")),
    *(_count(name) for name in ("answers", "score", "hints", "seconds", "timed")),
    sqlite_with_rowid=False,
    info=DERIVED,
)
standard_tallies = Table(
    "standard_tallies",
    metadata,
    *(_key(name) for name in ("person_id", "pack", "standard", "quality", "month")),
    *(_count(name) for name in ("lost", "points", "shown")),
    sqlite_with_rowid=False,
    info=DERIVED,
)
stale_months = Table(
    "stale_months",
    metadata,
    *(_key(name) for name in ("person_id", "month")),
    sqlite_with_rowid=False,
    info=DERIVED,
)
# A mentor's word at an answer; ``number`` is that of its event. ``read_at`` is when the trainee saw it.
comments = Table(
    "comments",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("session_id", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("author_id", Text, ForeignKey("people.id", ondelete="SET NULL")),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("read_at", Text),
    ForeignKeyConstraint(
        ["session_id", "number"], ["events.session_id", "events.number"], ondelete="CASCADE"
    ),
    CheckConstraint("kind IN ('essential', 'actionable', 'informative', 'celebratory')", name="kind"),
    Index(None, "session_id", "number"),
    sqlite_autoincrement=True,
)
# First and last attempts and who is where are read from this index alone.
Index(
    "ix_sessions_report",
    *(sessions.c[name] for name in ("person_id", "pack", "scenario", "started_at", "finished_at", "score")),
)
