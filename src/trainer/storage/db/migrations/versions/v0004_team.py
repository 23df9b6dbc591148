"""Wrong PINs are counted; assignments with their items and with whom they are for."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add what counts wrong PINs, and the tables of assignments."""
    op.add_column("people", sa.Column("pin_wrong", sa.Integer, nullable=False, server_default="0"))
    op.add_column("people", sa.Column("pin_closed_until", sa.Text))
    op.create_table(
        "assignments",
        sa.Column("id", sa.Text, primary_key=True),
        *(_text(name) for name in ("title", "mode", "counts", "created_at")),
        sa.Column("start", sa.Text),
        sa.Column("due", sa.Text),
        sa.Column("pass_mark", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer),
    )
    op.create_table(
        "assignment_items",
        _of("assignments"),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        _text("item"),
    )
    op.create_table("assignment_people", _of("assignments"), _of("people"))
    op.create_index("ix_assignment_people_person_id", "assignment_people", ["person_id"])
    op.create_table("assignment_groups", _of("assignments"), _of("groups"))
    op.create_index("ix_assignment_groups_group_id", "assignment_groups", ["group_id"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _of(table: str) -> "sa.Column[str]":
    name = {"assignments": "assignment_id", "people": "person_id", "groups": "group_id"}[table]
    return sa.Column(name, sa.Text, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)
