"""The tables of personal links to ``trainer serve`` and of the browsers that came in by them.

Of a secret only its SHA-256 is kept. A row is found by its id, which is no secret.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, Text, true

from trainer.storage.db.tables import metadata, text_column

links = Table(
    "links",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    text_column("secret_hash"),
    # Whether it opens only one browser.
    Column("once", Boolean, nullable=False, server_default=true()),
    text_column("created_at"),
    text_column("expires_at"),
    Column("used_at", Text),
    Column("revoked_at", Text),
    Index(None, "person_id"),
)
# A browser that came in: its cookie holds the secret. It ends with its link.
visits = Table(
    "visits",
    metadata,
    Column("id", Text, primary_key=True),
    Column("link_id", Text, ForeignKey("links.id", ondelete="CASCADE"), nullable=False),
    text_column("secret_hash"),
    text_column("at"),
    Index(None, "link_id"),
)
