"""What is said when the records of people cannot be shown."""

from collections.abc import Mapping

RECORDS: Mapping[str, str] = {
    "E240": "чужие записи видит только наставник, а {name} - ученик",
    "E241": "нет группы «{name}»{hint}",
    "E242": "нет набора «{name}»{hint}",
    "E243": "нет разговора «{name}»: список покажет trainer transcript",
    "E244": "в разговоре нет ответа {number}: ответов {count}",
    "E245": "комментарии пишет наставник, а {name} - ученик",
    "E246": "комментарий пуст: напишите хотя бы слово",
    "E247": "комментарий длиннее {most} знаков: сократите его",
}
CALL = "вызов"
EVERYBODY = "Все ученики"
GROUP = "Группа «{name}»"
PACK_TITLE = "{title}, набор «{pack}»"
