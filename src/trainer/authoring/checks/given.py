"""Facts that the model answer does not give, or that the bad one does."""

from collections.abc import Iterator
from dataclasses import replace

from trainer.authoring.reading import readable_fact
from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario, Turn
from trainer.model.verdict import Setting
from trainer.scoring.facts import find_facts
from trainer.text.analysis import read_once


def given(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for each required fact missing in a model answer, and for each given by a bad one."""
    for turn in scenario.turns.values():
        for number, answer in enumerate(turn.model_answers):
            heard = _given(answer, turn)
            for fact in turn.required():
                if fact not in heard:
                    yield found(turn.at(f"model_answer/{number}"), "E122", id=turn.id, fact=fact)
        for fact in _given(turn.bad_answer, turn):
            if fact in turn.required():
                yield found(turn.at("bad_answer"), "E123", id=turn.id, fact=fact)
    yield from _note(scenario)


def _note(scenario: Scenario) -> Iterator[Problem]:
    """Read the note like an answer at a turn that has only its facts."""
    note = scenario.note
    written = _given(note.model_answer, Turn(id="note", client="", expected=(), facts=note.facts))
    for fact in note.facts:
        if fact.required and note.model_answer and fact.id not in written:
            yield found(fact.place, "E124", fact=fact.id)


def _given(answer: str, turn: Turn) -> frozenset[str]:
    """Return the facts that an answer gives, as the judge finds them."""
    if not answer or not turn.facts:
        return frozenset()
    readable = replace(turn, facts=tuple(readable_fact(fact) for fact in turn.facts))
    return frozenset(find_facts(read_once(answer), Setting(turn=readable)).given)
