"""Personal links to the browser's trainer, and the browsers that came in by them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables of links and of visits."""
    op.create_table(
        "links",
        sa.Column("id", sa.Text, primary_key=True),
        _of("people", "person_id"),
        _text("secret_hash"),
        sa.Column("once", sa.Boolean, nullable=False, server_default=sa.true()),
        _text("created_at"),
        _text("expires_at"),
        sa.Column("used_at", sa.Text),
        sa.Column("revoked_at", sa.Text),
    )
    op.create_index("ix_links_person_id", "links", ["person_id"])
    op.create_table(
        "visits",
        sa.Column("id", sa.Text, primary_key=True),
        _of("links", "link_id"),
        _text("secret_hash"),
        _text("at"),
    )
    op.create_index("ix_visits_link_id", "visits", ["link_id"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _of(table: str, name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)
