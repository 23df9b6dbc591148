"""Money, times of day, durations and days, however they are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.text.numbers import Number, numbers
from trainer.text.tokens import Sort, Token


class Unit(StrEnum):
    """What a quantity measures; PLAIN has no unit beside it, CODE is an order or phone number."""

    MONEY = "money"
    TIME = "time"
    DURATION = "duration"
    PERCENT = "percent"
    PLAIN = "plain"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value over tokens ``[first, last]``.

    Money is in roubles, time of day and durations in minutes, percent in percent.
    ``vague_half`` marks a time said without «дня», «вечера» or 24-hour digits: «до шести».
    """

    unit: Unit
    value: float
    first: int
    last: int
    vague_half: bool = False

    def same(self, other: "Quantity") -> bool:
        """Tell whether both may mean the same amount; a missing unit agrees with any."""
        if Unit.PLAIN in (self.unit, other.unit) and self.unit is not other.unit:
            return self._bare(other)
        if self.unit is not other.unit:
            return False
        if self.unit is Unit.TIME and (self.vague_half or other.vague_half):
            return (self.value - other.value) % 720 == 0
        return self.value == other.value

    def _bare(self, other: "Quantity") -> bool:
        plain, full = (self, other) if self.unit is Unit.PLAIN else (other, self)
        if full.unit is Unit.TIME:
            return plain.value <= 24 and (plain.value * 60 - full.value) % 720 == 0
        if full.unit is Unit.DURATION:
            return plain.value * 1440 == full.value or plain.value * 60 == full.value
        return full.unit is not Unit.CODE and plain.value == full.value


_MONEY = {"рубль", "руб", "р", "₽", "рублик", "целковый"}
_MINUTES = {"минута": 1, "мин": 1, "минутка": 1, "минуточка": 1, "час": 60, "часик": 60, "ч": 60, "сутки": 1440,
            "день": 1440, "дн": 1440, "денек": 1440, "неделя": 10080, "неделька": 10080, "месяц": 43200}  # fmt: skip
_HALF_DAY = {"утро": 0, "утром": 0, "ночь": 0, "ночи": 0, "утра": 0, "день": 1, "дня": 1, "вечер": 1, "вечера": 1,
             "пополудни": 1}  # fmt: skip
_NAMED = {"полчаса": (Unit.DURATION, 30), "получаса": (Unit.DURATION, 30), "полчасика": (Unit.DURATION, 30),
          "полдень": (Unit.TIME, 720), "полудня": (Unit.TIME, 720), "полуднем": (Unit.TIME, 720),
          "полдня": (Unit.DURATION, 720), "двухдневный": (Unit.DURATION, 2880), "полночь": (Unit.TIME, 1440),
          "десятидневный": (Unit.DURATION, 14400), "четырнадцатидневный": (Unit.DURATION, 20160),
          "двадцатиминутный": (Unit.DURATION, 20), "получасовой": (Unit.DURATION, 30)}  # fmt: skip
_TIME = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)$")
_TIME_PREPOSITIONS = {
    "до",
    "к",
    "с",
    "со",
    "после",
    "между",
    "около",
    "от",
    "по",
    "в",
    "на",
    "раньше",
    "позже",
    "позднее",
}
_FRACTION = {"половина": 30, "четверть": 15}


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Return all quantities of a text in order of their first token."""
    found = [_measure(tokens, number) for number in numbers(tokens)]
    taken = {i for q in found for i in range(q.first, q.last + 1)}
    for i, _token in enumerate(tokens):
        if i not in taken and (extra := _unnumbered(tokens, i)):
            found.append(extra)
    found.sort(key=lambda q: q.first)
    return _spread(tokens, found)


def _measure(tokens: Sequence[Token], number: Number) -> Quantity:
    first, last, value = number.first, number.last, number.value
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    before = tokens[first - 1] if first else None
    if _is_code(tokens, first, last):
        return Quantity(Unit.CODE, value, first, last)
    if after and after.lemma in _MONEY | {"₽"}:
        return Quantity(Unit.MONEY, value, first, last + 1)
    if (after and after.text == "%") or (after and after.lemma == "процент"):
        return Quantity(Unit.PERCENT, value, first, last + 1)
    if after and after.lemma in _MINUTES:
        return _timed(tokens, number, before)
    if after and after.text in _HALF_DAY and 1 <= value <= 12:
        return Quantity(Unit.TIME, _half(value, after.text), first, last + 1)
    if (match := _TIME.match(tokens[first].text)) and "." in tokens[first].text and len(match.group(2)) == 2:
        return Quantity(Unit.TIME, int(match.group(1)) * 60 + int(match.group(2)), first, last)
    return Quantity(Unit.PLAIN, value, first, last)


def _is_code(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Order numbers: «48-1173», «№ 2051», «77-0412» are no amounts."""
    text = tokens[first].text
    if tokens[first].sort is Sort.NUMBER and len(text) == 4 and text.startswith("0"):
        return True
    joined = {"-"} & {t.text for t in (*tokens[max(0, first - 1) : first], *tokens[last + 1 : last + 2])}
    if joined and any(
        len(t.text) == 4 and t.sort is Sort.NUMBER for t in tokens[max(0, first - 2) : last + 3]
    ):
        return True
    return first > 0 and tokens[first - 1].text in {"№", "#"}


