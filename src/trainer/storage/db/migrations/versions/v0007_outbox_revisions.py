"""What an LRS was told is said anew when a mentor changes the score."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_BEFORE = ["target", "session_id", "verb", "number"]


def upgrade() -> None:
    """Let there be several statements about one fact, each of its own revision."""
    op.add_column("outbox", sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
    op.drop_index("ix_outbox_" + "_".join(_BEFORE), table_name="outbox")
    after = [*_BEFORE, "revision"]
    op.create_index("ix_outbox_" + "_".join(after), "outbox", after, unique=True)
