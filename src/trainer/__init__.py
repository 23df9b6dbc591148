"""A terminal trainer for customer support: scripted clients, free answers, explained scores."""

__version__ = "0.1.0"
