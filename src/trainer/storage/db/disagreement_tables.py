"""The tables of disagreement: objections, decisions, labels, notices, and answers that mentors mark blind."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, Table, Text

from trainer.storage.db.tables import metadata, text_column


def _person(name: str, ondelete: str) -> "Column[str | None]":
    return Column(name, Text, ForeignKey("people.id", ondelete=ondelete))


def _id() -> "Column[int]":
    return Column("id", Integer, primary_key=True, autoincrement=True)


# A sentence against a deduction; ``deduction`` is its place in the verdict of the event, from 1. One row each.
objections = Table(
    "objections",
    metadata,
    _id(),
    Column("answer_id", Integer, ForeignKey("answers.id", ondelete="CASCADE"), nullable=False),
    Column("deduction", Integer, nullable=False),
    text_column("standard"),
    Column("points", Integer, nullable=False),
    text_column("text"),
    text_column("at"),
    Index(None, "answer_id", "deduction", unique=True),
    sqlite_autoincrement=True,
)
# Append only: the latest decision on an objection counts, the earlier ones stay.
decisions = Table(
    "decisions",
    metadata,
    _id(),
    Column("objection_id", Integer, ForeignKey("objections.id", ondelete="CASCADE"), nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    text_column("reason"),
    _person("mentor_id", "SET NULL"),
    text_column("at"),
    Column("score_before", Integer, nullable=False),
    Column("score_after", Integer, nullable=False),
    Index(None, "objection_id"),
    sqlite_autoincrement=True,
)
# What people say of a standard in a text; append only, never a projection: what is learned is learned from here.
labelled = Table(
    "labelled",
    metadata,
    _id(),
    text_column("text"),
    text_column("scenario"),
    text_column("turn"),
    text_column("standard"),
    Column("label", Boolean, nullable=False),
    Column("spans", JSON),
    # Whose words these are; without them there is no example either.
    _person("person_id", "CASCADE"),
    _person("mentor_id", "SET NULL"),
    text_column("at"),
    text_column("origin"),
    text_column("origin_id"),
    Index(None, "standard"),
    sqlite_autoincrement=True,
)
# What somebody is to be told at the next start.
notices = Table(
    "notices",
    metadata,
    _id(),
    Column("person_id", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    text_column("at"),
    text_column("kind"),
    Column("data", JSON, nullable=False),
    Column("read_at", Text),
    Index(None, "person_id", "read_at"),
    sqlite_autoincrement=True,
)
# Answers that several mentors mark without seeing each other's marks.
calibrations = Table(
    "calibrations",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("at"),
    Column("agreed_at", Text),
)
calibration_answers = Table(
    "calibration_answers",
    metadata,
    Column("calibration_id", Text, ForeignKey("calibrations.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text_column("text"),
    text_column("scenario"),
    text_column("turn"),
    # Whose words these are; without them there is no example either.
    _person("person_id", "CASCADE"),
)
# Append only: of several marks of one mentor at one answer the latest counts.
calibration_marks = Table(
    "calibration_marks",
    metadata,
    _id(),
    Column("calibration_id", Text, ForeignKey("calibrations.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("standards", JSON, nullable=False),
    text_column("at"),
    Index(None, "calibration_id", "number"),
    sqlite_autoincrement=True,
)
