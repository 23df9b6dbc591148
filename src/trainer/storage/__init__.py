"""Keeps sessions on disk; implements the ports of practice."""
