"""Everything that ``trainer preview`` says to a person, in Russian."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "preview": "Открывает сценарий, который вы пишете: сохраните файл в редакторе, и разговор продолжится "
    "с новым текстом на том же шаге. Ответы никуда не записываются.",
    "what": "файл сценария или его id",
    "turn": "с какого шага начать; без него - с первого",
}
INPUT: Mapping[str, str] = {
    "C150": "предпросмотр открывается в терминале, а здесь его нет",
}
