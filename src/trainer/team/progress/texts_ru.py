"""What «where am I» says, on the screen and in lines."""

from collections.abc import Mapping

# The levels are called here as in reports.
from trainer.team.report_texts_ru import LEVELS as LEVELS

TITLE = "Где я"
TITLE_OF = "Где я: {name}"
EMPTY = (
    "Пока здесь пусто: ответов ещё нет.",
    "Проведите один разговор или сделайте одно упражнение, и здесь появятся ваши восемь качеств, "
    "стандарты, на которых уходят баллы, и календарь занятий.",
)
SUMMARY = "Ответов: {answers}. Балл сейчас: {score} из 100."
SUMMARY_OLD = "Ответов: {answers}. За последние полгода ответов не было."
RECENT = "Свежие ответы важнее: сказанное три недели назад весит вдвое меньше сегодняшнего."

STREAK = "Серия: {days}, с {since}."
STREAK_NONE = "Серия пока не началась: ответьте сегодня, и пойдёт первый день."
FORGIVEN = "Прощено пропусков: {count}."
SPARE = "На этой неделе один день можно пропустить."
NO_SPARE = "Пропуск на этой неделе уже был."
TODAY_OPEN = "Сегодня ещё не занимались."

SCORES = "Балл по неделям"
QUALITIES = "Восемь качеств: сколько баллов теряет один ответ"
QUALITY_KEY = (
    "Чем выше столбик, тем лучше: полный – без потерь, самый низкий – от 7 баллов. Точка – не встречалось."
)
STANDARD_KEY = (
    "Чем выше столбик, тем лучше: полный – без потерь, самый низкий – от 2 баллов. Точка – не встречалось."
)
STANDARDS = "Все стандарты: сколько баллов теряет один ответ"
COSTLY = "Что обходится дороже всего"
NOTHING_COSTLY = "Баллы нигде не теряются. Отличная работа!"
COSTLY_ROW = "{points} балла на ответ, снимали {lost}"
FIX = "Как исправить: {fix}"
GAINS = "Что дадут десять минут упражнений"
GAINS_KEY = "Оценка: столько баллов перестал бы терять один ответ, если выучить всё, что встретится."
NO_GAINS = "Подобрать упражнение не получается: терять нечего или заданий в наборах нет."
GAIN_ROW = "до {points} балла на ответ"
GAIN_CAN = "выходит {can} %, заданий сделано {done}"
GAIN_NEW = "ещё не пробовали"
GAIN_MOST = "поможет: {titles}"
CALENDAR = "Дни занятий"
CALENDAR_KEY = "Число – сколько ответов, «·» – пропуск, «~» – прощённый пропуск, скобки – сегодня."

NONE = "–"
NO_ANSWERS = "нет"
LAST = "последний раз {day}"
TRENDS: Mapping[str, str] = {
    "better": "лучше",
    "same": "так же",
    "worse": "хуже",
    "unknown": "",
}
WEEKDAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")
# One, two to four, five and more.
DAYS = ("день", "дня", "дней")
TIMES = ("раз", "раза", "раз")
PLAIN_TRENDS: Mapping[str, str] = {
    "better": "за три недели стало лучше",
    "same": "за три недели без перемен",
    "worse": "за три недели стало хуже",
    "unknown": "",
}
COLUMNS: Mapping[str, str] = {
    "quality": "Качество",
    "standard": "Стандарт",
    "each": "Баллов",
    "level": "Как",
    "trend": "Перемена",
    "weeks": "По неделям",
    "last": "Последняя неделя",
    "form": "Форма",
    "gain": "Даст до",
    "can": "Выходит",
    "done": "Сделано",
    "most": "Поможет",
    "week": "Неделя с",
}

PLAIN_LINE = "{title}: {value}"
PLAIN_LINE_LEVEL = "{points} балла на ответ, {level}"
PLAIN_WEEKS = "По неделям: {weeks}."
PLAIN_WEEK = "с {day} – {value}"
PLAIN_DAY = "{day} – {count}"
PLAIN_FORGIVEN = "прощён"
PLAIN_CALENDAR = "Неделя с {day}: {days}."
PLAIN_NO_DAYS = "ответов не было"
