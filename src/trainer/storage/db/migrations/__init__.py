"""The migrations of the store, run by Alembic: see ``trainer.storage.db.migrate``."""
