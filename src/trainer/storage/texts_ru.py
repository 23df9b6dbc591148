"""What storage says to people."""

import errno
from collections.abc import Mapping

from trainer.packs.texts_ru import TEXTS

NOT_KEPT = (
    "Папка «{folder}» недоступна для записи ({why}). Тренироваться можно, но после выхода разговор "
    "не сохранится. Укажите другую папку в переменной TRAINER_HOME."
)
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
