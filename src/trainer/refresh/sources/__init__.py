"""Where the items of refreshers come from: turns of talks, items of exercises, examples of the catalogue."""
