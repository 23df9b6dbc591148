"""Pieces of what the lint says; the messages themselves stand in ``codes/``."""

from collections.abc import Mapping

WHY = "; снято за: {standards}"

# Where a text of a scenario stands, for the findings about its words.
PLACES: Mapping[str, str] = {
    "about": "о клиенте",
    "briefing": "вводная",
    "card": "карточка",
    "ending": "концовка",
    "hint": "подсказка",
    "remark": "замечание о клиенте",
}
