"""What the runner of examples says in its own words."""

from collections.abc import Mapping

NO_TURN = "в сценарии «{scenario}» нет шага «{turn}»{hint}"
SKIPPED: Mapping[str, str] = {
    "no-turn": "без шага этот стандарт не проверить: допишите at",
    "not-expected": "шаг «{turn}» этого стандарта не ждёт",
}
