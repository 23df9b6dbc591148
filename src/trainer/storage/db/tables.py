"""The tables of the store. Every change of them comes with a migration in ``migrations/versions``.

Ids are text. Times are ISO text in UTC, «2026-11-22T08:00:00Z», so that they sort as they happened.
``events`` is what happened and is never changed; the other tables of sessions are a projection of it.
"""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text, false
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def text_column(name: str, *more: SchemaItem, default: str | None = "") -> "Column[str]":
    """Return a text column that is never null."""
    return Column(name, Text, *more, nullable=False, server_default=default)


def _session(*, key: bool = False) -> "Column[str]":
    to = ForeignKey("sessions.id", ondelete="CASCADE")
    return Column("session_id", Text, to, nullable=False, primary_key=key)


def _answer() -> "Column[int]":
    return Column(
        "answer_id",
        Integer,
        ForeignKey("answers.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )


def _of(table: str, name: str) -> "Column[str]":
    return Column(name, Text, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)


people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    text_column("role", default="trainee"),
    Column("pin_hash", Text),
    text_column("created_at"),
    Column("closed_at", Text),
    # Wrong PINs in a row, and until when no PIN is looked at.
    Column("pin_wrong", Integer, nullable=False, server_default="0"),
    Column("pin_closed_until", Text),
)
groups = Table(
    "groups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
)
members = Table(
    "members",
    metadata,
    Column("group_id", Text, ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", Text, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "person_id"),
)
# A talk or a series of an exercise; ``scenario`` is the id of either. Score and grade are the means of the
# answers that stand, ``answers`` counts them; ``ending`` is where a finished talk ended.
sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("people.id"), nullable=False),
    text_column("kind"),
    text_column("pack"),
    text_column("scenario"),
    text_column("mode"),
    text_column("started_at"),
    Column("finished_at", Text),
    Column("ending", Text),
    Column("score", Integer),
    Column("grade", Integer),
    Column("answers", Integer, nullable=False, server_default="0"),
    text_column("hash_pack"),
    text_column("hash_catalogue"),
    text_column("engine_version"),
    Column("assignment_id", Text),
    Index(None, "person_id", "started_at"),
    Index(None, "assignment_id"),
)
events = Table(
    "events",
    metadata,
    _session(key=True),
    Column("number", Integer, primary_key=True),
    text_column("kind"),
    text_column("at"),
    Column("data", JSON, nullable=False),
)
# One row an answer of a talk or an item of an exercise (``turn`` is the id of either). The verdict stands in
# the event of the same session and number, once.
answers = Table(
    "answers",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _session(),
    Column("number", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("people.id"), nullable=False),
    text_column("pack"),
    text_column("scenario"),
    text_column("turn"),
    text_column("at"),
    text_column("text"),
    Column("score", Integer, nullable=False),
    Column("grade", Integer),
    Column("seconds", Integer),
    Column("hints", Integer, nullable=False, server_default="0"),
    Column("looked", JSON),
    Column("taken_back", Boolean, nullable=False, server_default=false()),
    text_column("hash_pack"),
    text_column("hash_catalogue"),
    text_column("engine_version"),
    Index(None, "session_id", "number", unique=True),
    Index(None, "person_id", "at"),
    sqlite_autoincrement=True,
)
# An answer may lose points twice for one standard, so the deductions are numbered.
deductions = Table(
    "deductions",
    metadata,
    _answer(),
    Column("number", Integer, primary_key=True),
    text_column("standard"),
    text_column("quality"),
    Column("points", Integer, nullable=False),
)
shown = Table(
    "shown",
    metadata,
    _answer(),
    Column("standard", Text, primary_key=True),
    text_column("quality"),
)
drafts = Table(
    "drafts",
    metadata,
    # No reference: a draft must never fail to be kept.
    Column("session_id", Text, primary_key=True),
    Column("move", Integer, nullable=False),
    text_column("text"),
    text_column("at"),
)
# What a later engine says of an answer: beside the verdict of then, never instead of it.
rescores = Table(
    "rescores",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _session(),
    Column("number", Integer, nullable=False),
    text_column("at"),
    Column("score", Integer, nullable=False),
    Column("grade", Integer),
    Column("verdict", JSON, nullable=False),
    text_column("hash_pack"),
    text_column("hash_catalogue"),
    text_column("engine_version"),
    Index(
        "ix_rescores_judged",
        "session_id",
        "number",
        "hash_pack",
        "hash_catalogue",
        "engine_version",
        unique=True,
    ),
)
# Statements on their way to an LRS: each of them once for each ``target``. ``number`` is that of the answer, -1 for the
# session as a whole. The statement itself is dropped once it has arrived; ``refused`` says why it was not taken.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    text_column("target"),
    Column("person_id", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    text_column("session_id"),
    text_column("verb"),
    Column("number", Integer, nullable=False),
    Column("statement", JSON(none_as_null=True)),
    text_column("queued_at"),
    Column("sent_at", Text),
    Column("refused", Text),
    # How often mentors had changed the score when this was said.
    Column("revision", Integer, nullable=False, server_default="0"),
    Index(None, "target", "session_id", "verb", "number", "revision", unique=True),
    Index(None, "target", "sent_at"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
assignments = Table(
    "assignments",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("title"),
    text_column("mode"),
    text_column("counts"),
    text_column("created_at"),
    Column("start", Text),
    Column("due", Text),
    Column("pass_mark", Integer, nullable=False),
    Column("attempts", Integer),
)
assignment_items = Table(
    "assignment_items",
    metadata,
    _of("assignments", "assignment_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text_column("item"),
)
assignment_people = Table(
    "assignment_people",
    metadata,
    _of("assignments", "assignment_id"),
    _of("people", "person_id"),
    Index(None, "person_id"),
)
assignment_groups = Table(
    "assignment_groups",
    metadata,
    _of("assignments", "assignment_id"),
    _of("groups", "group_id"),
    Index(None, "group_id"),
)

# Tables of other parts, which belong to the same store; here everything above is known.
from trainer.storage.db import disagreement_tables as _disagreement_tables  # noqa: E402, F401
from trainer.storage.db import link_tables as _link_tables  # noqa: E402, F401
from trainer.storage.db import report_tables as _report_tables  # noqa: E402, F401
