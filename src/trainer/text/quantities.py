"""Money, times of day, durations and days, however they are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.text.morphology import read_word
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

    Money is in roubles or bonus points (one each), time of day and durations in minutes, percent in percent.
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


_MONEY = {"рубль", "руб", "р", "₽", "рублик", "целковый", "бонус", "бонусик", "балл"}
_MINUTES = {"минута": 1, "мин": 1, "минутка": 1, "минуточка": 1, "час": 60, "часик": 60, "часок": 60, "часочек": 60,
            "ч": 60, "сутки": 1440, "сут": 1440, "день": 1440, "дн": 1440, "денек": 1440, "денечек": 1440,
            "неделя": 10080, "неделька": 10080, "нед": 10080, "месяц": 43200, "мес": 43200}  # fmt: skip
_HOURS = {"час", "часик", "ч"}
_HALF_DAY = {"утро": 0, "утром": 0, "ночь": 0, "ночи": 0, "утра": 0, "день": 1, "дня": 1, "вечер": 1, "вечера": 1,
             "пополудни": 1}  # fmt: skip
_NAMED = {"полчаса": (Unit.DURATION, 30), "получаса": (Unit.DURATION, 30), "полчасика": (Unit.DURATION, 30),
          "полдень": (Unit.TIME, 720), "полудня": (Unit.TIME, 720), "полуднем": (Unit.TIME, 720),
          "полдня": (Unit.DURATION, 720), "двухдневный": (Unit.DURATION, 2880), "полночь": (Unit.TIME, 1440),
          "десятидневный": (Unit.DURATION, 14400), "четырнадцатидневный": (Unit.DURATION, 20160),
          "двухнедельный": (Unit.DURATION, 20160), "двадцатиминутный": (Unit.DURATION, 20),
          "тридцатиминутный": (Unit.DURATION, 30), "получасовой": (Unit.DURATION, 30), "часовой": (Unit.DURATION, 60),
          "полтысячи": (Unit.MONEY, 500), "полтысяча": (Unit.MONEY, 500),
          "день-два": (Unit.DURATION, 2880), "день-другой": (Unit.DURATION, 2880), "денек-другой": (Unit.DURATION, 2880),
          "час-два": (Unit.DURATION, 120), "час-полтора": (Unit.DURATION, 90)}  # fmt: skip
_ADJECTIVES = {"минутн": 1, "часов": 60, "дневн": 1440}  # «20-минутный»
_TIME = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)$")
_TIME_PREPOSITIONS = {"до", "к", "с", "со", "после", "между", "около", "от", "по", "в", "на", "раньше", "позже",
                      "позднее"}  # fmt: skip
_RANGE_PREPOSITIONS = {"с", "со", "от", "между", "после", "в", "на", "завтра", "окно", "интервал"}
_SINGLE = {"час", "часа", "часик", "часом", "часок", "часочек", "минуту", "минутку", "неделю", "недельку",
           "сутки", "суток", "месяц", "день"}  # fmt: skip
_BEFORE_SINGLE = {"за", "через", "на", "в", "около", "течение", "каждый", "займет", "занимает", "длится", "ждать", "целый",
                  "целую", "продлится"}  # fmt: skip
_EARLIER = {"раньше", "ранее", "прежде"}
# «минут двадцать», «дня за два»: the unit first, in the genitive, and no exact promise.
_TURNED = {"минут", "минуток", "минуточек", "часов", "часиков", "дней", "деньков", "недель", "месяцев",
           "суток", "рублей"}  # fmt: skip
_TURNED_FEW = {"минуты", "минутки", "часа", "часика", "дня", "денька", "недели", "недельки", "месяца"}
_TURNED_PREPOSITIONS = {"за", "через", "на", "до"}
_THOUSAND = {"тысяча", "тыща", "тыс"}


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Return all quantities of a text in order of their first token."""
    found: list[Quantity] = []
    for number in numbers(tokens):
        if not found or number.first > found[-1].last:
            found.append(_measure(tokens, number))
    taken = {i for q in found for i in range(q.first, q.last + 1)}
    for i in range(len(tokens)):
        if i not in taken:
            found.extend(_pair(tokens, i) or _unnumbered(tokens, i, taken))
    found.sort(key=lambda q: q.first)
    return _spread(tokens, found)


def _text(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].text if 0 <= i < len(tokens) else ""


