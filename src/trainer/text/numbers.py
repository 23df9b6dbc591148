"""Numbers in digits and in words as one value: «250», «двести пятьдесят», «полтора»."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.text.tokens import Sort, Token

_UNITS = {
    "ноль": 0, "один": 1, "два": 2, "двое": 2, "оба": 2, "пара": 2, "три": 3, "трое": 3, "четыре": 4, "четверо": 4,
    "пять": 5, "пятеро": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "десяток": 10,
    "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15,
    "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19, "двадцать": 20,
    "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80,
    "девяносто": 90, "сто": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500,
    "шестьсот": 600, "семьсот": 700, "восемьсот": 800, "девятьсот": 900, "полтора": 1.5, "полторы": 1.5,
    "первый": 1, "второй": 2, "третий": 3, "четвертый": 4, "пятый": 5, "шестой": 6, "седьмой": 7,
    "восьмой": 8, "девятый": 9, "десятый": 10, "четырнадцатый": 14, "тридцатый": 30,
}  # fmt: skip
# Forms that pymorphy3 reads as something else («семи» of «семья», «двух» without a lemma in the table).
_FORMS = {
    "десяток": 10, "десятка": 10, "десятком": 10,
    "двух": 2, "двум": 2, "двумя": 2, "две": 2, "трех": 3, "трем": 3, "тремя": 3, "четырех": 4, "четырем": 4,
    "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10, "пятью": 5, "полутора": 1.5,
    "одиннадцати": 11, "двенадцати": 12, "двенадцатью": 12, "тринадцати": 13, "четырнадцати": 14,
    "пятнадцати": 15, "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19,
    "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70,
    "ста": 100, "двухсот": 200, "трехсот": 300, "четырехсот": 400, "пятисот": 500, "двое": 2, "двоих": 2,
}  # fmt: skip
_ENDINGS = "-абвгдежзийклмнопрстуфхцчшщъыьэюя"
_THOUSAND = {"тысяча", "тыща", "тыс"}
_THOUSANDS = {"тысяч", "тыщ"}  # of an uncertain number, unless one follows: «тысяч семь»


@dataclass(frozen=True, slots=True)
class Number:
    """A value and the tokens ``[first, last]`` that say it."""

    value: float
    first: int
    last: int


def numbers(tokens: Sequence[Token]) -> list[Number]:
    """Return the numbers of a text in order; «двести пятьдесят» is one number."""
    found: list[Number] = []
    i = 0
    while i < len(tokens):
        number = _digits(tokens, i) or _words(tokens, i)
        if number:
            found.append(number)
            i = number.last
        i += 1
    return found


def _digits(tokens: Sequence[Token], i: int) -> Number | None:
    if tokens[i].sort is not Sort.NUMBER or ":" in tokens[i].text:
        return None
    text = tokens[i].text.replace(" ", "").rstrip(_ENDINGS)
    if text.count(".") + text.count(",") > 1:
        return None
    value = float(text.replace(",", "."))
    if i + 1 < len(tokens) and tokens[i + 1].lemma in _THOUSAND:
        return Number(value * 1000, i, i + 1)
    return Number(value, i, i)


def _value(token: Token) -> float | None:
    value = _FORMS.get(token.text)
    return value if value is not None else _UNITS.get(token.lemma)


def _words(tokens: Sequence[Token], i: int) -> Number | None:
    if tokens[i].text in _THOUSANDS:
        return _about_thousands(tokens, i)
    total, group, last, scale = 0.0, 0.0, i - 1, 1000.0
    for j in range(i, len(tokens)):
        value = _value(tokens[j])
        if tokens[j].lemma in _THOUSAND and (j > i or tokens[j].lemma != "тыс"):
            total, group, last, scale = total + (group or 1) * 1000, 0.0, j, 1000.0
        elif value is not None and _fits(value, scale):
            group, last, scale = group + value, j, _scale(value)
        else:
            break
    return Number(total + group, i, last) if last >= i else None


def _about_thousands(tokens: Sequence[Token], i: int) -> Number | None:
    """Read «тысяч семь», «тысяч 20»: seven, twenty thousand or so."""
    if i + 1 >= len(tokens) or tokens[i + 1].text in _THOUSANDS:
        return None
    few = _digits(tokens, i + 1) or _words(tokens, i + 1)
    return Number(few.value * 1000, i, few.last) if few and few.value < 1000 else None


def _scale(value: float) -> float:
    """Return the size below which the next word must be: after «двести» comes less than 100."""
    if value >= 100:
        return 100
    return 10 if value >= 20 else 0


def _fits(value: float, scale: float) -> bool:
    return 0 < value < scale or (value == 0 and scale == 1000)
