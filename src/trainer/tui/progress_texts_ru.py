"""What the screens of «where am I» say beside the words of ``team.progress.texts_ru``."""

from collections.abc import Mapping

KEY = "Где я (F3)"
KEYS: Mapping[str, str] = {"standards": "Все стандарты"}
STANDARDS = "Все стандарты по неделям"
READING = "Считаю…"
