"""Data of living people in a file: phones, bank cards, mail, passports, СНИЛС. Invented ones may stay."""

import re
from collections.abc import Callable, Iterator, Sequence

from trainer.authoring.report import found
from trainer.model.place import Place
from trainer.model.problem import Problem

_PHONE = re.compile(
    r"(?<![\w-])(?:\+7|8|7)[\s(-]{0,2}(\d{3})[\s)-]{0,2}(\d{3})[\s-]?(\d{2})[\s-]?(\d{2})(?![\w-])"
)
_CARD = re.compile(r"(?<![\w-])[2-6](?:[ -]?\d){12,18}(?![\w-])")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@((?:[\w-]+\.)+[\w-]{2,})")
_PASSPORT = re.compile(
    r"(?i)паспорт\D{0,40}?(\d{2}\s?\d{2})\D{1,12}?(\d{6})(?!\d)"
    r"|паспорт\D{0,40}?(\d{4})(\d{6})(?!\d)"
    r"|(?<![\w-])(\d{2} \d{2}) (\d{6})(?![\w-])"
)
_SNILS = re.compile(r"(?<![\w-])(\d{3})-(\d{3})-(\d{3})[ -](\d{2})(?![\w-])")
# Every kind of data holds six digits or a sign of mail; most lines hold neither.
_WORTH_A_LOOK = re.compile(r"@|(?:\d\D{0,3}){6}|паспорт", re.IGNORECASE)

# Kept for examples by RFC 2606 and RFC 6761.
_FREE_HOSTS = ("example.com", "example.org", "example.net", "example", "test", "invalid", "localhost")
# Numbers that payment services publish for trials.
_TRIAL_CARDS = frozenset({
    "4111111111111111", "4242424242424242", "4012888888881881", "5555555555554444", "5105105105105100",
    "2200000000000004", "6011111111111117", "378282246310005",
})  # fmt: skip
# A number with so many zeros was made up.
_MANY_ZEROS = 9


def personal(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each piece of personal data, at its line and column."""
    for number, line in enumerate(text.split("\n"), 1):
        if not _WORTH_A_LOOK.search(line):
            continue
        for code, match in _in_line(line):
            yield found(Place(path, number, match.start() + 1), code, words=_masked(match.group()))


def _in_line(line: str) -> Iterator[tuple[str, re.Match[str]]]:
    taken: list[range] = []
    for code, pattern, is_real in _SORTS:
        for match in pattern.finditer(line):
            if any(match.start() in other for other in taken):
                continue
            if is_real(match):
                taken.append(range(*match.span()))
                yield code, match


def _real_phone(match: re.Match[str]) -> bool:
    """Codes begin with 3, 4, 7, 8 or 9; 8 800 is a firm's; 000-.. and 555-01-.. are for stories."""
    code, first, second = match[1], match[2], match[3]
    invented = first == "000" or (first == "555" and second == "01")
    return code[0] in "34789" and code != "800" and not invented


def _real_card(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match.group())
    return (
        13 <= len(digits) <= 19
        and digits not in _TRIAL_CARDS
        and digits.count("0") < _MANY_ZEROS
        and luhn(digits)
    )


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the check digit of the others, as on every bank card."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _real_mail(match: re.Match[str]) -> bool:
    host = match[1].lower()
    return not any(host == free or host.endswith(f".{free}") for free in _FREE_HOSTS)


def _real_passport(match: re.Match[str]) -> bool:
    series, number = (group for group in match.groups() if group)
    return not (series.replace(" ", "") == "0000" or number in ("000000", "123456"))


def _real_snils(match: re.Match[str]) -> bool:
    digits = match[1] + match[2] + match[3]
    total = sum(int(digit) * (9 - place) for place, digit in enumerate(digits)) % 101
    return digits != "000000000" and total % 100 == int(match[4])


def _masked(words: str) -> str:
    """Return the words with all but the first letters hidden, so that a report spreads nothing further."""
    return words[:4] + "…"


_SORTS: Sequence[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]]] = (
    ("E141", _CARD, _real_card),
    ("E144", _SNILS, _real_snils),
    ("E140", _PHONE, _real_phone),
    ("E142", _MAIL, _real_mail),
    ("E143", _PASSPORT, _real_passport),
)
