"""Everything that the commands say to a person, in Russian."""

from collections.abc import Mapping

# What is wrong with the input or the call; ``{hint}`` is a did-you-mean, empty when nothing comes near.
INPUT: Mapping[str, str] = {
    "C001": "файл не найден",
    "C002": "файл не открылся: {reason}",
    "C003": "текст не в кодировке UTF-8, байт {byte}: сохраните файл как UTF-8",
    "C004": "ответ пуст: напишите хотя бы слово",
    "C005": "ответ «{id}» пуст: напишите хотя бы слово",
    "C010": "строка не похожа на запись JSON: {reason}",
    "C011": 'здесь нужна запись в фигурных скобках, например {{"id": "1", "text": "Здравствуйте!"}}',
    "C012": "в записи нет поля «{key}»",
    "C013": "поле «{key}»: нужно {wanted}, а здесь {found}",
    "C014": "в записях ничего нет: ни одного ответа",
    "C015": "поле «{key}» уже было в этой записи: оставьте одно",
    "C016": "в поле «{key}» половина знака Юникода (\\ud800-\\udfff): такой текст не записать",
    "C017": "оценка {grade}: нужна целая от 1 до 5",
    "C020": "не указан сценарий: trainer score СЦЕНАРИЙ ШАГ, или поле scenario в записи",
    "C021": "не указан шаг: trainer score СЦЕНАРИЙ ШАГ, или поле turn в записи",
    "C022": "в сценарии «{scenario}» нет шага «{turn}»{hint}",
    "C030": "нет стандарта «{id}»{hint}",
    "C031": "стандарт «{id}» нельзя проверить без сценария: возьмите trainer score",
    "C032": "в сценарии «{scenario}» на шаге «{turn}» нет факта «{id}»{hint}",
    "C033": "планку {bar} не с чем сравнить: в файлах нет подходящих записей",
    "C040": "нет пункта карточки «{id}»{hint}",
    "C050": "нет команды «{id}»{hint}; все команды: trainer --help",
    "C051": "{reason}; подсказка: {prog} --help",
    "C060": "файл не записался: {reason}",
    "C070": "выберите сценарий: {known}",
}

PLACES: Mapping[str, str] = {"stdin": "стандартный ввод", "call": "вызов"}

REASONS: Mapping[type[OSError], str] = {
    PermissionError: "нет прав",
    IsADirectoryError: "это папка",
    NotADirectoryError: "часть пути - не папка",
    OSError: "диск или имя файла не отвечают",
}

TYPES: Mapping[type, str] = {
    str: "текст",
    bool: "true или false",
    int: "число",
    float: "число",
    list: "список",
    dict: "запись",
    type(None): "пусто (null)",
}

INTERRUPTED = "Прервано по Ctrl+C."
INTERNAL = "ошибка программы: {kind}: {text}. Подробности: та же команда с ключом --debug"

ABOUT = "Тренажёр для службы поддержки: ответьте клиенту своими словами и посмотрите, что сработало."
USAGE = "trainer [КОМАНДА] [КЛЮЧИ]"
COMMANDS: Mapping[str, str] = {
    "play": "открыть тренажёр или провести разговор без экрана",
    "score": "оценить ответы на реплику клиента",
    "check": "проверить любой ответ без сценария",
    "evaluate": "сравнить оценки с разметкой людей",
    "standards": "показать стандарты",
    "lint": "проверить наборы сценариев",
    "train": "обучить модель смысла на примерах каталога",
}
MAIN_HELP = """{about}

вызов: {usage}

Без команды открывается приложение.

команды:
{commands}

общие ключи:
  -h, --help   эта подсказка; «trainer КОМАНДА --help» расскажет о команде
  --version    версия
  --debug      при ошибке программы показать подробности

коды выхода: 0 - готово, 1 - проверка нашла недочёты, 2 - ошибка во входных данных или в вызове
"""

