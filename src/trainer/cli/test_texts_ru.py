"""Everything that the runner of examples says to a person, in Russian."""

from collections.abc import Mapping

INPUT: Mapping[str, str] = {
    "C120": "-k: выражение не читается{near}; нужны слова, and, or, not и скобки",
    "C121": "ни один пример не подошёл: посмотрите имена, trainer test -v",
    "C122": "файл «{name}»: имя должно кончаться на .xml",
    "C123": "здесь нет ни набора, ни сценария, ни стандарта",
    "C124": "это не каталог программы: стандарты проверяются только из {home}",
}
NEAR = " у слова «{word}»"

HELP: Mapping[str, str] = {
    "about": "Проверяет примеры ответов: те, что стоят у шагов сценариев, и те, что есть у стандартов.",
    "paths": "наборы, папки наборов, файлы сценариев или стандартов; без них - всё, что есть в программе",
    "k": "только примеры, чьё имя подходит: слова, and, or, not и скобки, например «slot and not model»",
    "x": "остановиться на первом, который не сошёлся",
    "v": "показать каждый пример и всё, что пока не так",
    "json": "одна запись JSON на пример",
    "junit": "записать итог в файл JUnit XML",
    "watch": "следить за файлами и проверять то, что изменилось; выход - Ctrl+C",
    "jobs": "сколько процессов; без ключа - сколько нужно",
}

STATUS: Mapping[str, str] = {
    "passed": "верно",
    "failed": "не так",
    "known": "пока не так",
    "fixed": "уже верно",
    "skipped": "пропущен",
}

TEST: Mapping[str, str] = {
    "progress": "Проверяю примеры",
    "headline": "{status}  {name}",
    "points": "{standard} -{points}",
    "context": "балл {score}{taken}",
    "taken": ", снято: {items}",
    "asks": "{to}, клиент спросит о факте {fact}",
    "known": "почему: {reason}",
    "fixed": "Эти примеры уже судим верно, уберите у них known:",
    "legend": "«-» ждали, «+» получили.",
    "total": "Примеров {count}: {parts}. За {seconds} с.",
    "part-passed": "верно {count}",
    "part-failed": "не так {count}",
    "part-known": "пока не так {count}",
    "part-fixed": "уже верно {count}",
    "part-skipped": "пропущено {count}",
    "watching": "Слежу за файлами ({count}). Выход - Ctrl+C.",
    "changed": "Изменилось: {names}",
    "nothing": "В этих файлах примеров нет.",
}
