"""Pieces of what the lint says of exercises; the messages themselves stand in ``codes/``."""

from collections.abc import Mapping

# Where a text of an exercise stands, for the findings about its words.
PLACES: Mapping[str, str] = {
    "about": "об упражнении",
    "step": "шаг передышки",
    "why": "пояснение",
    "task": "задача",
}
WHY = "{title}: {why}"
