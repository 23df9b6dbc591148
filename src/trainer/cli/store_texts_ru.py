"""What the commands about the store say."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "doctor": "Проверяет, всё ли готово к занятиям: программу, наборы, модель смысла, папку данных, хранилище "
    "и запасные файлы. Ничего не меняет. Код 1, если что-то нужно исправить.",
    "doctor-json": "запись JSON на каждую находку",
    "backup": "Пишет копию всего хранилища в один файл. Заниматься в это время можно.",
    "backup-file": "куда записать копию",
    "backup-force": "заменить файл, если он уже есть",
    "restore": "Возвращает хранилище из копии. Если в нём есть ответы, которых нет в копии, остановится и скажет.",
    "restore-file": "копия, которую записала команда backup",
    "restore-force": "заменить, даже если часть ответов пропадёт",
    "rescore": "Оценивает старые ответы сегодняшним судьёй и показывает новую оценку рядом с прежней. "
    "Прежние оценки не меняются.",
    "rescore-session": "одно занятие",
    "rescore-all": "все занятия",
    "rescore-json": "запись JSON на каждый ответ",
}
SAID: Mapping[str, str] = {
    "well": "хорошо   {text}",
    "wrong": "исправить {text}",
    "healthy": "Всё в порядке.",
    "problems": "Нужно исправить: {count}.",
    "saved": "Копия записана: {file}. Занятий {sessions}, ответов {answers}.",
    "restored": "Хранилище вернулось из копии {file}. Занятий {sessions}, ответов {answers}.",
    "lost-sessions": "занятий с более новыми ответами {sessions}, ответов {answers}",
    "lost-rows": "другие записи",
    "session": "{id} {scenario}, {at}",
    "answer": "  {turn}: было {old}, стало {new}  {text}",
    "same": "  {turn}: {old}, без изменений  {text}",
    "skipped": "{id}: не оценить заново: {why}",
    "sum": "Ответов {answers}: выше {up}, ниже {down}, без изменений {same}. В среднем было {old}, стало {new}.",
    "sum-none": "Ответов для новой оценки нет.",
}
# What rows of a table are called; those of a table that is not here are called by its name.
TABLES: Mapping[str, str] = {
    "people": "людей",
    "groups": "групп",
    "members": "участников групп",
    "rescores": "новых оценок",
    "comments": "комментариев",
    "links": "личных ссылок",
    "visits": "входов по ссылкам",
}
