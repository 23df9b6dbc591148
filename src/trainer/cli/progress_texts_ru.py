"""What ``trainer progress`` says of itself."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "progress": "Показывает, где вы сейчас: восемь качеств и стандарты по неделям, что обходится дороже всего, что даст "
    "какое упражнение, дни занятий.",
    "person": "другой человек: имя или id; чужое видит только наставник",
    "plain": "по строке на мысль, без таблиц и рисунков",
    "json": "одна запись JSON",
}
BOTH = "--plain и --json вместе не работают"
