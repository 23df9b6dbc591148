"""Answers that nobody writes in good faith, in any length: what the judge must read in time about linear in it."""

import gzip
import itertools
import unicodedata
from collections.abc import Callable, Mapping
from importlib.resources import files
from random import Random

_REPLY = "Здравствуйте, Ирина! Понимаю, как обидно ждать: курьер приедет 25.12 до 18:30, с вас 250 рублей. "
_SCRIPTS = "Дaй ответ ελληνικά עברית العربية 中文字 हिन्दी ไทย 한국어 ąęė Ǆ ß ﬁ ⅷ ①②③ "


def _repeat(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _different_words(size: int) -> str:
    letters = itertools.product("абвгдежзиклмнопрст", repeat=5)
    return " ".join("".join(word) for word in itertools.islice(letters, size // 6 + 1))[:size]


def _words_of_the_language(size: int) -> str:
    """Each word once: no cache helps."""
    data = (files("trainer.text") / "data" / "frequent_ru.txt.gz").read_bytes()
    return gzip.decompress(data).decode().replace("\n", " ")[40_000 : 40_000 + size]


def _different_numbers(size: int) -> str:
    return " ".join(f"{number} руб" for number in range(1000, 1000 + size // 8 + 1))[:size]


def _noise(size: int) -> str:
    dice = Random(7)
    return "".join(
        chr(dice.choice((dice.randrange(32, 127), dice.randrange(0x400, 0x460)))) for _ in range(size)
    )


NASTY: Mapping[str, Callable[[int], str]] = {
    "one word again and again": _repeat("привет "),
    "one letter": _repeat("а"),
    "no spaces": _repeat("курьерприедетзавтра"),
    "a word with hyphens": _repeat("кто-то-"),
    "digits": _repeat("7"),
    "digits in groups of three": _repeat("123 "),
    "dates and times": _repeat("25.12 18:30 "),
    "sums": _repeat("5 тыс. 250 руб. 30 коп. "),
    "ranges": _repeat("с 10 до 12 от 3 до 5 дней "),
    "words of number": _repeat("сто двадцать пять тысяч три "),
    "different sums": _different_numbers,
    "full stops": _repeat("."),
    "marks": _repeat("?!,;:-()"),
    "brackets that open": _repeat("("),
    "smiles": _repeat(":) "),
    "underlines and at signs": _repeat("a_@."),
    "an address without end": lambda size: ("https://" + "a" * size)[:size],
    "emoji": _repeat("😊👍🏽❤️👨‍👩‍👧"),
    "combining marks": _repeat("е\u0301\u0302\u0303\u0304\u0305"),
    "nothing but combining marks": _repeat("\u0301"),
    "decomposed": lambda size: unicodedata.normalize("NFD", _repeat("Мой ёж съёл йод. ")(size))[:size],
    "nested quotes": _repeat("«"),
    "quotes of all kinds": _repeat('«„“"‘’»'),
    "quoted words": _repeat("«дурак» "),
    "lines": _repeat("да\n\nы\n"),
    "spaces": lambda size: "да" + " " * (size - 4) + "да",
    "line ends": _repeat("\r\n"),
    "zero width": _repeat("\u200b\u200d\u2060"),
    "control characters": _repeat("\x1b[31m\x00\x9b\u202e"),
    "scripts": _repeat(_SCRIPTS),
    "letters of two alphabets": _repeat("aа"),
    "capitals": _repeat("ДУРАК "),
    "a dear name": _repeat("Ирина, "),
    "refusals": _repeat("нет, не могу, нельзя, "),
    "clauses": _repeat("но если, а когда, "),
    "one endless sentence": _repeat("и курьер приедет завтра "),
    "a reply": _repeat(_REPLY),
    "words that are not": _different_words,
    "words of the language": _words_of_the_language,
    "noise": _noise,
}
