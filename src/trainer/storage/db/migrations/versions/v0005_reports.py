"""Sums of a person's months for reports, kept true by triggers, and comments of mentors."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_MARK_FILE = "INSERT OR IGNORE INTO stale_months (person_id, month) {what}"
# An update rather than nothing: it locks the row, so that no sum is made while this answer is still unseen.
_MARK_SERVER = (
    "INSERT INTO stale_months (person_id, month) {what} "
    "ON CONFLICT (person_id, month) DO UPDATE SET month = EXCLUDED.month"
)
_ANSWER = "SELECT {row}.person_id, substr({row}.at, 1, 7)"
_CHILD = "SELECT person_id, substr(at, 1, 7) FROM answers WHERE id = {row}.answer_id"
_TABLES = {"answers": _ANSWER, "deductions": _CHILD, "shown": _CHILD}
_ROWS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}
_FORGET = "".join(
    f"DELETE FROM {table} WHERE person_id = OLD.id; "
    for table in ("day_tallies", "standard_tallies", "stale_months")
)


def upgrade() -> None:
    """Make the tables and the triggers; everything there is has to be summed once."""
    _tallies()
    _comments()
    about = ["person_id", "pack", "scenario", "started_at", "finished_at", "score"]
    op.create_index("ix_sessions_report", "sessions", about)
    op.execute(
        "INSERT INTO stale_months (person_id, month) SELECT DISTINCT person_id, substr(at, 1, 7) FROM answers"
    )
    if op.get_bind().dialect.name == "postgresql":
        _server_triggers()
    else:
        _file_triggers()


def _tallies() -> None:
    _table("day_tallies", ("person_id", "pack", "day"), ("answers", "score", "hints", "seconds", "timed"))
    _table(
        "standard_tallies", ("person_id", "pack", "standard", "quality", "month"), ("lost", "points", "shown")
    )
    _table("stale_months", ("person_id", "month"), ())


def _table(name: str, keys: tuple[str, ...], counts: tuple[str, ...]) -> None:
    op.create_table(
        name,
        *(sa.Column(key, sa.Text, primary_key=True) for key in keys),
        *(sa.Column(count, sa.Integer, nullable=False, server_default="0") for count in counts),
        sqlite_with_rowid=False,
    )


def _comments() -> None:
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("author_id", sa.Text, sa.ForeignKey("people.id", ondelete="SET NULL")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "text", "at")),
        sa.Column("read_at", sa.Text),
        sa.ForeignKeyConstraint(
            ["session_id", "number"], ["events.session_id", "events.number"], ondelete="CASCADE"
        ),
        sa.CheckConstraint("kind IN ('essential', 'actionable', 'informative', 'celebratory')", name="kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_comments_session_id_number", "comments", ["session_id", "number"])


def _file_triggers() -> None:
    for table, what in _TABLES.items():
        for kind, rows in _ROWS.items():
            body = "; ".join(_MARK_FILE.format(what=what.format(row=row)) for row in rows)
            op.execute(f"CREATE TRIGGER stale_{table}_{kind} AFTER {kind} ON {table} BEGIN {body}; END")
    op.execute(f"CREATE TRIGGER stale_people_delete AFTER DELETE ON people BEGIN {_FORGET}END")


def _server_triggers() -> None:
    for table, what in _TABLES.items():
        made = "; ".join(
            f"IF TG_OP <> '{other}' THEN {_MARK_SERVER.format(what=what.format(row=row))}; END IF"
            for row, other in (("OLD", "INSERT"), ("NEW", "DELETE"))
        )
        _function(f"stale_{table}", made)
        op.execute(
            f"CREATE TRIGGER stale_{table} AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION stale_{table}()"
        )
    _function("stale_people", _FORGET.strip().removesuffix(";"))
    op.execute(
        "CREATE TRIGGER stale_people AFTER DELETE ON people FOR EACH ROW EXECUTE FUNCTION stale_people()"
    )


def _function(name: str, body: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}; RETURN NULL; END $$"
    )
