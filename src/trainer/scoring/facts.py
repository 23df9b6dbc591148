"""Which facts of the turn an answer gives, and which words contradict them.

A fact is given when every group of its wordings is met by one wording, in any inflection and nearly any
order; numbers are compared by value. What the wordings miss, meaning may add (see ``meaning_of_facts``).
"""

from trainer.model.scenario import Fact
from trainer.model.span import Span
from trainer.model.verdict import Setting
from trainer.scoring.context import FactsFound
from trainer.text.analysis import Text
from trainer.text.pattern import Match, search
from trainer.text.wording import find_wording, read_wording


def find_facts(text: Text, setting: Setting) -> FactsFound:
    """Look for every fact of the turn in the answer."""
    given: dict[str, Span] = {}
    wrong: dict[str, tuple[Span, ...]] = {}
    for fact in setting.facts():
        if spans := _contradicted(fact, text):
            wrong[fact.id] = spans
        elif match := _given(fact, text):
            given[fact.id] = text.span(match.first, match.last)
    missing = tuple(f.id for f in setting.facts() if f.required and f.id not in given)
    return FactsFound(given, missing, wrong)


def _given(fact: Fact, text: Text) -> Match | None:
    if not fact.parts:
        return None
    places = [_first(group, text) for group in fact.parts]
    if any(place is None for place in places):
        return None
    found = [place for place in places if place]
    return Match(min(p.first for p in found), max(p.last for p in found))


def _first(group: tuple[str, ...], text: Text) -> Match | None:
    matches = (find_wording(read_wording(wording), text) for wording in group)
    return next((m for m in matches if m), None)


def _contradicted(fact: Fact, text: Text) -> tuple[Span, ...]:
    """Contradictions are strict patterns, word after word: an unjust «неверно» costs more than a missed one."""
    matches = (match for pattern in fact.contradictions for match in search(pattern, text))
    return tuple(text.span(m.first, m.last) for m in matches)
