"""What the screen of settings says."""

from collections.abc import Mapping

SETTINGS = "Настройки"
THEME = "Тема: {value}"
THEMES: Mapping[str, str] = {"dark": "тёмная", "light": "светлая"}
THEME_ABOUT = "F9 меняет её на один раз."
HINTS = "Подсказки и образцы в разговоре: {value}"
HINTS_ABOUT = "Без них труднее: F3 и F4 в разговоре не работают. Образец в разборе остаётся."
YES_NO: Mapping[bool, str] = {True: "есть", False: "нет"}
PERSON = "Кто занимается: {value}"
PERSON_ABOUT: Mapping[bool, str] = {
    True: "Программа помнит вас на этой машине. Enter – пусть спрашивает, кто занимается.",
    False: "Enter – запомнить на этой машине и больше не спрашивать.",
}
PERSON_ALONE = "вы одни на этой машине"
PERSON_ALONE_ABOUT = "Имя не нужно. Учеников добавляет команда: trainer person add ИМЯ"
LESSON = "Первый разговор с пояснениями"
LESSON_ABOUT = "Две короткие реплики, чтобы понять разбор. Enter – пройти ещё раз."
PACKS = "Свои наборы: {value}"
NO_PACKS = "нет"
PACKS_ABOUT = "Папки с наборами назовите в файле настроек строкой packs, подробно – в docs/commands.md."
FILE = "Файл настроек: {path}"
NO_FILE = "Файл настроек писать некуда: выбор будет помниться до выхода."
WEB = "В браузере выбор помнится, пока открыта эта страница."
SAVED = "Сохранено."
HINT = "Enter меняет, Esc возвращает назад."
