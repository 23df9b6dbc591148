"""The words of units, and what stands beside a token."""

import re
from collections.abc import Sequence

from trainer.text.tokens import Token

MONEY = {"рубль", "руб", "р", "₽", "рублик", "целковый", "бонус", "бонусик", "балл"}
MINUTES = {"минута": 1, "мин": 1, "минутка": 1, "минуточка": 1, "час": 60, "часик": 60, "часок": 60, "часочек": 60,
           "ч": 60, "сутки": 1440, "сут": 1440, "день": 1440, "дн": 1440, "денек": 1440, "денечек": 1440,
           "неделя": 10080, "неделька": 10080, "нед": 10080, "месяц": 43200, "мес": 43200}  # fmt: skip
HOURS = {"час", "часик", "ч"}
HALF_DAY = {"утро": 0, "утром": 0, "ночь": 0, "ночи": 0, "утра": 0, "день": 1, "дня": 1, "вечер": 1, "вечера": 1,
            "пополудни": 1}  # fmt: skip
TIME = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)$")
TIME_PREPOSITIONS = {"до", "к", "с", "со", "после", "между", "около", "от", "по", "в", "на", "раньше", "позже",
                     "позднее"}  # fmt: skip
# «минут двадцать», «дня за два»: the unit first, in the genitive, and no exact promise.
TURNED = {"минут", "минуток", "минуточек", "часов", "часиков", "дней", "деньков", "недель", "месяцев",
           "суток", "рублей"}  # fmt: skip
TURNED_FEW = {"минуты", "минутки", "часа", "часика", "дня", "денька", "недели", "недельки", "месяца"}
TURNED_PREPOSITIONS = {"за", "через", "на", "до"}


def text_at(tokens: Sequence[Token], i: int) -> str:
    """Return how a token is written, nothing where there is none."""
    return tokens[i].text if 0 <= i < len(tokens) else ""


def minutes_of(token: Token | None) -> int:
    """Return how many minutes the unit lasts that a token names, 0 when it names none."""
    return (MINUTES.get(token.text) or MINUTES.get(token.lemma, 0)) if token else 0


def half_day(value: float, word: str) -> float:
    """Return the minutes since midnight of an hour of the clock with «утра», «дня» or «вечера» beside it."""
    return (value % 12 + 12 * HALF_DAY[word]) * 60
