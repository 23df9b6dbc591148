"""What the mentor's screens say."""

from collections.abc import Mapping

DESK = "Стол наставника"
OWN = "Мои записи"
EVERYBODY = "все ученики"
NOBODY = "Учеников пока нет. Добавить их можно командой: trainer person add ИМЯ"
NO_ANSWERS = "ответов пока нет"
FAILED = "Не получилось прочитать записи: {what}"
COUNTS = "ответов {answers}, балл {score}, закончено {finished} из {begun}, последний раз {last}"
LEGEND = "Число – сколько баллов теряет один ответ: меньше 1,5 хорошо, от 1,5 бывает, от 5 слабое место."
WORDS: Mapping[str, str] = {"good": "хор.", "fair": "быв.", "weak": "слаб.", "unseen": ""}
WIDE_WORDS: Mapping[str, str] = {"good": "хорошо", "fair": "бывает", "weak": "слабо", "unseen": ""}
WEAK = "Слабые места по стандартам"
WEAK_ABOUT = "Сколько баллов теряет один ответ и сколько раз не вышло."
WEAK_LINE = "не вышло {lost} из {of}"
NOTHING_WEAK = "Баллы нигде не теряются. Отличная работа!"
PERSON = "Ученик: {name}"
MY_OWN = "Мои записи: {name}"
PERSON_SUM = "Ответов: {answers}. Средний балл: {score} из 100."
BY_WEEK = "Балл по неделям"
WEEK_ANSWERS = ", ответов {answers}"
WEEK_EMPTY = "{day}  ответов нет"
BEFORE_AFTER = "Было и стало"
CHANGE = "{first} → {last}"
TRIES = "попыток {count}"
NOT_TWICE = "Пока всё пройдено по одному разу: сравнить не с чем."
QUALITIES = "Качества: потери на ответ"
TALKS = "Разговоры и упражнения"
NO_TALKS = "Разговоров с ответами пока нет."
TALK = "{when}, {state}"
DONE, GOING = "балл {score}", "не закончен"
COMMENTED = ", комментариев {count}"
TRANSCRIPT = "Запись: {title}"
ANSWER = "{score} из 100"
OBJECTED = "Возражение к снятию {number}: «{text}»"
TAKEN = "взят обратно"
SEALED = "Разбор будет, когда экзамен закончится."
CLIENT_SAID = "Клиент"
ANSWERED = "Ответ"
NOTE = "Запись после разговора"
COMMENTS = "Комментарии наставника"
LOST = "За что снято"
CLEAN = "Ничего не снято."
MENTOR = "Наставник"
COMMENT = "Комментарий к ответу {number}"
COMMENT_KIND = "Какой это комментарий"
COMMENT_PLACEHOLDER = "Что сказать ученику"
COMMENT_HINT = "Enter – сохранить, Ctrl+J – новая строка, Tab – вид, Esc – закрыть"
COMMENT_KEPT = "Комментарий записан. Ученик увидит его на первом экране."
COMMENT_UNSAVED = "Комментарий не сохранён. Enter – сохранить, Esc ещё раз – закрыть без него."
DESK_ABOUT = "Кто где, слабые места, разговоры"
NEWS = "Наставник пишет: {title}"
NEWS_ABOUT = "{author}, комментариев: {count}"
KINDS: Mapping[str, str] = {
    "essential": "важно исправить",
    "actionable": "что сделать в следующий раз",
    "informative": "к сведению",
    "celebratory": "похвала",
}
KEYS = {
    "group": "Группа",
    "weak": "Стандарты",
    "comment": "Комментарий",
    "mentor": "Ученики",
    "own": "Мои записи",
}
