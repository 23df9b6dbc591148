"""What reports say."""

from collections.abc import Mapping

EVERYBODY = "Все ученики"
PERIOD = "{since} - {until}"
FROM_START, UNTIL_NOW = "с начала", "по сегодня"
ALL_TIME = "за всё время"
MADE = "Отчёт составлен {when}"
PACK = "набор «{title}»"
NOBODY = "Пока показать нечего: ответов за это время нет."
NO_ANSWERS = "Ответов пока нет."
NONE = "–"

SUMMARY = "Ответов: {answers}. Средний балл: {score} из 100."
CHANGE_SUMMARY = "Первые попытки в среднем {before}, последние {after}: {change}."
BETTER, WORSE, SAME = "стало лучше на {by}", "стало ниже на {by}", "без перемен"

PEOPLE = "Кто как занимается"
QUALITIES = "Качества: сколько баллов теряет один ответ"
QUALITIES_ABOUT = (
    "Число - сколько баллов из 100 в среднем теряет ответ. Ноль - потерь нет. Все потери вместе и средний балл "
    "дают сто (у ответа с нулём баллов потери бывают и больше ста)."
)
STANDARDS = "Стандарты: на чём теряются баллы"
STANDARDS_ABOUT = "Сначала те, что стоили больше всего. «Вышло» и «не вышло» - сколько раз."
TIME = "Средний балл по неделям"
PACKS = "Наборы"
CHANGES = "Было и стало: первая и последняя попытка"
LEVELS: Mapping[str, str] = {
    "good": "хорошо",
    "fair": "бывает",
    "weak": "слабое место",
    "unseen": "не встречалось",
}
# Columns of tables; the keys are the fields of JSON as well.
COLUMNS: Mapping[str, str] = {
    "name": "Ученик",
    "id": "id",
    "answers": "Ответов",
    "score": "Балл",
    "begun": "Начато",
    "finished": "Закончено",
    "last": "Последний раз",
    "hints": "Подсказок на ответ",
    "seconds": "Секунд на ответ",
    "before": "Было",
    "after": "Стало",
    "weeks": "По неделям",
    "weak": "На что обратить внимание",
    "standard": "Стандарт",
    "quality": "Качество",
    "points": "Баллов на ответ",
    "shown": "Вышло",
    "lost": "Не вышло",
    "pack": "Набор",
    "people": "Учеников",
    "scenario": "Разговор или упражнение",
    "count": "Попыток",
}
LOSS_OF = "Теряет: {title}"
LEFT = "{name} (не работает)"
BAR = "{title}: {points} балла на ответ"
WEEK = "Неделя с {monday}: балл {score}, ответов {answers}"
WEEK_EMPTY = "Неделя с {monday}: ответов нет"
CELL = "{name}, {quality}: {points}, {word}"
MORE = "И ещё {count}."
