"""Grammar slips that are as visible as a misspelling: «ваш заявление», «в течении часа», «вернуться деньги»."""

import itertools
import re
from collections.abc import Iterator, Sequence, Set

from trainer.text.analysis import Text
from trainer.text.morphology import tags_of
from trainer.text.tokens import Sort, Token

# Set slips: a pattern over the lower-case normal form and what is right.
_SLIPS = tuple(
    (re.compile(pattern), right)
    for pattern, right in (
        (r"\bв течении (?=(?:\d|[а-я]+(?:их|ух|ти|и|а|ов|ой|го|ей|ь|я)\b))", "в течение"),
        (r"\bсогласно (?:договора|правил|условий|регламента|закона|тарифа)\b", "согласно договору"),
        (r"\bпо ?приезду\b|\bпо окончанию\b|\bпо прибытию\b|\bпо истечению\b", "по приезде, по окончании"),
        (r"\bодно и тоже\b|\bтоже самое\b", "одно и то же"),
        (r"\b(?:за|от|из) не удобств", "неудобства"),
        (r"\bне (?:приятн|удобств|обходимо|льзя)", "слитно"),
        (r"\b(?:по|за) чему\b(?! (?:именно|это))", "почему"),
        (r"\b(?:кто|где|когда|какой|какая|почему) (?:то|нибудь|либо)\b(?! (?:же|есть|самое|,))", "через дефис"),
        (r"\b(?:что|кому|чем|как) нибудь\b", "через дефис"),
        (r"\bиз за\b|\bиз под\b", "из-за"),
        (r"\bво ?первых\b(?<!во-первых)", "во-первых"),
        (r"\bна счет (?:вашего|этого|того|доставки|возврата)\b", "насчёт"),
        (r"\bвообщем\b|\bвобщем\b|\bвкратце\s?ции\b", "в общем"),
        (r"\bничево\b|\bщитаю\b|\bпроизошол\b|\bпришол\b|\bнашол\b|\bушол\b", "пришёл"),
    )
)  # fmt: skip
_MARKS = ("nomn", "gent", "datv", "accs", "ablt", "loct", "gen2", "loc2", "acc2")
_CASES = {
    "без": "gent", "для": "gent", "до": "gent", "от": "gent", "из": "gent", "у": "gent", "после": "gent",
    "к": "datv", "ко": "datv", "с": "gent accs ablt", "со": "gent accs ablt", "над": "ablt", "перед": "ablt",
    "в": "accs loct loc2 acc2", "во": "accs loct loc2", "на": "accs loct loc2", "о": "loct accs",
    "об": "loct accs", "при": "loct",
    "через": "accs", "про": "accs", "между": "ablt gent", "за": "accs ablt", "под": "accs ablt",
}  # fmt: skip


def grammar_slips(text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield ``(start, end, right)`` in the normal form for every slip found."""
    for pattern, right in _SLIPS:
        for match in pattern.finditer(text.source.lower):
            yield match.start(), match.start() + len(match.group().rstrip()), right
    starts = {s.start for s in text.sentences}
    tokens = [t for t in text.tokens if not _named(t, text, starts)]
    for i, (a, b) in enumerate(itertools.pairwise(tokens)):
        if (
            a.sort is b.sort is Sort.WORD
            and b.start - a.end == 1
            and (_disagree(a, b) or _governed_wrong(a, b) or _infinitive_wrong(tokens, i + 1))
        ):
            yield a.start, b.end, ""


def _named(token: Token, text: Text, starts: Set[int]) -> bool:
    """Tell a capital inside a sentence: a name, a street, a brand."""
    raw = text.source.text[token.start : token.end]
    return raw[:1].isupper() and token.start not in starts


# «Такое мастер», «всё курьер»: these stand for themselves, not with the noun that follows.
_ALONE = frozenset(
    [
        "такой",
        "этот",
        "тот",
        "весь",
        "сам",
        "какой",
        "который",
        "каждый",
        "любой",
        "иной",
        "другой",
        "один",
        "самый",
        "никакой",
        "все",
    ]
)


def _disagree(a: Token, b: Token) -> bool:
    """Find an adjective or possessive before a noun that shares no case, number and gender with it."""
    if not a.reading.known or not b.reading.known or not b.has("NOUN") or "Fixd" in b.reading.tags:
        return False
    left, right = tags_of(a.text), tags_of(b.text)
    if not all("ADJF" in t for t in left) or not all("NOUN" in t for t in right):
        return False
    if a.reading.lemmas & _ALONE or _paucal(left, right):
        return False
    # «У железного нервы сдадут»: other adjectives stand for a person or a thing too often.
    if not any({"Apro", "Anum"} & t for t in left) and not _both_nominative(left, right):
        return False
    if "Subx" in left[0] or "Name" in right[0] or "Abbr" in right[0]:
        return False
    return not any(_agree(x, y) for x in left for y in right)


def _both_nominative(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> bool:
    return any("nomn" in t for t in left) and any("nomn" in t for t in right)


def _paucal(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> bool:
    """«Два лишних дня»: the adjective in the genitive plural, the noun in the singular."""
    return any({"gent", "plur"} <= t for t in left) and any({"gent", "sing"} <= t for t in right)


def _agree(x: frozenset[str], y: frozenset[str]) -> bool:
    if ("plur" in x) != ("plur" in y) and "Pltm" not in y and "Ms-f" not in y:
        return False
    cases = {c[:3] for c in _MARKS if c in x} & {c[:3] for c in _MARKS if c in y}
    if not cases:
        return False
    genders = {"masc", "femn", "neut"}
    return "plur" in x or not (genders & x) or not (genders & y) or bool(genders & x & y) or "Ms-f" in y


def _governed_wrong(a: Token, b: Token) -> bool:
    """Find a preposition before a word that stands in no case it asks for: «с наша сторона»."""
    cases = _CASES.get(a.text)
    if cases is None or not b.reading.known:
        return False
    readings = tags_of(b.text)
    if not all({"NOUN", "ADJF"} & t for t in readings) or any({"Fixd", "Abbr"} & t for t in readings):
        return False
    allowed = set(cases.split())
    # «Часику» as «часу»: a partitive that the dictionary has only as a dative.
    partitive = "gent" in allowed and all({"datv", "masc"} <= t for t in readings)
    return not partitive and not any(allowed & t or ("gen2" in t and "gent" in allowed) for t in readings)


# «Основания сердиться», «попытки дозвониться»: nouns that an infinitive explains.
_EXPLAINED = frozenset(
    [
        "возможность",
        "желание",
        "мысль",
        "намерение",
        "обещание",
        "основание",
        "повод",
        "попытка",
        "право",
        "предложение",
        "привычка",
        "причина",
        "просьба",
        "решение",
        "сила",
        "совет",
        "способ",
        "старание",
        "стремление",
        "шанс",
    ]
)


def _infinitive_wrong(tokens: Sequence[Token], i: int) -> bool:
    """«деньги вернуться завтра»: an infinitive in -ться right after a noun in the nominative plural."""
    if not tokens[i].text.endswith("ться") or not tokens[i].has("INFN"):
        return False
    before = tokens[i - 1]
    if len(before.text) < 3:
        return False  # «и» is the name of a letter too
    if before.reading.lemmas & _EXPLAINED:
        return False
    verbs = any(
        t.has("VERB") or t.has("PRED") or t.text in {"должны", "чтобы"}
        for t in (*tokens[max(0, i - 4) : i], *tokens[i + 1 : i + 4])
    )
    return any({"NOUN", "nomn", "plur"} <= t for t in tags_of(before.text)) and not verbs
