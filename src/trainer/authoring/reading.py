"""Reads texts of a pack the way the judge does, for checks that need no model."""

from collections.abc import Sequence
from dataclasses import replace

from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Setting
from trainer.scoring.facts import find_facts
from trainer.text.analysis import Text, read_once
from trainer.text.pattern import PatternError
from trainer.text.wording import read_wording


def facts_in(text: Text, facts: Sequence[Fact]) -> dict[str, str]:
    """Return the facts that a text states, with the words; contradictions do not count."""
    readable = tuple(replace(readable_fact(fact), contradictions=()) for fact in facts)
    turn = Turn(id="", client="", expected=(), facts=readable)
    given = find_facts(text, Setting(turn=turn)).given
    return {name: span.of(text.typed) for name, span in given.items()}


def readable_fact(fact: Fact) -> Fact:
    """Return the fact without the wordings that nobody can read; they are findings of their own."""
    return replace(
        fact,
        parts=tuple(tuple(w for w in part if is_readable(w)) for part in fact.parts),
        contradictions=tuple(w for w in fact.contradictions if is_readable(w)),
    )


def is_readable(wording: str) -> bool:
    """Tell whether the matcher can read a wording."""
    try:
        read_wording(wording)
    except PatternError:
        return False
    return True


def statements(text: str) -> str:
    """Return the sentences of a text that ask nothing."""
    read = read_once(text)
    spans = [read.span_of(s) for s in read.sentences if not read.normal(s).rstrip(' )»"').endswith("?")]
    return " ".join(span.of(text) for span in spans)
