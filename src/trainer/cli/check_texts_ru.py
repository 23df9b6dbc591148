"""Everything that the check of an export says to a person, in Russian."""

from collections.abc import Mapping

EXPORT: Mapping[str, str] = {
    "progress": "Проверяю ответы",
    "title": "Проверка чатов",
    "count": "Ответов в выгрузке: {replies}. Проверено: {judged}, пустых пропущено: {empty}.",
    "partial": "Проверка прервана: это отчёт о части выгрузки.",
    "prohibition": "Что нарушают",
    "obligation": "Что получается (без сценария не видно, где это было нужно)",
    "prohibition-line": "{title} ({id}): нарушено {count} ({share}), соблюдено {kept}",
    "obligation-line": "{title} ({id}): есть в {count} ({share})",
    "prohibition-none": "Не нарушали: {titles}",
    "obligation-none": "Не встретилось: {titles}",
    "worst": "Где больше всего нарушений",
    "reply": "{id}, строка {line}, нарушений {count}",
    "cell-id": "id",
    "cell-title": "стандарт",
    "cell-judged": "проверено",
    "cell-kept": "соблюдено",
    "cell-broken": "нарушено",
    "cell-examples": "примеры",
    "written": "Отчёт записан: {name}",
    "go-on": "Что проверено, сохранено. Продолжить: та же команда с ключом --resume.",
    "no-out": "В другой раз укажите --out ФАЙЛ: тогда проверку можно будет продолжить.",
}

# What the CSV reader says, by a piece of its message.
_CSV: Mapping[str, str] = {
    "field larger": "ячейка слишком длинная; похоже, не закрыта кавычка",
    "unexpected end": "кавычка открыта и не закрыта до конца файла",
    "expected after": "после закрывающей кавычки стоит лишнее; кавычку внутри текста пишут дважды",
    "new-line": "перевод строки внутри ячейки без кавычек",
}


def csv_reason(message: str) -> str:
    """Return in Russian what is wrong with a CSV row."""
    return next((text for piece, text in _CSV.items() if piece in message), "проверьте кавычки")
