"""What a later engine says of old answers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_JUDGED_BY = ("hash_pack", "hash_catalogue", "engine_version")


def upgrade() -> None:
    """Make the table; an answer has one row for each pack, catalogue and engine that judged it anew."""
    op.create_table(
        "rescores",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("session_id", sa.Text, sa.ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False, server_default=""),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("grade", sa.Integer),
        sa.Column("verdict", sa.JSON, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False, server_default="") for name in _JUDGED_BY),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rescores_judged", "rescores", ["session_id", "number", *_JUDGED_BY], unique=True)
