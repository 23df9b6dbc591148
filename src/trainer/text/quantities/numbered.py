"""Numbers with what they measure: the unit after them, before them, or a clock."""

from collections.abc import Sequence

from trainer.text.numbers import Number, numbers
from trainer.text.quantities.quantity import Quantity, Unit
from trainer.text.quantities.words import (
    HALF_DAY,
    HOURS,
    MONEY,
    TIME,
    TIME_PREPOSITIONS,
    TURNED,
    TURNED_FEW,
    TURNED_PREPOSITIONS,
    half_day,
    minutes_of,
    text_at,
)
from trainer.text.tokens import Sort, Token

_ADJECTIVES = {"минутн": 1, "часов": 60, "дневн": 1440}  # «20-минутный»
_THOUSAND = {"тысяча", "тыща", "тыс"}


def measured(tokens: Sequence[Token], number: Number) -> Quantity:
    """Return what a number measures, by the words around it."""
    first, last, value = number.first, number.last, number.value
    if text_at(tokens, first - 1) == "(" and text_at(tokens, last + 1) == ")":
        last += 1  # «10 (десять) дней»
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if _is_code(tokens, first, number.last):
        return Quantity(Unit.CODE, value, first, number.last)
    if after and after.lemma in MONEY:
        return Quantity(Unit.MONEY, value, first, last + 1)
    if after and after.lemma == "сотня":
        return Quantity(_money_unit(tokens, last + 2), value * 100, first, last + 1)
    if (after and after.text == "%") or (after and after.lemma == "процент"):
        return Quantity(Unit.PERCENT, value, first, last + 1)
    if minutes_of(after):
        return _timed(tokens, number, last + 1)
    if after and after.text in HALF_DAY and 1 <= value <= 12:
        return Quantity(Unit.TIME, half_day(value, after.text), first, last + 1)
    return _clock(tokens, number) or _turned(tokens, number) or _plain(tokens, number)


def _money_unit(tokens: Sequence[Token], after: int) -> Unit:
    return Unit.MONEY if after < len(tokens) and tokens[after].lemma in MONEY else Unit.PLAIN


def _plain(tokens: Sequence[Token], number: Number) -> Quantity:
    """Take a number without a unit; thousands of nothing named are money: «скидка пять тысяч на заказ»."""
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    thousands = any(t.lemma in _THOUSAND for t in tokens[number.first : number.last + 1])
    bare = after is None or not (after.has("NOUN") or after.has("ADJF") or after.sort is Sort.NUMBER)
    return Quantity(Unit.MONEY if thousands and bare else Unit.PLAIN, number.value, number.first, number.last)


def _clock(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """Read hours with minutes: «18.00», «18-00», «восемнадцать ноль-ноль», and «20-минутный» besides."""
    first, last, value = number.first, number.last, number.value
    match = TIME.match(tokens[first].text)
    if match and "." in tokens[first].text:
        return Quantity(Unit.TIME, int(match.group(1)) * 60 + int(match.group(2)), first, last)
    after = [text_at(tokens, i) for i in range(last + 1, last + 3)]
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
    preposition = text_at(tokens, at)
    if preposition in TURNED_PREPOSITIONS | {"к", "в"}:
        at -= 1
    unit, value = text_at(tokens, at), number.value
    few = unit in TURNED_FEW and value in (1.5, 2, 3, 4) and text_at(tokens, at - 1) != "течение"
    before = tokens[at - 1] if at > 0 else None
    if at < 0 or (before and (before.sort is Sort.NUMBER or numbers((before,)))):
        return None
    if preposition in {"к", "в"} and at < number.first - 1:
        clock = unit in {"часам", "часикам", "часов", "часиков", "часа"} and value <= 24
        return Quantity(Unit.TIME, value * 60, number.first, number.last, value <= 12) if clock else None
    if not few and unit not in TURNED:
        return None
    if unit == "рублей":
        return Quantity(Unit.MONEY, value, number.first, number.last)
    return Quantity(Unit.DURATION, value * minutes_of(tokens[at]), number.first, number.last)


def _is_code(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Order numbers: «48-1173», «№ 2051», «77-0412» are no amounts."""
    text = tokens[first].text
    if tokens[first].sort is Sort.NUMBER and len(text) == 4 and text.startswith("0"):
        return True
    after = tokens[last + 1 : last + 2]
    priced = any(t.lemma in MONEY for t in after)  # «компенсация — 1000 ₽»
    joined = not priced and "-" in {t.text for t in (*tokens[max(0, first - 1) : first], *after)}
    if joined and any(
        len(t.text) == 4 and t.sort is Sort.NUMBER for t in tokens[max(0, first - 2) : last + 3]
    ):
        return True
    return first > 0 and tokens[first - 1].text in {"№", "#"}


def _timed(tokens: Sequence[Token], number: Number, at: int) -> Quantity:
    """Read a number with the unit of time at ``at``: an hour of the day, or how long."""
    unit, value, half = tokens[at], number.value, text_at(tokens, at + 1)
    hours = unit.lemma in HOURS or unit.text in HOURS
    if hours and half in HALF_DAY and value <= 12:
        return Quantity(Unit.TIME, half_day(value, half), number.first, at + 1)
    before = text_at(tokens, number.first - 1)
    paired = before == "и" and "между" in [t.text for t in tokens[max(0, number.first - 4) : number.first]]
    clock = paired or before in TIME_PREPOSITIONS - {"на"}
    if hours and value <= 24 and (value > 12 or clock) and unit.text not in {"час", "часик"}:
        return Quantity(Unit.TIME, value * 60, number.first, at, vague_half=value <= 12)
    of_day = paired or before in {"до", "к", "с", "после"}
    if unit.text == "дня" and value <= 12 and of_day and value != 2:
        return Quantity(Unit.TIME, half_day(value, "дня"), number.first, at)
    return Quantity(Unit.DURATION, value * minutes_of(unit), number.first, at)