def _minutes(token: Token | None) -> int:
    """Return how many minutes the unit lasts that a token names, 0 when it names none."""
    return (_MINUTES.get(token.text) or _MINUTES.get(token.lemma, 0)) if token else 0


def _measure(tokens: Sequence[Token], number: Number) -> Quantity:
    first, last, value = number.first, number.last, number.value
    if _text(tokens, first - 1) == "(" and _text(tokens, last + 1) == ")":
        last += 1  # «10 (десять) дней»
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if _is_code(tokens, first, number.last):
        return Quantity(Unit.CODE, value, first, number.last)
    if after and after.lemma in _MONEY:
        return Quantity(Unit.MONEY, value, first, last + 1)
    if after and after.lemma == "сотня":
        return Quantity(_money_unit(tokens, last + 2), value * 100, first, last + 1)
    if (after and after.text == "%") or (after and after.lemma == "процент"):
        return Quantity(Unit.PERCENT, value, first, last + 1)
    if _minutes(after):
        return _timed(tokens, number, last + 1)
    if after and after.text in _HALF_DAY and 1 <= value <= 12:
        return Quantity(Unit.TIME, _half(value, after.text), first, last + 1)
    return _clock(tokens, number) or _turned(tokens, number) or _plain(tokens, number)


def _money_unit(tokens: Sequence[Token], after: int) -> Unit:
    return Unit.MONEY if after < len(tokens) and tokens[after].lemma in _MONEY else Unit.PLAIN


def _plain(tokens: Sequence[Token], number: Number) -> Quantity:
    """Take a number without a unit; thousands of nothing named are money: «скидка пять тысяч на заказ»."""
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    thousands = any(t.lemma in _THOUSAND for t in tokens[number.first : number.last + 1])
    bare = after is None or not (after.has("NOUN") or after.has("ADJF") or after.sort is Sort.NUMBER)
    return Quantity(Unit.MONEY if thousands and bare else Unit.PLAIN, number.value, number.first, number.last)


