"""Which facts of the turn an answer gives, and which words contradict them or the card.

A fact is given when every group of its wordings is met by one wording, in any inflection and nearly any
order; numbers are compared by value. Contradictions are strict patterns, word after word: an unjust
«неверно» costs more than a missed one. What is denied, asked, supposed or warned of is no statement.
"""

import re
from collections.abc import Iterable, Sequence

from trainer.model.scenario import Fact
from trainer.model.span import Span
from trainer.model.verdict import Setting
from trainer.scoring.context import CARD, FactsFound
from trainer.text.analysis import Stretch, Text
from trainer.text.pattern import Match, readable, search
from trainer.text.quotes import cited_tokens
from trainer.text.wording import find_source

_NEGATIONS = {"не", "ни", "нельзя", "без"}
_UNSAID = {"не", "нельзя", "невозможно", "невозможен", "невозможна", "исключено", "исключен"}
_STOPS = {",", ".", ";", ":", "-", "!", "…", "и", "а", "но"}
_DAYS = {"сегодня", "завтра", "послезавтра"}
_WORD = re.compile(r"\w+")
# «Если посылка уже едет, …», «когда сервис заработает, …» suppose what they say.
_SUPPOSING = {"если", "когда", "вдруг"}
# What others think or fear the operator does not say: «вам кажется, что …», «не думайте, что заказ пропал».
_THINKING = {"казаться", "показаться", "думать", "подумать", "решить", "бояться", "опасаться", "считать",
             "переживать", "беспокоиться", "тревожиться", "волноваться", "полагать", "впечатление", "ощущение"}  # fmt: skip
_THAT = {"что", "будто"}


def find_facts(text: Text, setting: Setting) -> FactsFound:
    """Look for every fact of the turn in the answer, and for what contradicts the card."""
    given: dict[str, Span] = {}
    wrong: dict[str, tuple[Span, ...]] = {}
    # «А если не найдёте?» makes «если не найдём, …» an answer; elsewhere it is a warning.
    feared = bool(setting.turn and "если не" in setting.turn.client.lower())
    false = _contradicting(setting.contradictions, text, feared)
    if false:
        wrong[CARD] = _spans(false, text)
    for fact in setting.facts():
        if spans := _spans(_contradicting(fact.contradictions, text, feared), text):
            wrong[fact.id] = spans
        elif match := _given(fact, text, false):
            given[fact.id] = text.span(match.first, match.last)
    missing = tuple(f.id for f in setting.facts() if f.required and f.id not in given)
    return FactsFound(given, missing, wrong)


def _given(fact: Fact, text: Text, false: Sequence[Match]) -> Match | None:
    if not fact.parts:
        return None
    found = [place for group in fact.parts if (place := _first(group, text))]
    # «Курьер всё упакует сам» does not tell the client to pack.
    if len(found) < len(fact.parts) or any(_within(place, false) for place in found):
        return None
    return Match(min(p.first for p in found), max(p.last for p in found))


def _within(place: Match, false: Sequence[Match]) -> bool:
    return any(match.first <= place.first and place.last <= match.last for match in false)


def _first(group: tuple[str, ...], text: Text) -> Match | None:
    matches = (find_source(wording, text) for wording in group)
    return next((m for m in matches if m), None)


def _contradicting(patterns: Sequence[str], text: Text, feared: bool) -> list[Match]:
    return [
        match
        for pattern in filter(readable, patterns)
        for match in search(pattern, text)
        if _stated(match, pattern, text) and (feared or "если" in pattern or not _warned(match, text))
    ]


def _spans(matches: Iterable[Match], text: Text) -> tuple[Span, ...]:
    return tuple(sorted({text.span(m.first, m.last) for m in matches}))


def _stated(match: Match, pattern: str, text: Text) -> bool:
    """Tell whether the answer states the words, and does not ask, quote, deny or only wish them."""
    sentence = text.sentence_at(match.first)
    if sentence is None or text.normal(sentence).rstrip(" )").endswith("?"):
        return False
    words = {t.text for t in text.tokens[match.first : match.last]}
    beside = {t.text for t in text.tokens[match.first : min(match.last + 2, sentence.last)]}
    named = set(_WORD.findall(pattern))
    return not (
        # «На сегодня поздно, забираем завтра» speaks of another day than the pattern.
        ((_DAYS & beside) - named if _DAYS & named else _DAYS & words - named)
        or (_NEGATIONS & words) - named
        or beside & {"бы", "б"}
        or _supposed(match, sentence, text)
        or _thought(match, sentence, text)
        # A pattern with quotation marks is after the very name or status that stands in them.
        or ('"' not in pattern and cited_tokens(text).intersection(range(match.first, match.last)))
        or (text.tokens[match.first].text not in _NEGATIONS and _denied_before(match, sentence, text))
        or (not words & {"не", "нельзя"} and _denied_after(match, sentence, text))
    )


def _supposed(match: Match, sentence: Stretch, text: Text) -> bool:
    """Tell whether the words begin a condition: «если она уже едет»; what follows its comma is stated."""
    before = [t.text for t in text.tokens[max(sentence.first, match.first - 2) : match.first]]
    return bool(_SUPPOSING.intersection(before)) and "," not in before[-1:]


def _thought(match: Match, sentence: Stretch, text: Text) -> bool:
    """Tell whether the words are what the client thinks, or what does not follow: «не значит, что …»."""
    tokens = text.tokens
    for at in range(max(sentence.first, match.first - 5), match.first):
        if tokens[at].text in _THAT:
            before = tokens[max(sentence.first, at - 5) : at]
            denied = match.first - at <= 3 and any(t.text in _NEGATIONS for t in before)
            return denied or any(t.lemma in _THINKING and not t.has("1per") for t in before)
    return False


def _warned(match: Match, text: Text) -> bool:
    """Tell a warning: «иначе срок сгорит», «если не подать заявку, обмен сгорит»."""
    sentence = text.sentence_at(match.first)
    words = [t.text for t in text.tokens[sentence.first : match.last]] if sentence else []
    return "иначе" in words or any(w == "если" and "не" in words[i + 1 : i + 8] for i, w in enumerate(words))


def _denied_before(match: Match, sentence: Stretch, text: Text) -> bool:
    return any(t.text in _NEGATIONS for t in text.tokens[max(sentence.first, match.first - 2) : match.first])


def _denied_after(match: Match, sentence: Stretch, text: Text) -> bool:
    for token in text.tokens[match.last : min(match.last + 3, sentence.last)]:
        if token.text in _UNSAID:
            return True
        if token.text in _STOPS:
            return False
    return False