HELP: Mapping[str, str] = {
    "usage": "вызов: ",
    "arguments": "что указать",
    "options": "ключи",
    "help": "показать эту подсказку",
    "debug": "при ошибке программы показать подробности",
    "json": "выводить записи JSON, по одной в строке",
    "jsonl": "читать вход как записи JSON, по одной в строке, с полями id и text",
    "score": "Оценивает ответы на одном шаге сценария. Файл - текст одного ответа или записи JSON Lines.",
    "score-what": "СЦЕНАРИЙ ШАГ [ФАЙЛ]; сценарий и шаг можно опустить, если они есть в записях; "
    "без файла ответ читается со стандартного ввода",
    "check": "Проверяет любой ответ без сценария, как первый ответ на новое обращение.",
    "check-file": "файл с ответом или с записями JSON Lines; без него - стандартный ввод",
    "check-standards": "проверить только эти стандарты, через запятую",
    "evaluate": "Сравнивает оценки с разметкой людей: размеченные ответы и размеченные фразы, можно вместе.",
    "train": "Обучает модель смысла на примерах каталога и выбирает пороги по размеченным файлам.",
    "train-files": "файлы JSON Lines с разметкой, по которым выбираются пороги",
    "train-out": "куда записать веса; по умолчанию - файл каталога",
    "train-epochs": "сколько раз пройти все примеры",
    "train-seeds": "сколько моделей обучить; их оценки усредняются",
    "train-bars": "не обучать заново, только выбрать пороги",
    "evaluate-files": "файлы JSON Lines с разметкой",
    "errors": "показать каждое расхождение",
    "min-f1": "выйти с кодом 1, если micro F1 обязательств, запретов, фактов или фраз ниже",
    "min-qwk": "выйти с кодом 1, если взвешенная каппа оценок ниже",
    "by": "разложить согласие по группам",
    "standards": "Показывает стандарты по качествам или один стандарт целиком.",
    "standards-id": "id стандарта, например greet",
    "lint": "Проверяет наборы сценариев: формат, ссылки, связность, образцовые ответы.",
    "lint-paths": "папки наборов или файлы сценариев; без них - наборы из поставки",
    "no-model": "не оценивать образцовые и плохие ответы: только формат и связность, это быстрее",
    "play": "Открывает тренажёр; с ключом --answers проводит разговор без экрана.",
    "play-scenario": "id сценария; без него приложение покажет список",
    "plain": "разговор строка за строкой, без экранных окон",
    "exam": "режим экзамена: разбор после всего разговора",
    "resume": "продолжить начатый разговор",
    "answers": "файл с ответами: строка - ответ, или записи JSON Lines; «-» - стандартный ввод",
    "only-answers": "--json и --transcript работают вместе с --answers",
    "transcript": "записать разговор и разбор в файл",
}

# argparse speaks English; these are the messages that a wrong call can meet.
CALLS: Mapping[str, str] = {
    r"the following arguments are required: (.+)": "не хватает: {0}",
    r"unrecognized arguments: (.+)": "лишнее в вызове: {0}",
    r"argument (.+?): expected one argument": "после ключа {0} нужно значение",
    r"argument (.+?): expected at least one argument": "после {0} нужно хотя бы одно значение",
    r"argument (.+?): invalid choice: '?(.+?)'? \(choose from (.+)\)": "{0}: «{1}» не подходит, можно: {2}",
    r"argument (.+?): invalid \w+ value: '(.+)'": "{0}: «{1}» - не число от -1 до 1",
    r"argument (.+?): ignored explicit argument '(.+)'": "ключу {0} значение не нужно, а дано «{1}»",
    r"ambiguous option: (.+?) could match (.+)": "ключ {0} можно понять по-разному: {1}",
    r"argument (.+?): not allowed with argument (.+)": "ключи {0} и {1} вместе не работают",
}

TOO_MANY = "лишнее в вызове: {0}"

