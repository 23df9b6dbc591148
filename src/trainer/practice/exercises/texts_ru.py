"""What exercises say to people, in one place."""

from trainer.model.exercise import Approach, Author, Form

# ---------------------------------------------------------------- losses
EMPTY_TITLE = "Ответа нет"
EMPTY = "Здесь пусто: напишите хотя бы одну фразу."
FACT_TITLE = "Факт потерян"
FACT_LOST = "Клиент больше не узнает: {fact}."
FACT_WRONG = "Сказано иначе, чем на самом деле. Нужно: {fact}."
FACT_MISSING = "Не сказано: {fact}."
SAME_TITLE = "Та же строка"
SAME_LINE = "Слова те же, что были. Скажите по-своему."
LONG_TITLE = "Длинно"
LONG = "До половины не хватает: лишних слов {over}."
LONG_FIX = "Сначала уберите вежливую воду и повторы, потом сложите два предложения в одно."
WORDS = "Слов было {had}, стало {has}. Цель - не больше {target}."
KIND_TITLE = "Кто пишет"
KIND_WRONG = "Вы решили: {said}. На самом деле: {right}."
APPROACH_TITLE = "Что делать"
APPROACH_WRONG = "Вы решили: {said}. Лучше: {right}."
NO_CHOICE = "ничего не выбрано"
AUTHORS = {Author.CRITIC: "критик", Author.HATER: "хейтер"}
APPROACHES = {
    Approach.IGNORE: "не отвечать",
    Approach.ANSWER: "ответить по делу",
    Approach.PERSUADE: "переубедить",
    Approach.BLOCK: "заблокировать",
}
MISSED = "Вы не отметили: «{words}»."
INEXACT_TITLE = "Не те границы"
INEXACT = "Вы отметили «{marked}», а мешает «{words}»."
WRONG_NAME = "Слова верные, а стандарт другой."
NOWHERE_TITLE = "Таких слов нет"
NOWHERE = "В ответе нет слов «{words}»."
FALSE_TITLE = "Отмечено лишнее"
FALSE = "«{words}» ничего не нарушает."
VARIANT_TITLE = "Вариант {number}"
ALIKE_TITLE = "Почти то же самое"
ALIKE = "Вариант {number} почти повторяет вариант {other}: другой порядок или одно слово не в счёт."
ALIKE_FIX = "Начните с другого: с чувства клиента, с решения или со срока."
NOT_SHOWN = "В варианте {number} этого нет."
WHICH_TITLE = "Другой стандарт"
WHICH_SHOWN = "Вы выбрали «{said}». Здесь показан стандарт «{right}»."
WHICH_BROKEN = "Вы выбрали «{said}». Здесь нарушен стандарт «{right}»."
NEXT_TITLE = "Спросят о другом"
NEXT_WRONG = "Вы выбрали «{said}». Не сказано вот что: {open}."
STEP_ENOUGH = "Достаточно ли ответа"
STEP_NEXT = "Что клиент спросит дальше"
STEP_WORDS = "Как сказать лучше"
STEP_QUALITIES = "Какого качества не хватило"
WAS_ENOUGH = "Этого ответа клиенту достаточно."
WAS_NOT_ENOUGH = "Этого ответа клиенту мало."
NO_QUESTION = "Вы не назвали вопрос."
OTHER_QUESTION = "Скорее всего, он спросит о другом."
WOULD_ASK = "Например: {questions}"
NOTHING_TO_ASK = "Спрашивать клиенту больше нечего."
NOTHING = frozenset({"ничего", "ничто", "нет", "никакой", "нечего"})
LACKED = "Не хватило: {names}."
NOTHING_LACKED = "Здесь всего хватило."

# ---------------------------------------------------------------- recovery
INHALE = "Вдох"
HOLD = "Задержка"
EXHALE = "Выдох"

# ---------------------------------------------------------------- the series
SERIES_OVER = "Упражнение уже закончено, изменить в нём ничего нельзя."
SERIES_GOES_ON = "Упражнение ещё не закончено."
NO_RETRY_IN_EXAM = "В экзамене ответ вернуть нельзя."
NOTHING_EASY = "Сначала ответьте хотя бы на одно задание."
NOT_EASY = "Это задание пока не засчитано, вернёмся к нему ещё раз."
NOTHING_TO_RETRY = "Вернуть пока нечего: вы ещё не отвечали."
BLANK_TEXT = "Ответ пустой. Напишите хотя бы одну фразу."
BLANK_TEXTS = "Все варианты пустые. Напишите хотя бы один."
BLANK_CHOICE = "Выберите, кто пишет и что делать."
BLANK_OPTION = "Выберите один из вариантов."
BLANK_ENOUGH = "Сначала решите, достаточно ли такого ответа."
UNKNOWN_SERIES = "упражнение не найдено: возможно, запись удалена"
DAMAGED = "запись упражнения повреждена, продолжить его нельзя: {what}"
CHANGED = "упражнение с тех пор изменилось, продолжить его нельзя: начните заново"

