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


def _text(name: str, *more: SchemaItem, default: str | None = "") -> "Column[str]":
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
    _text("role", default="trainee"),
    Column("pin_hash", Text),
    _text("created_at"),
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
    _text("kind"),
    _text("pack"),
    _text("scenario"),
    _text("mode"),
    _text("started_at"),
    Column("finished_at", Text),
    Column("ending", Text),
    Column("score", Integer),
    Column("grade", Integer),
    Column("answers", Integer, nullable=False, server_default="0"),
    _text("hash_pack"),
    _text("hash_catalogue"),
    _text("engine_version"),
    Column("assignment_id", Text),
    Index(None, "person_id", "started_at"),
    Index(None, "assignment_id"),
)
events = Table(
    "events",
    metadata,
    _session(key=True),
    Column("number", Integer, primary_key=True),
    _text("kind"),
    _text("at"),
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
    _text("pack"),
    _text("scenario"),
    _text("turn"),
    _text("at"),
    _text("text"),
    Column("score", Integer, nullable=False),
    Column("grade", Integer),
    Column("seconds", Integer),
    Column("hints", Integer, nullable=False, server_default="0"),
    Column("looked", JSON),
    Column("taken_back", Boolean, nullable=False, server_default=false()),
    _text("hash_pack"),
    _text("hash_catalogue"),
    _text("engine_version"),
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
    _text("standard"),
    _text("quality"),
    Column("points", Integer, nullable=False),
)
shown = Table(
    "shown",
    metadata,
    _answer(),
    Column("standard", Text, primary_key=True),
    _text("quality"),
)
drafts = Table(
    "drafts",
    metadata,
    # No reference: a draft must never fail to be kept.
    Column("session_id", Text, primary_key=True),
    Column("move", Integer, nullable=False),
    _text("text"),
    _text("at"),
)
# What a later engine says of an answer: beside the verdict of then, never instead of it.
rescores = Table(
    "rescores",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _session(),
    Column("number", Integer, nullable=False),
    _text("at"),
    Column("score", Integer, nullable=False),
    Column("grade", Integer),
    Column("verdict", JSON, nullable=False),
    _text("hash_pack"),
    _text("hash_catalogue"),
    _text("engine_version"),
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
    _text("target"),
    Column("person_id", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    _text("session_id"),
    _text("verb"),
    Column("number", Integer, nullable=False),
    Column("statement", JSON(none_as_null=True)),
    _text("queued_at"),
    Column("sent_at", Text),
    Column("refused", Text),
    Index(None, "target", "session_id", "verb", "number", unique=True),
    Index(None, "target", "sent_at"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
assignments = Table(
    "assignments",
    metadata,
    Column("id", Text, primary_key=True),
    _text("title"),
    _text("mode"),
    _text("counts"),
    _text("created_at"),
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
    _text("item"),
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
    _text("standard"),
    Column("points", Integer, nullable=False),
    _text("text"),
    _text("at"),
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
    _text("reason"),
    _person("mentor_id", "SET NULL"),
    _text("at"),
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
    _text("text"),
    _text("scenario"),
    _text("turn"),
    _text("standard"),
    Column("label", Boolean, nullable=False),
    Column("spans", JSON),
    # Whose words these are; without them there is no example either.
    _person("person_id", "CASCADE"),
    _person("mentor_id", "SET NULL"),
    _text("at"),
    _text("origin"),
    _text("origin_id"),
    Index(None, "standard"),
    sqlite_autoincrement=True,
)
# What somebody is to be told at the next start.
notices = Table(
    "notices",
    metadata,
    _id(),
    Column("person_id", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    _text("at"),
    _text("kind"),
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
    _text("at"),
    Column("agreed_at", Text),
)
calibration_answers = Table(
    "calibration_answers",
    metadata,
    Column("calibration_id", Text, ForeignKey("calibrations.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("text"),
    _text("scenario"),
    _text("turn"),
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
    _text("at"),
    Index(None, "calibration_id", "number"),
    sqlite_autoincrement=True,
)

# Tables of other parts, which belong to the same store; here everything above is known.
from trainer.storage.db import report_tables as _report_tables  # noqa: E402, F401
