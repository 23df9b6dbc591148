"""The first store: people and groups, sessions with their events, answers with what they lost and showed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and the person who plays when nobody was named."""
    _people()
    _sessions()
    _answers()
    op.create_table(
        "drafts",
        sa.Column("session_id", sa.Text, primary_key=True),
        sa.Column("move", sa.Integer, nullable=False),
        _text("text"),
        _text("at"),
    )
    op.execute("INSERT INTO people (id, name, role, created_at) VALUES ('local', 'я', 'trainee', '')")


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        _text("role", "trainee"),
        sa.Column("pin_hash", sa.Text),
        _text("created_at"),
        sa.Column("closed_at", sa.Text),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "members",
        sa.Column("group_id", sa.Text, sa.ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("person_id", sa.Text, sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_members_person_id", "members", ["person_id"])


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("person_id", sa.Text, sa.ForeignKey("people.id"), nullable=False),
        *(_text(name) for name in ("kind", "pack", "scenario", "mode", "started_at")),
        sa.Column("finished_at", sa.Text),
        sa.Column("ending", sa.Text),
        sa.Column("score", sa.Integer),
        sa.Column("grade", sa.Integer),
        sa.Column("answers", sa.Integer, nullable=False, server_default="0"),
        *(_text(name) for name in ("hash_pack", "hash_catalogue", "engine_version")),
        sa.Column("assignment_id", sa.Text),
    )
    op.create_index("ix_sessions_person_id_started_at", "sessions", ["person_id", "started_at"])
    op.create_index("ix_sessions_assignment_id", "sessions", ["assignment_id"])
    op.create_table(
        "events",
        _session(key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        _text("kind"),
        _text("at"),
        sa.Column("data", sa.JSON, nullable=False),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _session(),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Text, sa.ForeignKey("people.id"), nullable=False),
        *(_text(name) for name in ("pack", "scenario", "turn", "at", "text")),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("grade", sa.Integer),
        sa.Column("seconds", sa.Integer),
        sa.Column("hints", sa.Integer, nullable=False, server_default="0"),
        sa.Column("looked", sa.JSON),
        sa.Column("taken_back", sa.Boolean, nullable=False, server_default=sa.false()),
        *(_text(name) for name in ("hash_pack", "hash_catalogue", "engine_version")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answers_session_id_number", "answers", ["session_id", "number"], unique=True)
    op.create_index("ix_answers_person_id_at", "answers", ["person_id", "at"])
    op.create_table(
        "deductions",
        _answer(),
        sa.Column("number", sa.Integer, primary_key=True),
        _text("standard"),
        _text("quality"),
        sa.Column("points", sa.Integer, nullable=False),
    )
    op.create_table(
        "shown",
        _answer(),
        sa.Column("standard", sa.Text, primary_key=True),
        _text("quality"),
    )


def _text(name: str, default: str = "") -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _session(*, key: bool = False) -> "sa.Column[str]":
    to = sa.ForeignKey("sessions.id", ondelete="CASCADE")
    return sa.Column("session_id", sa.Text, to, nullable=False, primary_key=key)


def _answer() -> "sa.Column[int]":
    to = sa.ForeignKey("answers.id", ondelete="CASCADE")
    return sa.Column("answer_id", sa.Integer, to, primary_key=True, autoincrement=False)