# ---------------------------------------------------------------- the plain mode
FORMS = {
    Form.REVIEW: "разбор чужого ответа",
    Form.COMMENTS: "критик или хейтер",
    Form.REWRITE: "переписать",
    Form.SPOT: "найти промах",
    Form.VARIANTS: "сказать иначе",
    Form.SHORTEN: "сократить вдвое",
    Form.RECOVER: "прийти в себя",
    Form.ANSWER: "ответить на реплику",
    Form.WHICH: "назвать стандарт",
    Form.NEXT: "что клиент спросит дальше",
    Form.REFRESH: "десять минут в день",
}
HELLO = "Упражнение «{title}»: {form}."
ITEMS = "Заданий: {count}."
WEIGHTS = (
    "Баллы: достаточно ли ответа - 20, что клиент спросит дальше - 20, как сказать лучше - 40, "
    "какого качества не хватило - 20."
)
ITEM = "Задание {number} из {items}."
CLIENT = "Клиент: {text}"
OPERATOR = "Оператор: {text}"
COMMENT = "Отзыв: {text}"
LINE = "Строка: {text}"
IS_BROKEN = "Что в ней не так: {title}."
TASK = "Задача: {text}"
REPLY = "Ответ: {text}"
TARGET = "Здесь слов: {words}. Уложитесь в {target}."
ABOUT_CLIENT = "Пишет: {client}"
SITUATION = "Дело: {text}"
KNOWN = "Уже известно: {known}."
WORDS_OF = "Слова: «{words}»"
ASK_SHOWN = "Какой стандарт здесь показан?"
ASK_BROKEN = "Какой стандарт здесь нарушен?"
ASK_ASKED = "Что клиент спросит дальше?"
WHO = "Кто пишет?"
WHAT = "Что делать?"
YOUR_TEXT = "Ваш вариант:"
YOUR_VARIANT = "Вариант {number}:"
YOUR_MARK = "Какие слова мешают? Пустая строка - отмечать нечего."
MORE_MARKS = "Ещё слова? Пустая строка - это всё."
YOUR_STANDARD = "Какой это запрет? Номер, название или id; /list - список."
ASK_ENOUGH = "Достаточно ли клиенту такого ответа?"
ASK_NEXT = "Что клиент спросит дальше? Пустая строка - ничего."
CARD = "В карточке:"
ASK_WORDS = "Как сказать лучше?"
ASK_QUALITIES = "Каких качеств не хватило? Номера через запятую, пустая строка - всего хватило."
YES = "да"
NO = "нет"
NOT_AN_OPTION = "«{said}» не подходит. Напишите номер от 1 до {last} или название."
SCORED = "{word}: {score} из 100."
PASSED = "Засчитано"
NOT_PASSED = "Пока нет"
PART = "   {title}: {got} из {of}"
ABOUT = "О чём это задание: {why}"
BETTER = "Можно сказать так:"
BETTER_ITEM = "   {text}"
ACCEPTED = "Ответ принят, разбор будет в конце."
SUM = "Итог: {score} из 100, засчитано {passed} из {answered}."
BY_STANDARD = "По стандартам:"
STANDARD_ROW = "   {title}: удалось {kept} из {items}"
REMEMBER = "Запомните:"
REMEMBER_ITEM = "   «{text}» → {lesson}"
NOTHING_TO_OBJECT = "Возразить не на что: в прошлом задании баллы не сняты, или это экзамен."
OBJECT_HOW = (
    "Напишите номер снятия ({numbers}) и почему вы не согласны. Например: /object {first} Это слова клиента"
)
UNKNOWN_COMMAND = "Команды {command} нет."
HELP = """Команды: /say – повторить задание, /retry – вернуть прошлое, /list – список стандартов или качеств,
/object 2 почему – возразить против второго снятия в прошлом задании,
/help – эта справка, /quit – выйти; сделанное сохранится.
Строка с \\ в конце продолжается на следующей. Ответ с косой черты начинайте с //"""
GOODBYE = "До встречи!"
GOODBYE_KEPT = "До встречи! Всё сохранено. Продолжить: {how}"
RECOVER_HELP = "Ничего не оценивается и не сохраняется. Enter – дальше, /quit – закончить."
RECOVERED = "Берегите себя."
BREATH = "Вдох на {inhale}{hold}, выдох на {exhale}. Сколько раз: {rounds}."
BREATH_HOLD = ", задержка на {hold}"
SECONDS = "Секунд: {seconds}."

# ---------------------------------------------------------------- input
NO_TURN = "нет шага «{at}»; есть: {known}"


def said_author(value: str) -> str:
    """Return how a chosen author is called."""
    return AUTHORS[Author(value)] if value in set(Author) else NO_CHOICE


def said_approach(value: str) -> str:
    """Return how a chosen approach is called."""
    return APPROACHES[Approach(value)] if value in set(Approach) else NO_CHOICE
