"""Everything that ``trainer xapi`` says to a person, in Russian."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "xapi": "Записи xAPI 1.0.3 об ответах и пройденных сессиях: export пишет их в файл, send отправляет в LRS.",
    "export": "Пишет все записи, по одной в строке JSON. Слова учеников попадут в них, "
    "только если в настройках [xapi] text = true.",
    "out": "куда записать; без ключа - в стандартный вывод",
    "send": "Отправляет в LRS то, чего там ещё нет. Очередь хранится в базе: после сбоя повторите команду, она продолжит. "
    "Имя и пароль берутся из переменных TRAINER_LRS_KEY и TRAINER_LRS_SECRET.",
    "to": "адрес LRS, например https://lrs.example.ru/xapi",
    "tries": "сколько раз подряд пробовать, пока LRS не отвечает; по умолчанию 5",
    "again": "отправить ещё раз и то, что LRS не принял",
}
SAID: Mapping[str, str] = {
    "written": "Записей: {count}.",
    "sent": "Отправлено записей: {arrived}.",
    "known": "Уже были в LRS: {known}.",
    "waiting": "Ждут отправки: {waiting} ({why}). Повторите команду позже, очередь сохранена.",
    "refused": "LRS не принял: {refused}. Отправить их ещё раз - ключ --again.",
    "overheard": "Адрес без шифрования (http): ответы, имя и пароль может прочесть кто-то по пути. Лучше https.",
    "no-home": "Чьи это люди, не сказано: вместо адреса центра стоит {home}. Задайте home_page в настройках [xapi].",
}
