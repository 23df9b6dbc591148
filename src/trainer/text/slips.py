"""Slips of the finger and of the ear: the words from which one such slip leads to what was typed.

Any two words of one letter's difference are not a slip apart: «скрин» is no misspelt «скрип». A slip drops, doubles or
swaps letters, hits a neighbouring key, or writes what is heard.
"""

from functools import cache
from itertools import pairwise

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_KEYS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
# Letters that sound alike where they stand unstressed, at the end or beside a deaf consonant.
_HEARD = ("ао", "еи", "ея", "иы", "еэ", "юу", "бп", "вф", "гк", "гх", "дт", "жш", "зс", "щш", "щч", "цс", "цт", "ьъ", "гв",
          "ий", "шч", "оё", "её", "ай")  # fmt: skip


@cache
def _near() -> dict[str, frozenset[str]]:
    """Return for each letter those that are typed or heard in its place."""
    pairs = {(two[0], two[1]) for two in _HEARD}
    for row in _KEYS:
        pairs |= set(pairwise(row))
    for upper, lower in pairwise(_KEYS):
        for i, letter in enumerate(lower):
            pairs |= {(letter, above) for above in upper[i : i + 2]}
    both = pairs | {(b, a) for a, b in pairs}
    return {a: frozenset(b for c, b in both if c == a) for a in _LETTERS + "ё"}


def slips(word: str) -> set[str]:
    """Return the words (lower case, most of them no words at all) that one slip turns into ``word``."""
    near = _near()
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in splits if b and _superfluous(a, b)}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    changed = {a + c + b[1:] for a, b in splits if b for c in near.get(b[0], frozenset())}
    # After a hissing consonant «о» and «ё» sound the same: «нашолся».
    changed |= {a + "е" + b[1:] for a, b in splits if b[:1] == "о" and a[-1:] and a[-1] in "жчшщ"}
    added = {a + c + b for a, b in splits for c in _LETTERS}
    return lost | swapped | changed | added


def _superfluous(before: str, rest: str) -> bool:
    """Tell whether the first letter of ``rest`` doubles a neighbour or may have been hit along with it."""
    beside = {*before[-1:], *rest[1:2]}
    return rest[0] in beside or bool(_near().get(rest[0], frozenset()) & beside)
