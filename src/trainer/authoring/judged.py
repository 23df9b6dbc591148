"""Checks that need a judge: the model answer must pass, the bad one must fail, the model talk must end well."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from trainer.authoring.reading import readable_fact
from trainer.authoring.report import found
from trainer.authoring.texts_ru import WHY
from trainer.dialogue.engine import begin, begin_at, look_up, setting, step
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.scenario import Outcome, Scenario, Turn
from trainer.model.standard import Kind
from trainer.model.verdict import Reading, Setting, Verdict

MODEL_BAR = 90
BAD_BAR = 40
# A talk of model answers that is longer goes in circles.
_LONGEST = 40


class Judging(Protocol):
    """What these checks need of a judge."""

    @property
    def muted(self) -> Collection[str]:
        """The standards that take no points."""
        ...

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge one answer in its setting."""
        ...

    def read(self, text: str) -> Reading:
        """Read a text on its own."""
        ...


def judged(scenario: Scenario, judge: Judging, kinds: Mapping[str, Kind]) -> Iterator[Problem]:
    """Yield problems of the model and bad answers of a scenario."""
    scenario = _sound(scenario, kinds)
    verdicts: dict[str, Verdict] = {}
    for turn in scenario.turns.values():
        here = setting(scenario, begin_at(scenario, turn.id))
        if models := [judge.score(text, here) for text in turn.model_answers]:
            verdicts[turn.id] = models[0]
            for number, verdict in enumerate(models):
                yield from _model(turn, turn.at(f"model_answer/{number}"), verdict)
            yield from _out_of_reach(turn, max(verdict.score for verdict in models))
            sound = [verdict.text for verdict in models if verdict.score >= MODEL_BAR]
            yield from _other_lines(scenario, turn, sound, judge)
        if turn.bad_answer:
            yield from _bad(turn, judge.score(turn.bad_answer, here))
    if len(verdicts) == len(scenario.turns):
        yield from _talk(scenario, verdicts)


def _sound(scenario: Scenario, kinds: Mapping[str, Kind]) -> Scenario:
    """Return the scenario without names and wordings that a judge would trip over; they are findings already."""
    return replace(scenario, turns={name: _sound_turn(turn, kinds) for name, turn in scenario.turns.items()})


def _sound_turn(turn: Turn, kinds: Mapping[str, Kind]) -> Turn:
    expected = tuple(name for name in turn.expected if kinds.get(name) is Kind.OBLIGATION)
    return replace(turn, expected=expected, facts=tuple(readable_fact(fact) for fact in turn.facts))


def _model(turn: Turn, place: Place, verdict: Verdict) -> Iterator[Problem]:
    if verdict.score < MODEL_BAR:
        yield found(place, "E120", id=turn.id, score=verdict.score, bar=MODEL_BAR, why=_why(verdict))
    for standard in verdict.missed:
        if standard != "answer-fully":
            yield found(place, "W225", id=turn.id, standard=standard)


def _why(verdict: Verdict) -> str:
    names = ", ".join(dict.fromkeys(item.standard for item in verdict.deductions))
    return WHY.format(standards=names) if names else ""


def _out_of_reach(turn: Turn, best: int) -> Iterator[Problem]:
    for way in turn.ways:
        least = way.when.bounds.get("score", (None, None))[0] if way.when else None
        if least and least > max(best, MODEL_BAR):
            yield found(way.place, "W226", to=way.to, least=least, score=best)


def _other_lines(scenario: Scenario, turn: Turn, answers: Iterable[str], judge: Judging) -> Iterator[Problem]:
    """Judge answers that pass with the first wording of the line with the others: they ask for the same."""
    for number in range(1, len(turn.lines)):
        here = setting(scenario, begin_at(scenario, turn.id, number))
        for text in answers:
            verdict = judge.score(text, here)
            if verdict.score < MODEL_BAR:
                place, why = turn.at(f"client/{number}"), _why(verdict)
                yield found(place, "E125", id=turn.id, score=verdict.score, bar=MODEL_BAR, why=why)


def _bad(turn: Turn, verdict: Verdict) -> Iterator[Problem]:
    if verdict.score > BAD_BAR:
        yield found(turn.at("bad_answer"), "E121", id=turn.id, score=verdict.score, bar=BAD_BAR)


def _talk(scenario: Scenario, verdicts: Mapping[str, Verdict]) -> Iterator[Problem]:
    """Play the model answers, with the whole card opened: such a talk has to end well."""
    state = begin(scenario)
    for piece in scenario.card:
        state = look_up(scenario, state, piece.id)
    for _ in range(_LONGEST):
        if state.ended or state.at not in scenario.turns:
            break
        state, _step = step(scenario, state, verdicts[state.at])
    ending = scenario.endings.get(state.at)
    good = any(item.outcome is Outcome.GOOD for item in scenario.endings.values())
    if good and ending and ending.outcome is not Outcome.GOOD:
        place: Place = scenario.turns[state.path[-2]].at("model_answer")
        yield found(place, "W227", id=ending.id, path=" → ".join(state.path))
