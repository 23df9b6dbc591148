"""Judges an answer against the catalogue: findings, facts, deductions, score."""
