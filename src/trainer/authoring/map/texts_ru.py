"""The words on a map: conditions of ways in short, outcomes, moods."""

from collections.abc import Mapping

# Lists of a condition; what stands there are ids.
LISTS: Mapping[str, str] = {
    "shown": "показано: {ids}",
    "violated": "нарушено: {ids}",
    "given": "сказано: {ids}",
    "missing": "не сказано: {ids}",
    "said": "уже звучало: {ids}",
    "looked": "открыто: {ids}",
}
ANY, ALL = " или ", ", "
BOUNDS: Mapping[str, str] = {
    "score": "балл",
    "grade": "оценка",
    "mood": "настроение",
    "patience": "терпение",
    "warnings": "граница обозначена, раз",
    "visits": "который раз здесь",
}
MOODS = ("в ярости", "злится", "расстроен", "спокоен", "доволен")
SPAN: Mapping[str, str] = {
    "exactly": "{key} {low}",
    "least": "{key} от {low}",
    "most": "{key} до {high}",
    "between": "{key} от {low} до {high}",
    "mood-least": "{key} не хуже «{low}»",
    "mood-most": "{key} не лучше «{high}»",
    "mood-between": "{key} от «{low}» до «{high}»",
    "mood-exactly": "{key} «{low}»",
}
WAY: Mapping[str, str] = {
    "and": " и ",
    "or": " либо ",
    "not": "неверно, что ({inner})",
    "always": "всегда",
    "else": "иначе",
    "urgent": "сразу, если {when}",
    "if": "если {when}",
    "count": "раз: {count} ({share} %)",
    "never": "ни разу",
}
OUTCOMES: Mapping[str, str] = {"good": "хорошо", "mixed": "так себе", "lost": "клиент потерян"}
PLACE: Mapping[str, str] = {
    "title": "{title} ({id})",
    "ending": "{title} ({outcome})",
    "turn": "«{line}»",
    "reached": "дошли {count} из {runs}",
    "points": "средний балл {points}",
    "scores": "балл чаще {low}-{high}",
    "before": "показан выше",
    "after": "показан ниже",
    "unreached": "сюда не дойти",
}
