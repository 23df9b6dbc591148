"""Runs the migrations on the connection that is handed over; the transaction is the caller's."""

from alembic import context

from trainer.storage.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can change little of a table in place: Alembic builds it anew and copies the rows.
    render_as_batch=True,
)
context.run_migrations()
