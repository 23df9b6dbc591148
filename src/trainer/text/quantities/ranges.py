"""Ranges: both ends of «с 12 до 15» measure the same."""

from collections.abc import Sequence

from trainer.text.quantities.quantity import Quantity, Unit
from trainer.text.quantities.words import minutes_of, text_at
from trainer.text.tokens import Token

_RANGE_PREPOSITIONS = {"с", "со", "от", "между", "после", "в", "на", "завтра", "окно", "интервал"}


def spread(tokens: Sequence[Token], found: list[Quantity]) -> list[Quantity]:
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
            done[i] = _like(left, right, tokens)
        elif left.unit is Unit.TIME and right.unit is Unit.PLAIN and right.value <= 24:
            done[i + 1] = Quantity(Unit.TIME, right.value * 60, right.first, right.last, right.value <= 12)
        elif left.unit is right.unit is Unit.PLAIN and _clock_range(tokens, left, right, between):
            for j, q in ((i, left), (i + 1, right)):
                done[j] = Quantity(Unit.TIME, q.value * 60, q.first, q.last, q.value <= 12)
    return done


def _like(left: Quantity, right: Quantity, tokens: Sequence[Token]) -> Quantity:
    if right.unit is Unit.MONEY:
        return Quantity(Unit.MONEY, left.value, left.first, left.last)
    if right.unit is Unit.TIME:
        return Quantity(Unit.TIME, left.value * 60, left.first, left.last, vague_half=left.value <= 12)
    # The unit is named beside the second; where it is part of the number («20-30-минутный»), its size tells.
    step = minutes_of(tokens[right.last]) or next(m for m in (1440, 60, 1) if right.value % m == 0 or m == 1)
    return Quantity(Unit.DURATION, left.value * step, left.first, left.last)


def _clock_range(tokens: Sequence[Token], left: Quantity, right: Quantity, between: list[str]) -> bool:
    if max(left.value, right.value) > 24 or min(left.value, right.value) < 1:
        return False
    before = text_at(tokens, left.first - 1)
    after = tokens[right.last + 1] if right.last + 1 < len(tokens) else None
    if right.value < 8 and after and after.has("NOUN") and before not in {"с", "со", "между"}:
        return False  # «от одной до четырёх посылок»
    return before in _RANGE_PREPOSITIONS or between == ["-"]
