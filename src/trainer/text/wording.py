"""Wordings of a fact: «курьер привезёт накладную» found in any inflection and nearly any order."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from trainer.text.analysis import Text
from trainer.text.pattern import Item, Match, PatternError, absent, compile_pattern, places, search
from trainer.text.tokens import Token

# Words that carry no meaning of their own in a wording; negations always count.
_EMPTY = frozenset({
    "в", "во", "на", "с", "со", "к", "ко", "по", "за", "из", "от", "до", "у", "о", "об", "и", "а",
    "же", "ли", "бы", "то", "это", "что", "как", "для", "при", "через", "под", "над", "или", "вам",
    "вас", "вы", "мы", "нам", "я", "ваш", "свой", "этот", "тот", "уже", "еще", "раз", "там", "тут",
    "здесь",
})  # fmt: skip
_NEGATIONS = frozenset({"не", "нельзя", "без", "ни"})
# Where the reach of a negation ends; «увы» and its like may stand between.
_STOPS = frozenset(
    {",", ";", ":", "-", "(", ")", ".", "!", "?", "…", "и", "а", "но", "или", "либо", "зато", "чтобы"}
)
_ASIDES = frozenset(
    {"увы", "сожалению", "пожалуйста", "конечно", "кажется", "наверное", "разумеется", "кстати"}
)
# «не забудьте», «не позже», «не только» deny nothing.
_IDLE = frozenset({
    "забыть", "забывать", "беспокоиться", "волноваться", "переживать", "стесняться", "поздно", "позже", "позднее",
    "поздний", "рано", "раньше", "ранее", "больше", "более", "большой", "много", "дольше", "долго", "долгий", "меньше",
    "менее", "только", "просто", "сложно", "сложный", "страшно", "страшный", "проблема", "вопрос", "важно",
})  # fmt: skip
_MODAL = frozenset(
    {"мочь", "смочь", "быть", "стать", "хотеть", "успеть", "успевать", "планировать", "собираться"}
)
# What may be said of a thing after it: «накладная не нужна», «возврат не положен».
_REFUSALS = _MODAL | {
    "нужно", "нужный", "надо", "требоваться", "потребоваться", "понадобиться", "обязательно", "обязательный",
    "предусмотреть", "предусмотренный", "положить", "положенный", "полагаться", "возможно", "возможный",
    "получиться", "прийтись", "придется", "необходимо", "необходимый", "выйти", "делать", "брать", "принимать",
}  # fmt: skip
_VERBS = ("VERB", "INFN", "PRTS", "PRED")
_SLACK = 7
_NEAREST = 4  # so many places of a word are tried round each place of the rarest one


@dataclass(frozen=True, slots=True)
class Wording:
    """The items that must all be met, and whether the wording itself is negative.

    A wording that begins with ``^`` is ``ordered``: it is a pattern, word after word.
    """

    source: str
    items: tuple[Item, ...]
    negative: bool
    ordered: bool = False


@lru_cache(maxsize=10_000)
def read_wording(source: str) -> Wording:
    """Read a wording; raises PatternError when it holds no meaningful word."""
    parts = compile_pattern(source)
    items = tuple(i for i in parts if i.sort != "gap" and not (i.sort == "word" and i.word in _EMPTY))
    if not items:
        raise PatternError(f"в выражении «{source}» нет ни одного весомого слова")
    kept = tuple(i for i in items if i.word not in _NEGATIONS)
    negative = any(i.word in _NEGATIONS for i in items)
    return Wording(source, kept or items, negative, ordered=source.startswith("^"))


@lru_cache(maxsize=10_000)
def _readable(source: str) -> Wording | None:
    try:
        return read_wording(source)
    except PatternError:
        return None


def find_source(source: str, text: Text) -> Match | None:
    """Find a wording as it is written; what nobody can read stands nowhere (``trainer lint`` tells its author)."""
    wording = _readable(source)
    return find_wording(wording, text) if wording else None


def find_wording(wording: Wording, text: Text) -> Match | None:
    """Return the tightest place where the wording stands, or None.

    All items must stand in one sentence, or in two neighbouring ones, within a window a little longer than the
    wording; a negation that reaches them has to agree with the wording.
    """
    if wording.ordered:
        return next(iter(search(wording.source, text)), None)
    if absent(wording.items, text):
        return None
    spots = [sorted(places(item, text).items()) for item in wording.items]
    best: Match | None = None
    for found in _combinations(spots) if all(spots) else ():
        if not _distinct(wording.items, found):
            continue
        match = Match(min(at for at, _ in found), max(at + n for at, n in found))
        if best and match.last - match.first >= best.last - best.first:
            continue
        if _close(match, text) and _denied([at for at, _ in found], text) == wording.negative:
            best = match
    return best


Spot = tuple[int, int]


def _distinct(items: Sequence[Item], found: Sequence[Spot]) -> bool:
    """Tell whether each word of the wording has its own word; only «двенадцать-пятнадцать» is two numbers."""
    words = [at for item, (at, _) in zip(items, found, strict=True) if item.sort != "quantity"]
    return len(set(words)) == len(words)


def _combinations(spots: Sequence[Sequence[Spot]]) -> Iterator[tuple[Spot, ...]]:
    """Yield places for all items that fit into the window, round every place of the rarest item."""
    width = 2 * len(spots) + _SLACK
    rarest = min(spots, key=len)
    at_most = _NEAREST ** min(3, len(spots) - 1)
    for anchor in rarest:
        near = [[anchor] if options is rarest else _near(options, anchor[0], width) for options in spots]
        for found in islice(product(*near), at_most):
            if max(at + n for at, n in found) - min(at for at, _ in found) <= width:
                yield found


def _near(options: Sequence[Spot], at: int, width: int) -> list[Spot]:
    first, last = bisect_left(options, (at - width, 0)), bisect_left(options, (at + width + 1, 0))
    return sorted(options[first:last], key=lambda o: abs(o[0] - at))[:_NEAREST]


def _close(match: Match, text: Text) -> bool:
    first, last = text.sentence_at(match.first), text.sentence_at(match.last - 1)
    if first is None or last is None:
        return False
    return first.last >= last.first


def _denied(chosen: Sequence[int], text: Text) -> bool:
    """Tell whether a negation reaches what the wording says: its verbs, or all its words when it has none."""
    verbs = [at for at in chosen if _is_verb(text.tokens[at])]
    return any(_before(at, text.tokens) or _after(at, text.tokens) for at in verbs or chosen)


def _is_verb(token: Token) -> bool:
    return any(token.has(tag) for tag in _VERBS)


def _before(at: int, tokens: Sequence[Token]) -> bool:
    """Look to the left: «не привезёт», «не сможем забрать», «без оплаты»."""
    verb, infinitive = _is_verb(tokens[at]), tokens[at].has("INFN")
    for i in range(at - 1, max(at - 6, -1), -1):
        token = tokens[i]
        if _ends(tokens, i):
            return False
        if token.text in _NEGATIONS:
            return tokens[i + 1].lemma not in _IDLE and (verb or at - i <= 2)
        if verb and not infinitive and _is_verb(token) and token.lemma not in _MODAL:
            return False  # a negation further left belongs to that verb
    return False


def _after(at: int, tokens: Sequence[Token]) -> bool:
    """Look to the right: «печатать не нужно», «забрать, увы, нельзя», «накладная не нужна»."""
    infinitive = tokens[at].has("INFN")
    if _is_verb(tokens[at]) and not infinitive:
        return False
    for i in range(at + 1, min(at + (9 if infinitive else 6), len(tokens))):
        if tokens[i].text == "нельзя":
            return True
        if tokens[i].text == "не" and i + 1 < len(tokens):
            after = tokens[i + 1]
            return after.lemma not in _IDLE and bool(_REFUSALS & after.reading.lemmas)
        if _ends(tokens, i) or _is_verb(tokens[i]):
            return False
    return False


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a clause ends here; the commas round «увы» end nothing."""
    if tokens[i].text not in _STOPS:
        return False
    beside = {t.text for t in (*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 3])}
    return not (tokens[i].text == "," and beside & _ASIDES)