# What the JSON reader says, by a piece of its message.
_JSON: Mapping[str, str] = {
    "Expecting value": "здесь должно быть значение",
    "Expecting property name": "здесь должно быть имя поля в двойных кавычках",
    "Expecting ':'": "после имени поля нет двоеточия",
    "Expecting ','": "между полями нет запятой",
    "Extra data": "после записи стоит лишнее",
    "Unterminated string": "не закрыты кавычки",
    "Invalid control character": "перевод строки или управляющий символ внутри кавычек: напишите его как \\n",
    "Invalid \\": "неизвестная последовательность с обратной чертой",
    "trailing comma": "лишняя запятая",
}


def json_reason(message: str) -> str:
    """Return in Russian what is wrong with a JSON line."""
    return next((text for piece, text in _JSON.items() if piece in message), "она не читается")


KINDS: Mapping[str, str] = {
    "obligation": "ожидается",
    "prohibition": "так нельзя",
    "process": "по действиям",
}

SCORE: Mapping[str, str] = {
    "title": "Ответ {id} · {scenario}, шаг {turn}",
    "facts": "Факты: сказано {given} из {all}",
    "missing": "   Не хватает: {items}",
    "qualities": "Качества: {items}",
    "next": "Дальше: {next}",
    "asks": "Дальше клиент переспросит: {line}",
}

PLAY: Mapping[str, str] = {
    "client": "{name} ({mood}): {line}",
    "looked": "Вы открыли: {title}. {text}",
    "you": "Вы: {text}",
    "note": "Запись после разговора: {text}",
    "ran-out": "Ответы кончились, а клиент ждёт: {line} (шаг {turn})",
    "too-long": "Разговор ходит по кругу: больше {most} ответов. Он остановлен на шаге {turn}.",
    "resume": "trainer play --plain --resume {id}",
    "prompt": "> ",
}

CHECK: Mapping[str, str] = {
    "title": "Ответ {id}",
    "shown": "Получилось:",
    "violated": "Стоит исправить:",
    "clean": "Нарушений не видно.",
    "none": "Ничего из стандартов не видно.",
    "line": "  {title} ({id}): {words}",
    "why": "     почему: {text}",
    "fix": "     как лучше: {text}",
    "source": "     источник: {text}",
}

STANDARD: Mapping[str, str] = {
    "asks": "Что просит",
    "matters": "Зачем это клиенту",
    "fix": "Как сказать лучше",
    "missed": "Если этого нет",
    "source": "Источник",
    "points": "Баллы",
    "hits": "Засчитывается",
    "breaks": "Нарушает",
    "misses": "Не засчитывается",
    "fine": "Не нарушает",
}

LINT: Mapping[str, str] = {
    "clean": "Проверено наборов: {packs}. Замечаний нет.",
    "found": "Ошибок: {errors}, предупреждений: {warnings}.",
}

EVALUATE: Mapping[str, str] = {
    "answers": "Ответов: {count}",
    "phrases": "Фраз: {count}, верно {accuracy}, F1 {f1}",
    "group": "{title}: micro F1 {micro} (точность {precision}, полнота {recall}), macro F1 {macro}",
    "obligations": "Обязательства",
    "prohibitions": "Запреты",
    "facts": "Факты",
    "grade": "Оценка 1-5: каппа {qwk}, Спирмен {spearman}, средняя ошибка {mae}, в пределах балла {within}",
    "score": "Счёт 0-100 против оценки человека: Спирмен {spearman}",
    "by-hand": "кто писал",
    "by-scenario": "сценарий",
    "by-grade": "оценка",
    "standard": "стандарт",
    "support": "есть",
    "found": "найдено",
    "precision": "точн.",
    "recall": "полн.",
    "f1": "F1",
    "phrase": "фразы по стандарту",
    "accuracy": "верно",
    "qwk": "каппа",
    "mae": "ошибка",
    "count": "всего",
    "bar": "Планка не взята: {name} {value}, нужно {bar}",
    "error-answer": "{id} · оценка человека {label}, наша {grade}, счёт {score}",
    "error-phrase": "{id} · {standard}: человек - {label}, мы - {judged}",
    "extra": "  лишнее: {id}{words}",
    "lost": "  пропущено: {id}",
    "yes": "есть",
    "no": "нет",
}
