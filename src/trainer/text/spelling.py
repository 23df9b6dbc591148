"""Misspelt words: unknown to the dictionary and one slip away from a frequent word.

Measured by others and here: a plain dictionary flags half of all clean support lines; asking for a frequent
neighbour brings that to almost none (precision before recall). The list of frequent words is derived from
``wordfreq`` (see docs/licences.md).
"""

import gzip
import re
from functools import cache, lru_cache
from importlib.resources import files

from trainer.text.morphology import known_word, read_word
from trainer.text.tokens import Sort, Token

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_RUSSIAN = re.compile(r"[а-я]+(?:-[а-я]+)*")
_SET_SLIPS = {"досвидания": "до свидания", "досвиданья": "до свиданья", "вообщем": "в общем", "чтонибудь": "что-нибудь",
              "какойто": "какой-то", "чтото": "что-то", "пажалуйста": "пожалуйста", "пожалусто": "пожалуйста",
              "сдраствуйте": "здравствуйте", "здравствуте": "здравствуйте"}  # fmt: skip
_SHORT = 4
# No word of the language is longer; what is, is no misspelling, and its neighbours are too many to try.
_LONGEST = 40
# From this length a slip of any dictionary word is safe to name, not only of a frequent one.
_LONG = 8
# Particles and halves of doubled words after a hyphen are no misspellings: «дело-то», «день-два».
_DIMINUTIVE = re.compile(
    r".+(?:очк|ечк|ичк|еньк|оньк|ушк|юшк|чик|ик|ок|ек|юш|яш|уш|ыч)(?:[аиуыояе]|ой|ою|ам|ами|ах|ов|ом|ек)?$"
)
# Words of our days that dictionaries lack and no misspelling resembles.
_MODERN = frozenset(
    [
        "промокод",
        "промокода",
        "промокоду",
        "промокодом",
        "промокоде",
        "промокоды",
        "промокодов",
        "чат",
        "чате",
        "чату",
        "чата",
        "онлайн",
        "офлайн",
        "скриншот",
        "смартфон",
        "инстаграм",
        "телеграм",
        "телеграме",
        "телеграму",
        "ватсап",
        "вайбер",
        "мессенджер",
        "вайфай",
        "роутер",
        "роутера",
        "роутеры",
        "аккаунт",
        "логин",
        "кешбэк",
        "кэшбэк",
        "кешбек",
        "маркетплейс",
        "пуш",
        "пуша",
        "лайфхак",
        "хештег",
        "стрим",
        "стриминг",
        "селфи",
        "фитнес",
        "каршеринг",
        "дедлайн",
        "имейл",
        "емейл",
        "юзер",
        "апгрейд",
        "девайс",
        "гаджет",
        "трекер",
        "курьерка",
        "эсэмэс",
        "смс",
        "пин",
        "код",
        "отсканировать",
        "отсканировали",
        "отсканировал",
        "просканировали",
        "перезвон",
        "перезвоню",
        "отзвонюсь",
        "отзвонится",
        "подкопится",
        "маякну",
        "маякнет",
        "дядь",
        "тёть",
        "теть",
        "димон",
        "ваще",
        "регаем",
        "стопаются",
        "фоткните",
        "сфоткайте",
        "порешаем",
        "истерите",
        "тикет",
        "подвис",
        "облажались",
        "логи",
        "эластан",
        "наушнички",
        "заява",
        "заяву",
        "чекнем",
        "чекнет",
        "апгрейдить",
        "офигеть",
        "офигенно",
        "прикол",
        "приколы",
        "норм",
        "ок",
        "окей",
        "плиз",
        "кипишуй",
        "кипишуйте",
        "фейл",
        "треш",
        "трэш",
        "асап",
        "хаба",
        "хабе",
        "инфа",
        "инфу",
        "инфой",
        "сфоткали",
        "сфоткала",
        "сфоткал",
        "разрулим",
        "разрулю",
        "разрулили",
        "динамить",
        "динамят",
        "истерить",
        "паллета",
        "паллету",
        "паллеты",
        "диспетчерша",
        "переговорка",
        "переговорки",
        "переговорку",
        "моно",
        "полсмены",
        "залажали",
        "бан",
        "бана",
        "попадя",
        "батьковна",
        "кладовщица",
        "логистка",
        "курьерша",
    ]
)


@cache
def _frequent() -> dict[str, int]:
    """Return the frequent words with their rank, 0 for the most frequent."""
    data = (files("trainer.text") / "data" / "frequent_ru.txt.gz").read_bytes()
    return {word: rank for rank, word in enumerate(gzip.decompress(data).decode().split("\n"))}


def correction(token: Token, own: frozenset[str] = frozenset(), *, is_name: bool = False) -> str:
    """Return the word that a misspelt token stands for, or an empty string.

    ``own`` are words of the scenario, as good as frequent ones; names (a capital inside a sentence) are left alone.
    """
    if token.sort is not Sort.WORD or token.reading.known or len(token.text) > _LONGEST:
        return ""
    if (
        not _RUSSIAN.fullmatch(token.text)
        or is_name
        or "-" in token.text
        or len(token.text) < _SHORT
        or token.text in own
    ):
        return ""
    if token.text in _SET_SLIPS:
        return _SET_SLIPS[token.text]
    if (
        token.text.startswith("не")
        and "VERB" in read_word(token.text[2:]).tags
        and known_word(token.text[2:])
    ):
        return f"не {token.text[2:]}"
    if token.text in _MODERN or _fine(token.text):
        return ""
    return _correct(token.text) or _nearest(token.text, _one_edit(token.text) & own)


@lru_cache(maxsize=10_000)
def _correct(word: str) -> str:
    if word in _frequent():
        return ""
    if word.endswith(("сь", "ся")) and known_word(word[:-2]):
        return ""
    edits = _one_edit(word)
    near = edits & _frequent().keys()
    if not near and len(word) >= _LONG:
        near = {w for w in edits | _two_vowels(word) if known_word(w)}
    return _nearest(word, near)


def _nearest(word: str, near: set[str]) -> str:
    """Return the most frequent of the words near by; all are one slip away."""
    rank = _frequent()
    return min(near, key=lambda w: (rank.get(w, len(rank)), w)) if near else ""


def _fine(word: str) -> bool:
    return known_word(word) or bool(_DIMINUTIVE.match(word))


def _one_edit(word: str) -> set[str]:
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    changed = {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    added = {a + c + b for a, b in splits for c in _LETTERS}
    return lost | swapped | changed | added


_SOUNDS = {"а": "о", "о": "а", "е": "и", "и": "е", "я": "е", "ы": "и"}


def _two_vowels(word: str) -> set[str]:
    """Two unstressed vowels heard wrong: «руководетилю»."""
    places = [i for i, c in enumerate(word) if c in _SOUNDS]
    return {
        word[:i] + _SOUNDS[word[i]] + word[i + 1 : j] + _SOUNDS[word[j]] + word[j + 1 :]
        for n, i in enumerate(places)
        for j in places[n + 1 :]
    }
