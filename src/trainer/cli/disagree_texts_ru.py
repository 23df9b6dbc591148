"""What the commands about objections, decisions and learning say, in Russian."""

from collections.abc import Mapping

WHEN = "%d.%m.%Y %H:%M"

HELP: Mapping[str, str] = {
    "object": "Записывает возражение против снятия баллов. Наставник увидит его первым делом.",
    "object-session": "id разговора; «last» - последний",
    "object-number": "номер ответа в разговоре, с 1; повторные попытки тоже идут в счёт",
    "object-deduction": "номер снятия или id стандарта",
    "object-text": "с чем вы не согласны, одним предложением",
    "objections": "Показывает возражения: сначала те, что ждут решения. Ученик видит только свои.",
    "open": "только те, что ждут решения",
    "decide": "Решение наставника по возражению. Прежние решения остаются в истории, считается последнее.",
    "decide-id": "номер возражения",
    "keep": "снятие остаётся",
    "withdraw": "снятие отменяется, оценка пересчитается",
    "reason": "причина: её прочитает ученик",
}

OBJECTIONS: Mapping[str, str] = {
    "title": "№{id} · {state} · {person} · {at} · {scenario}, шаг {turn}",
    "points": "  снято {points}: {title} ({standard}){words}",
    "why": "  почему: {why}",
    "answer": "  ответ: {answer}",
    "text": "  возражение: {text}",
    "decision": "  {what} ({mentor}, {at}): было {before}, стало {after}. {reason}",
    "none": "Возражений нет.",
    "none-open": "Ни одно возражение не ждёт решения.",
    "kept-aside": "Возражение №{id} записано. Наставник увидит его первым делом.",
    "withdrawn": "Снятие отменено: было {before}, стало {after}. Ученик узнает об этом при следующем запуске.",
    "kept": "Снятие остаётся: {after} из 100. Ученик узнает об этом при следующем запуске.",
    "nobody": "наставник",
}
STATES: Mapping[str, str] = {
    "open": "ждёт решения",
    "kept": "снятие осталось",
    "withdrawn": "снятие отменено",
}
# How an objection stands, told in full.
DECIDED: Mapping[str, str] = {
    "open": "Наставник ещё не решил.",
    "kept": "Снятие осталось: {reason}",
    "withdrawn": "Снятие отменено, было {before}, стало {after}: {reason}",
}
