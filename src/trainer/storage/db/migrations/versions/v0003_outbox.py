"""Statements that wait to be sent to an LRS."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; nothing that is there changes."""
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _text("target"),
        sa.Column("person_id", sa.Text, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        _text("session_id"),
        _text("verb"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("statement", sa.JSON),
        _text("queued_at"),
        sa.Column("sent_at", sa.Text),
        sa.Column("refused", sa.Text),
        sqlite_autoincrement=True,
    )
    key = ["target", "session_id", "verb", "number"]
    op.create_index(f"ix_outbox_{'_'.join(key)}", "outbox", key, unique=True)
    op.create_index("ix_outbox_target_sent_at", "outbox", ["target", "sent_at"])
    op.create_index("ix_outbox_person_id", "outbox", ["person_id"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False, server_default="")
