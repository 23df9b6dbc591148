"""Quantities without a number of their own: «полчаса», «через час», «двенадцать-пятнадцать»."""

from collections.abc import Sequence

from trainer.text.morphology import read_word
from trainer.text.numbers import numbers
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

_NAMED = {"полчаса": (Unit.DURATION, 30), "получаса": (Unit.DURATION, 30), "полчасика": (Unit.DURATION, 30),
          "полдень": (Unit.TIME, 720), "полудня": (Unit.TIME, 720), "полуднем": (Unit.TIME, 720),
          "полдня": (Unit.DURATION, 720), "двухдневный": (Unit.DURATION, 2880), "полночь": (Unit.TIME, 1440),
          "полуночи": (Unit.TIME, 1440),
          "десятидневный": (Unit.DURATION, 14400), "четырнадцатидневный": (Unit.DURATION, 20160),
          "двухнедельный": (Unit.DURATION, 20160), "двадцатиминутный": (Unit.DURATION, 20),
          "тридцатиминутный": (Unit.DURATION, 30), "получасовой": (Unit.DURATION, 30), "часовой": (Unit.DURATION, 60),
          "полтысячи": (Unit.MONEY, 500), "полтысяча": (Unit.MONEY, 500),
          "день-два": (Unit.DURATION, 2880), "день-другой": (Unit.DURATION, 2880), "денек-другой": (Unit.DURATION, 2880),
          "час-два": (Unit.DURATION, 120), "час-полтора": (Unit.DURATION, 90)}  # fmt: skip
_SINGLE = {"час", "часа", "часик", "часом", "часок", "часочек", "минуту", "минутку", "неделю", "недельку",
           "сутки", "суток", "месяц", "день"}  # fmt: skip
_BEFORE_SINGLE = {"за", "через", "на", "в", "около", "течение", "каждый", "займет", "занимает", "длится", "ждать", "целый",
                  "целую", "продлится"}  # fmt: skip
_EARLIER = {"раньше", "ранее", "прежде"}


def paired(tokens: Sequence[Token], i: int) -> list[Quantity]:
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
    if after and after.lemma in MONEY:
        return [Quantity(Unit.MONEY, value, i, i + 1) for value in values]
    if size := minutes_of(after):
        return [Quantity(Unit.DURATION, value * size, i, i + 1) for value in values]
    unit, size = _turned(tokens, i)
    return [Quantity(unit, value * size, i, i) for value in values]


def _turned(tokens: Sequence[Token], i: int) -> tuple[Unit, int]:
    """Return what the word before a pair measures, and its size: «дня два-три», «часа через два-три», «тысяч пять-шесть»."""
    at = i - 1 - (text_at(tokens, i - 1) in TURNED_PREPOSITIONS)
    word = text_at(tokens, at)
    if word in {"тысяч", "тыщ", "рублей"}:
        return Unit.MONEY, 1 if word == "рублей" else 1000
    if word in TURNED | TURNED_FEW:
        return Unit.DURATION, minutes_of(tokens[at]) or 1
    return Unit.PLAIN, 1


def unnumbered(tokens: Sequence[Token], i: int, taken: set[int]) -> list[Quantity]:
    """Read one that needs no number: «полчаса», «в полдень», «18:30», «до часу», «через неделю»."""
    token = tokens[i]
    named = _NAMED.get(token.text) or _NAMED.get(token.lemma)
    if named:
        return [Quantity(named[0], named[1], i, i)]
    if token.sort is Sort.NUMBER and (match := TIME.match(token.text)):
        return [Quantity(Unit.TIME, int(match.group(1)) * 60 + int(match.group(2)), i, i)]
    before, after = text_at(tokens, i - 1), text_at(tokens, i + 1)
    if token.text.startswith("час") and token.lemma in HOURS and _one_o_clock(tokens, i, taken):
        half = after in HALF_DAY
        return [Quantity(Unit.TIME, half_day(1, after) if half else 60, i, i + half, vague_half=not half)]
    if token.text in _SINGLE and (before in _BEFORE_SINGLE or after in _EARLIER):
        return [Quantity(Unit.DURATION, minutes_of(token) or 60, i, i)]
    return []


def _one_o_clock(tokens: Sequence[Token], i: int, taken: set[int]) -> bool:
    """Tell «до часу», «с десяти до часа», «в час дня» from «за час»."""
    before, after = text_at(tokens, i - 1), text_at(tokens, i + 1)
    if tokens[i].text == "часу":
        return before in {"до", "к", "с", "после", "около", "между"}
    if after in HALF_DAY and before in TIME_PREPOSITIONS:
        return True
    return before in {"до", "и"} and i - 2 in taken and text_at(tokens, i - 3) in {"с", "со", "от", "между"}
