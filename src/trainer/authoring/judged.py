"""Checks that need a judge: the model answer must pass, the bad one must fail."""

from collections.abc import Iterator
from typing import Protocol

from trainer.authoring.report import found
from trainer.authoring.texts_ru import WHY
from trainer.dialogue.engine import begin_at, setting
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario, Turn
from trainer.model.verdict import Setting, Verdict

MODEL_BAR = 90
BAD_BAR = 40


class Judging(Protocol):
    """What these checks need of a judge."""

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge one answer in its setting."""
        ...


def judged(scenario: Scenario, judge: Judging) -> Iterator[Problem]:
    """Yield problems of the example answers of a scenario and of its note."""
    for turn in scenario.turns.values():
        here = setting(scenario, begin_at(scenario, turn.id))
        if turn.model_answer:
            yield from _model(turn, judge.score(turn.model_answer, here))
        if turn.bad_answer:
            yield from _bad(turn, judge.score(turn.bad_answer, here))
    if scenario.note.model_answer:
        yield from _note(scenario, judge)


def _model(turn: Turn, verdict: Verdict) -> Iterator[Problem]:
    if verdict.score < MODEL_BAR:
        names = ", ".join(dict.fromkeys(item.standard for item in verdict.deductions))
        why = WHY.format(standards=names) if names else ""
        yield found(turn.place, "E120", id=turn.id, score=verdict.score, bar=MODEL_BAR, why=why)
    for fact in turn.required():
        if fact not in verdict.given:
            yield found(turn.place, "E122", id=turn.id, fact=fact)


def _bad(turn: Turn, verdict: Verdict) -> Iterator[Problem]:
    if verdict.score > BAD_BAR:
        yield found(turn.place, "E121", id=turn.id, score=verdict.score, bar=BAD_BAR)
    for fact in turn.required():
        if fact in verdict.given:
            yield found(turn.place, "E123", id=turn.id, fact=fact)


def _note(scenario: Scenario, judge: Judging) -> Iterator[Problem]:
    """Read the note like an answer at a turn that has only its facts."""
    turn = Turn(id="note", client="", expected=(), facts=scenario.note.facts)
    here = Setting(scenario=scenario.id, turn=turn, company=scenario.company, names=scenario.client.names)
    verdict = judge.score(scenario.note.model_answer, here)
    for fact in scenario.note.facts:
        if fact.required and fact.id not in verdict.given:
            yield found(fact.place, "E124", fact=fact.id)
