"""Objections and decisions, labelled texts, notices, calibrations of mentors."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables; nothing that is there changes."""
    _objections()
    _labelled()
    _notices()
    _calibrations()


def _objections() -> None:
    op.create_table(
        "objections",
        _id(),
        _reference("answer_id", "answers.id", "CASCADE", kind=sa.Integer),
        sa.Column("deduction", sa.Integer, nullable=False),
        _text("standard"),
        sa.Column("points", sa.Integer, nullable=False),
        _text("text"),
        _text("at"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_objections_answer_id_deduction", "objections", ["answer_id", "deduction"], unique=True
    )
    op.create_table(
        "decisions",
        _id(),
        _reference("objection_id", "objections.id", "CASCADE", kind=sa.Integer),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        _text("reason"),
        _reference("mentor_id", "people.id", "SET NULL", nullable=True),
        _text("at"),
        sa.Column("score_before", sa.Integer, nullable=False),
        sa.Column("score_after", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_objection_id", "decisions", ["objection_id"])


def _labelled() -> None:
    op.create_table(
        "labelled",
        _id(),
        *(_text(name) for name in ("text", "scenario", "turn", "standard")),
        sa.Column("label", sa.Boolean, nullable=False),
        sa.Column("spans", sa.JSON),
        _reference("person_id", "people.id", "CASCADE", nullable=True),
        _reference("mentor_id", "people.id", "SET NULL", nullable=True),
        *(_text(name) for name in ("at", "origin", "origin_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_labelled_standard", "labelled", ["standard"])


def _notices() -> None:
    op.create_table(
        "notices",
        _id(),
        _reference("person_id", "people.id", "CASCADE"),
        _text("at"),
        _text("kind"),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("read_at", sa.Text),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_person_id_read_at", "notices", ["person_id", "read_at"])


def _calibrations() -> None:
    op.create_table(
        "calibrations",
        sa.Column("id", sa.Text, primary_key=True),
        _text("at"),
        sa.Column("agreed_at", sa.Text),
    )
    of = ("calibration_id", "calibrations.id", "CASCADE")
    op.create_table(
        "calibration_answers",
        _reference(*of, key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(_text(name) for name in ("text", "scenario", "turn")),
        _reference("person_id", "people.id", "CASCADE", nullable=True),
    )
    op.create_table(
        "calibration_marks",
        _id(),
        _reference(*of),
        sa.Column("number", sa.Integer, nullable=False),
        _reference("person_id", "people.id", "CASCADE"),
        sa.Column("standards", sa.JSON, nullable=False),
        _text("at"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_calibration_marks_calibration_id_number", "calibration_marks", ["calibration_id", "number"]
    )


def _id() -> "sa.Column[int]":
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=True)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _reference(
    name: str, to: str, ondelete: str, *, kind: type = sa.Text, nullable: bool = False, key: bool = False
) -> "sa.Column[str]":
    target = sa.ForeignKey(to, ondelete=ondelete)
    return sa.Column(name, kind, target, nullable=nullable, primary_key=key)
