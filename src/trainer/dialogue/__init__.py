"""Plays a scenario: state and step(state, verdict) -> (state, events). Pure."""