def _clock(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """Read hours with minutes: «18.00», «18-00», «восемнадцать ноль-ноль», and «20-минутный» besides."""
    first, last, value = number.first, number.last, number.value
    match = _TIME.match(tokens[first].text)
    if match and "." in tokens[first].text:
        return Quantity(Unit.TIME, int(match.group(1)) * 60 + int(match.group(2)), first, last)
    after = [_text(tokens, i) for i in range(last + 1, last + 3)]
    if value <= 24 and after[0] == "-" and after[1] in {"00", "30"}:
        return Quantity(Unit.TIME, value * 60 + int(after[1]), first, last + 2)
    if value <= 24 and (after[0] in {"ноль-ноль", "00"} or after == ["ноль", "ноль"]):
        return Quantity(Unit.TIME, value * 60, first, last + (2 if after[0] == "ноль" else 1))
    size = (
        next((m for stem, m in _ADJECTIVES.items() if after[1].startswith(stem)), 0) if after[0] == "-" else 0
    )
    return Quantity(Unit.DURATION, value * size, first, last + 2) if size else None


def _turned(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """Read «минут двадцать», «дня за два», «часов к шести»: the number after its unit."""
    at = number.first - 1
    preposition = _text(tokens, at)
    if preposition in _TURNED_PREPOSITIONS | {"к", "в"}:
        at -= 1
    unit, value = _text(tokens, at), number.value
    few = unit in _TURNED_FEW and value in (1.5, 2, 3, 4) and _text(tokens, at - 1) != "течение"
    before = tokens[at - 1] if at > 0 else None
    if at < 0 or (before and (before.sort is Sort.NUMBER or numbers((before,)))):
        return None
    if preposition in {"к", "в"} and at < number.first - 1:
        clock = unit in {"часам", "часикам", "часов", "часиков", "часа"} and value <= 24
        return Quantity(Unit.TIME, value * 60, number.first, number.last, value <= 12) if clock else None
    if not few and unit not in _TURNED:
        return None
    if unit == "рублей":
        return Quantity(Unit.MONEY, value, number.first, number.last)
    return Quantity(Unit.DURATION, value * _minutes(tokens[at]), number.first, number.last)


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


def _timed(tokens: Sequence[Token], number: Number, at: int) -> Quantity:
    """Read a number with the unit of time at ``at``: an hour of the day, or how long."""
    unit, value, half = tokens[at], number.value, _text(tokens, at + 1)
    hours = unit.lemma in _HOURS or unit.text in _HOURS
    if hours and half in _HALF_DAY and value <= 12:
        return Quantity(Unit.TIME, _half(value, half), number.first, at + 1)
    before = _text(tokens, number.first - 1)
    paired = before == "и" and "между" in [t.text for t in tokens[max(0, number.first - 4) : number.first]]
    clock = paired or before in _TIME_PREPOSITIONS - {"на"}
    if hours and value <= 24 and (value > 12 or clock) and unit.text not in {"час", "часик"}:
        return Quantity(Unit.TIME, value * 60, number.first, at, vague_half=value <= 12)
    of_day = paired or before in {"до", "к", "с", "после"}
    if unit.text == "дня" and value <= 12 and of_day and value != 2:
        return Quantity(Unit.TIME, _half(value, "дня"), number.first, at)
    return Quantity(Unit.DURATION, value * _minutes(unit), number.first, at)


def _half(value: float, word: str) -> float:
    return (value % 12 + 12 * _HALF_DAY[word]) * 60


def _pair(tokens: Sequence[Token], i: int) -> list[Quantity]:
    """Read both numbers of «двенадцать-пятнадцать», «три-десять дней», which begin with one word."""
    token = tokens[i]
    parts = token.text.split("-")
    if len(parts) != 2 or token.sort is not Sort.WORD or not all(parts):
        return []
    halves = [Token(part, Sort.WORD, token.start, token.end, read_word(part)) for part in parts]
    values = [found[0].value for half in halves if (found := numbers((half,)))]
    if len(values) != 2:
        return []
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after and after.lemma in _MONEY:
        return [Quantity(Unit.MONEY, value, i, i + 1) for value in values]
    size = _minutes(after)
    unit = Unit.DURATION if size else Unit.PLAIN
    return [Quantity(unit, value * (size or 1), i, i + bool(size)) for value in values]


def _unnumbered(tokens: Sequence[Token], i: int, taken: set[int]) -> list[Quantity]:
    token = tokens[i]
    named = _NAMED.get(token.text) or _NAMED.get(token.lemma)
    if named:
        return [Quantity(named[0], named[1], i, i)]
    if token.sort is Sort.NUMBER and (match := _TIME.match(token.text)):
        return [Quantity(Unit.TIME, int(match.group(1)) * 60 + int(match.group(2)), i, i)]
    before, after = _text(tokens, i - 1), _text(tokens, i + 1)
    if token.text.startswith("час") and token.lemma in _HOURS and _one_o_clock(tokens, i, taken):
        half = after in _HALF_DAY
        return [Quantity(Unit.TIME, _half(1, after) if half else 60, i, i + half, vague_half=not half)]
    if token.text in _SINGLE and (before in _BEFORE_SINGLE or after in _EARLIER):
        return [Quantity(Unit.DURATION, _minutes(token) or 60, i, i)]
    return []


def _one_o_clock(tokens: Sequence[Token], i: int, taken: set[int]) -> bool:
    """Tell «до часу», «с десяти до часа», «в час дня» from «за час»."""
    before, after = _text(tokens, i - 1), _text(tokens, i + 1)
    if tokens[i].text == "часу":
        return before in {"до", "к", "с", "после", "около", "между"}
    if after in _HALF_DAY and before in _TIME_PREPOSITIONS:
        return True
    return before in {"до", "и"} and i - 2 in taken and _text(tokens, i - 3) in {"с", "со", "от", "между"}


def _spread(tokens: Sequence[Token], found: list[Quantity]) -> list[Quantity]:
    """Give both ends of «с 12 до 15», «3-10 дней», «с двух до шести вечера» the unit of the second."""
    done = list(found)
    for i in range(len(done) - 1):
        left, right = done[i], done[i + 1]
        between = [t.text for t in tokens[left.last + 1 : right.first]]
        if left.first == right.first:
            between = ["-"]
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
    step = next(m for m in (1440, 60, 1) if right.value % m == 0 or m == 1)
    return Quantity(Unit.DURATION, left.value * step, left.first, left.last)


def _clock_range(tokens: Sequence[Token], left: Quantity, right: Quantity, between: list[str]) -> bool:
    if max(left.value, right.value) > 24 or min(left.value, right.value) < 1:
        return False
    before = _text(tokens, left.first - 1)
    after = tokens[right.last + 1] if right.last + 1 < len(tokens) else None
    if right.value < 8 and after and after.has("NOUN") and before not in {"с", "со", "между"}:
        return False  # «от одной до четырёх посылок»
    return before in _RANGE_PREPOSITIONS or between == ["-"]
