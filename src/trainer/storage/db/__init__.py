"""The store: SQLite in the data folder, or PostgreSQL for many machines. SQLAlchemy is loaded only when it is opened."""
