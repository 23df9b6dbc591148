"""Puts together a model answer and a bad one, and has them judged until they are what they should be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Protocol

from trainer.authoring.template.texts_ru import BAD, FILLERS, PHRASES
from trainer.authoring.template.wish import Wish, sentence
from trainer.model.scenario import Turn
from trainer.model.verdict import Setting, Verdict

_ROUNDS = 3
_LINE_WORDS = 40  # a paragraph that is longer is hard to read in a chat
_DETAILS = 4
# Signs in a name that would break a sentence up.
_SIGNS = re.compile(r"[«»\"'#:;.!?]")
FULLY = "answer-fully"


class Judging(Protocol):
    """What is needed of a judge."""

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge one answer in its setting."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """How an answer is put together: which phrases say a standard, how many fillers, words in a paragraph."""

    ways: Mapping[str, tuple[int, ...]]
    fillers: int = 0
    words: int = _LINE_WORDS


def model_answer(wish: Wish, here: Setting, judge: Judging) -> tuple[str, Verdict]:
    """Return the best answer that the phrases give, and its verdict."""
    plan = Plan({})
    best = _judged(wish, plan, here, judge)
    for _ in range(_ROUNDS):
        before = _worth(best[1])
        for other in _others(wish, plan, best[1]):
            if not best[1].missed and not best[1].violated:
                return best
            made = _judged(wish, other, here, judge)
            if _worth(made[1]) > _worth(best[1]):
                best, plan = made, other
        if _worth(best[1]) == before:
            break
    return best


def bad_answer(here: Setting, judge: Judging) -> tuple[str, Verdict]:
    """Return the answer that scores least, of those that give no fact if there are such."""
    judged = [(text, judge.score(text, here)) for text in BAD]
    return min(judged, key=lambda made: (len(made[1].given), made[1].score))


def _worth(verdict: Verdict) -> tuple[int, int, int]:
    return -len(verdict.missing), verdict.score, -len(verdict.missed)


def _others(wish: Wish, plan: Plan, verdict: Verdict) -> Iterator[Plan]:
    """Yield the same answer with one thing otherwise: what was missed is said in other words, or twice."""
    for name in verdict.missed:
        count = len(PHRASES.get(name, ()))
        for ways in (*combinations(range(count), 1), *combinations(range(count), 2)):
            yield replace(plan, ways={**plan.ways, name: ways})
    for name in wish.expected:
        for way in range(len(PHRASES.get(name, ()))):
            yield replace(plan, ways={**plan.ways, name: (way,)})
    for fillers in range(len(FILLERS) + 1):
        yield replace(plan, fillers=fillers)
    yield replace(plan, words=1)


def _judged(wish: Wish, plan: Plan, here: Setting, judge: Judging) -> tuple[str, Verdict]:
    text = _laid_out(_sentences(wish, plan), plan.words)
    return text, judge.score(text, here)


def _sentences(wish: Wish, plan: Plan) -> Iterator[str]:
    for name, phrases in PHRASES.items():
        if name == FULLY:
            yield from FILLERS[: plan.fillers]
            yield from map(sentence, wish.facts)
        elif name in wish.expected:
            yield from (_said(phrases[way], wish) for way in plan.ways.get(name, (0,)))


def _said(phrase: str, wish: Wish) -> str:
    words = [word.strip("«»\"'.,:;!?#()") for word in wish.line.split()]
    details = " ".join([word for word in words if len(word) > 3][-_DETAILS:])
    fact = wish.facts[0].rstrip(" .,;:!?…")
    company = " ".join(_SIGNS.sub(" ", wish.company).split()) or wish.company
    return phrase.format(company=company, name=wish.client, line=wish.line, details=details, fact=fact)


def _laid_out(sentences: Iterator[str], words: int) -> str:
    """Join sentences into short paragraphs."""
    lines: list[str] = [""]
    for said in sentences:
        if len(lines[-1].split()) + len(said.split()) > words and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {said}".strip()
    return "\n".join(lines)


def setting_of(wish: Wish, turn: Turn) -> Setting:
    """Return the setting of the only turn."""
    card = tuple(text for _, text in wish.card)
    return Setting(scenario=wish.id, turn=turn, company=wish.company, names=names(wish), card=card)


def names(wish: Wish) -> tuple[str, ...]:
    """Return the forms of the name that count as addressing: as it was given, and its first word."""
    return tuple(dict.fromkeys([wish.client, wish.client.split()[0]]))
