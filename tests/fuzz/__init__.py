"""Input that nobody foresaw: targets with their invariants, seeds, and what drives them (see docs/trust.md)."""
