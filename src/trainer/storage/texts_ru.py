"""What storage says to people."""

import errno
from collections.abc import Mapping

from trainer.packs.texts_ru import TEXTS

NOT_KEPT = (
    "Папка «{folder}» недоступна для записи ({why}). Тренироваться можно, но после выхода разговор "
    "не сохранится. Укажите другую папку в переменной TRAINER_HOME."
)
KEPT_ASIDE = (
    "Хранилище не отвечает ({why}). Занимайтесь дальше: ответы пишутся в запасной файл и сами попадут "
    "в хранилище, когда оно ответит."
)
TWO_WINDOWS = (
    "Другое окно продолжает эту сессию: этот разговор открыт в другом окне. Ответы из этого окна "
    "сохранятся отдельным разговором."
)
OTHER_WINDOW = "другое окно продолжает эту сессию"
# Why a database failed, by kind.
STORE_REASONS: Mapping[str, str] = {
    "full": "на диске нет места",
    "locked": "в него долго пишет другая программа",
    "readonly": "его можно только читать, нет прав на запись",
    "closed": "файл не открылся: нет прав или нет папки",
    "damaged": "файл повреждён; проверит команда trainer doctor",
    "moved": "файл хранилища удалён или заменён",
    "disk": "диск ответил ошибкой",
    "crowded": "на сервере заняты все подключения",
    "refused": "сервер не принял имя или пароль",
    "absent": "на сервере нет такой базы",
    "unknown-host": "адрес сервера не найден",
    "gone": "нет связи с сервером",
}
STORE_OTHER = "ошибка {kind}"
STORE_TEXTS: Mapping[str, str] = {
    "E200": "адрес базы не читается: нужен postgresql://имя:пароль@сервер/база, особые знаки пароля пишутся через %",
    "E201": 'для PostgreSQL нужен пакет psycopg: pip install "psycopg[binary]"',
    "E203": "нет человека «{name}»{hint}",
    "E204": "людей с именем «{name}» несколько: назовите id ({ids})",
    "E205": "хранилище не открылось: {why}",
    "E202": "хранилище записала более новая версия программы: обновите программу",
}
DAMAGED = "строка журнала повреждена; разговор до неё цел, но продолжить его нельзя"
REASONS = {
    errno.EBUSY: "этот разговор открыт в другом окне",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск только для чтения",
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "на диске нет места",
    errno.ENOTDIR: "на её месте лежит файл",
    errno.EEXIST: "на её месте лежит файл",
}
OTHER_REASON = "ошибка диска {number}"
SETTINGS_TEXTS: Mapping[str, str] = {
    **TEXTS,
    "E190": "ошибка в TOML: {reason}",
    "E191": '«packs»: нужен список папок в кавычках, например packs = ["~/наборы"]',
    "E192": "файл больше 1 МБ: настройки столько не занимают, проверьте, тот ли это файл",
    "E194": '«person»: нужно имя в кавычках, например person = "Анна"',
    "E195": "«{name}»: нужен раздел [{name}], под ним строки «ключ = значение»",
    "E193": "файл настроек не открылся: нет прав на чтение",
}
# What the TOML parser says; a message that is not known is shown as it is.
TOML_REASON: Mapping[str, str] = {
    "Invalid value": "значение не читается: текст пишется в кавычках",
    "Invalid statement": "строка не читается: нужно «ключ = значение»",
    "Unclosed array": "список не закрыт или нет запятой",
    "Unterminated string": "не закрыты кавычки",
    "Cannot overwrite a value": "этот ключ уже был: оставьте один",
    "Expected newline or end of document after a statement": "после значения стоит лишнее",
    "Expected '=' after a key in a key/value pair": "после ключа нет знака «=»",
    "Illegal character '\\n'": "не закрыты кавычки",
    "Invalid hex value": "обратная черта: возьмите путь в одинарные кавычки",
    "Unescaped '\\' in a string": "обратная черта: возьмите путь в одинарные кавычки",
}
