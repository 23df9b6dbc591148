"""Everything that ``trainer schema`` says to a person, in Russian."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "schema": "Печатает JSON Schema файлов набора: по ней редактор подсказывает ключи и находит опечатки.",
    "kind": "схема чего: scenario - сценарий, exercise - упражнение, pack - pack.yaml, standard - свой стандарт; "
    "без него - сценарий, а с папкой в --out - все",
    "out": "записать в файл; если это папка - в scenario.json, exercise.json, pack.json и standard.json",
}
SCHEMA: Mapping[str, str] = {"written": "Схема записана: {name}"}
