"""People who learn and people who teach: groups, assignments, disagreement. Pure; the clock is passed in."""
