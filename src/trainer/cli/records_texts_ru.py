"""What the commands about people's records say."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "report": "Показывает, кто как занимается: баллы, слабые места по качествам и стандартам, что изменилось.",
    "person": "об одном ученике: имя или id",
    "group": "о группе: название или id",
    "pack": "только ответы из этого набора: id",
    "from": "с этого дня, например 2026-11-01",
    "to": "по этот день включительно",
    "format": "table - таблица в терминал, csv - для электронных таблиц, json - для программ, html - страница с картинками",
    "output": "записать в файл; без ключа - в стандартный вывод",
    "transcript": "Показывает записанный разговор или упражнение: ответы, разбор, комментарии наставника. Без id - список.",
    "session": "id разговора из списка",
    "transcript-person": "список только этого ученика: имя или id",
    "json": "выводить записи JSON",
    "comment": "Пишет комментарий наставника к ответу ученика.",
    "number": "номер ответа, как в trainer transcript",
    "kind": "essential - важно исправить, actionable - что сделать в следующий раз, informative - к сведению, "
    "celebratory - похвала",
    "comment-text": "что сказать ученику",
    "desk": "Открывает стол наставника: кто где, слабые места, разговоры, комментарии.",
}
TROUBLE: Mapping[str, str] = {
    "date": "{option}: «{word}» не подходит, нужен день вида 2026-11-01",
    "order": "--from позже, чем --to",
    "both": "--person и --group вместе не работают",
    "number": "номер ответа «{word}» не подходит, нужно целое от 1",
    "screen": "столу наставника нужен терминал; без него - trainer report и trainer transcript",
}
WRITTEN = "Записано в {path}"
COMMENTED = "Комментарий записан. Ученик увидит его на первом экране и в разборе."
NO_SESSIONS = "Разговоров с ответами пока нет."
LISTED = "{id}  {when}  {name}: {title}, {state}"
STATES = {"done": "балл {score}", "going": "не закончен, ответов {answers}"}
COMMENTS_HERE = ", комментариев {count}"
HEAD = "{title} · {name} · {when}"
CLIENT = "Клиент: {line}"
ANSWER = "{number}. Ответ{taken}: {text}"
TAKEN = " (взят обратно)"
SCORE = "   Балл: {score}"
CORRECTED = "   Было {before}, стало {after}: наставник отменил снятие."
OBJECTED = "   Возражение к снятию {number}: «{text}». {state}"
LOSS = "   - {points} {title}. {why}"
SEALED = "   Разбор будет, когда экзамен закончится."
NOTE = "Запись после разговора: {text}"
COMMENT = "   {author}, {kind}: {text}"
MENTOR = "Наставник"
KINDS: Mapping[str, str] = {
    "essential": "важно исправить",
    "actionable": "что сделать",
    "informative": "к сведению",
    "celebratory": "похвала",
}