def _timed(tokens: Sequence[Token], number: Number, before: Token | None) -> Quantity:
    unit, last, value = tokens[number.last + 1], number.last + 1, number.value
    half = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if unit.lemma in {"час", "ч"} and half in _HALF_DAY and value <= 12:
        return Quantity(Unit.TIME, _half(value, half), number.first, last + 1)
    clock = before is not None and before.text in _TIME_PREPOSITIONS - {"на"}
    if (
        unit.lemma in {"час", "ч"}
        and value <= 24
        and (value > 12 or clock)
        and unit.text not in {"час", "часик"}
    ):
        return Quantity(Unit.TIME, value * 60, number.first, last, vague_half=value <= 12)
    if (
        unit.text == "дня"
        and value <= 12
        and clock
        and before
        and before.text in {"до", "к", "с", "после"}
        and value != 2
    ):
        return Quantity(Unit.TIME, _half(value, "дня"), number.first, last)
    return Quantity(Unit.DURATION, value * _MINUTES[unit.lemma], number.first, last)


def _half(value: float, word: str) -> float:
    return (value % 12 + 12 * _HALF_DAY[word]) * 60


def _unnumbered(tokens: Sequence[Token], i: int) -> Quantity | None:
    token = tokens[i]
    named = _NAMED.get(token.text) or _NAMED.get(token.lemma)
    if named:
        return Quantity(named[0], named[1], i, i)
    if token.sort is Sort.NUMBER and (match := _TIME.match(token.text)):
        return Quantity(Unit.TIME, int(match.group(1)) * 60 + int(match.group(2)), i, i)
    before = tokens[i - 1].text if i else ""
    if token.text in {"час", "часа", "часик", "часом", "минуту", "неделю", "сутки", "день"} and before in {
        "за", "через", "на", "в", "около", "течение", "каждый",
    }:  # fmt: skip
        return Quantity(Unit.DURATION, _MINUTES.get(token.lemma, 60), i, i)
    if token.text == "часом" and i + 1 < len(tokens) and tokens[i + 1].text == "раньше":
        return Quantity(Unit.DURATION, 60, i, i)
    return None


def _spread(tokens: Sequence[Token], found: list[Quantity]) -> list[Quantity]:
    """Give both ends of «с 12 до 15», «3-10 дней», «с двух до шести вечера» the unit of the second."""
    done = list(found)
    for i in range(len(done) - 1):
        left, right = done[i], done[i + 1]
        between = [t.text for t in tokens[left.last + 1 : right.first]]
        if between not in (["-"], ["до"], ["и"], ["по"], ["и", "до"], ["-", "-"]):
            continue
        if left.unit is Unit.PLAIN and right.unit in (Unit.TIME, Unit.DURATION, Unit.MONEY):
            done[i] = _like(left, right)
        elif left.unit is Unit.TIME and right.unit is Unit.PLAIN and right.value <= 24:
            done[i + 1] = Quantity(Unit.TIME, right.value * 60, right.first, right.last, right.value <= 12)
        elif left.unit is right.unit is Unit.PLAIN and _clock_range(tokens, left, right, between):
            for j, q in ((i, left), (i + 1, right)):
                done[j] = Quantity(Unit.TIME, q.value * 60, q.first, q.last, q.value <= 12)
    return done


def _like(left: Quantity, right: Quantity) -> Quantity:
    if right.unit is Unit.MONEY:
        return Quantity(Unit.MONEY, left.value, left.first, left.last)
    if right.unit is Unit.TIME:
        return Quantity(Unit.TIME, left.value * 60, left.first, left.last, vague_half=left.value <= 12)
    return Quantity(Unit.DURATION, left.value * (1440 if right.value % 1440 == 0 else 60 if right.value % 60 == 0 else 1),
                    left.first, left.last)  # fmt: skip


def _clock_range(tokens: Sequence[Token], left: Quantity, right: Quantity, between: list[str]) -> bool:
    before = tokens[left.first - 1].text if left.first else ""
    if max(left.value, right.value) > 24 or min(left.value, right.value) < 1:
        return False
    return before in {
        "с",
        "со",
        "от",
        "между",
        "после",
        "в",
        "на",
        "завтра",
        "окно",
        "интервал",
    } or between == ["-"]
