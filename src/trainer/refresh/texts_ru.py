"""What refreshers say to people, in one place."""

from collections.abc import Mapping

from trainer.refresh.cards import Situation
from trainer.refresh.plan import Reason

TITLE = "Десять минут в день"
ABOUT = "Короткие задания: что не вышло в прошлый раз, что давно не повторяли, и одно новое."

SITUATIONS: Mapping[Situation, str] = {
    Situation.CALM: "клиент спокоен",
    Situation.UPSET: "клиент расстроен",
    Situation.ANGRY: "клиент сердит",
    Situation.WRITING: "отдельная строка",
}
REASONS: Mapping[Reason, str] = {
    Reason.MISSED: "в прошлый раз не вышло",
    Reason.FADING: "пора повторить",
    Reason.NEW: "новое",
    Reason.FIRST: "знакомство",
}
# What an item is about; the title of the standard stands first.
WHY = "{title}: {situation}, {reason}."
# Naming the standard would give the answer away.
WHY_HIDDEN = "{situation}, {reason}."

# ---------------------------------------------------------------- the day
CARDS = ("карточка", "карточки", "карточек")
MINUTES = ("минута", "минуты", "минут")
NOTHING_DUE = "Повторять сегодня нечего."
DUE = "Пора повторить: {cards}."
SET = "Сегодня в наборе {cards}, примерно {minutes}."
GOES_ON = "Набор начат: сделано {done} из {of}, осталось примерно {minutes}."
FINISHED = "На сегодня всё."
WAITING = "Ещё {cards} подождут: в набор вошло самое важное."
MORE = "Хотите ещё сегодня: trainer refresh --more"
FIRST_DAY = "Это первый набор: по одному стандарту на каждое качество. Дальше наборы составят ваши ответы."
EMPTY = "Карточек пока нет: в ваших наборах мало заданий."
FORECAST = "Если ничего не делать, прибавится: {days}."
FORECAST_DAY = "{day} - {count}"
FORECAST_NOTHING = "Две недели ничего нового повторять не придётся."
TOMORROW = "завтра"

# ---------------------------------------------------------------- one card after the other
HELLO = "{title}. Заданий: {count}, примерно {minutes}."
CONTINUED = "Продолжаем с задания {number} из {count}."
HELP = """Команды: /easy - прошлое задание слишком лёгкое, /say - повторить задание, /retry - вернуть прошлое, /list - список
стандартов или качеств, /help - эта справка, /quit - выйти; сделанное сохранится.
Строка с \\ в конце продолжается на следующей. Ответ с косой черты начинайте с //"""
LESSON = "Стандарт «{title}»: {line}"
EASY_KEPT = "Понятно, слишком легко: эта карточка вернётся нескоро."
SUM = "На сегодня всё: засчитано {passed} из {answered}."
COMES_BACK = "Вернутся завтра или чуть позже: {titles}."

# ---------------------------------------------------------------- memory
STATE = "Уже встречались {cards}: держатся {firm}, ещё свежие {fresh}, пора повторить {due}."
STATE_KEY = "«Держится» – значит, вспомните и через три недели."
