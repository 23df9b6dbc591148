"""Checks the standards that a pack brings along: enough examples, and every one judged as it says."""

from collections.abc import Iterator
from dataclasses import replace

from trainer.authoring.report import found
from trainer.dialogue.engine import begin_at, setting
from trainer.model.problem import Problem
from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue, Example, Kind, Standard
from trainer.model.verdict import Setting
from trainer.packs.own_standards import shipped
from trainer.packs.problems import hint
from trainer.scoring.judge import Judge

# As many as the standards of the catalogue have at least, of either sort.
LEAST_EXAMPLES = 8


def own_standards(pack: Pack) -> Iterator[Problem]:
    """Yield what is wrong with the standards of a pack; their rules need no network, so this is quick."""
    for standard in pack.standards:
        if min(len(standard.hits), len(standard.misses)) < LEAST_EXAMPLES:
            counts = {"hits": len(standard.hits), "misses": len(standard.misses), "least": LEAST_EXAMPLES}
            yield found(standard.place, "E130", id=standard.id, **counts)
        judge = Judge(Catalogue(shipped().qualities, {standard.id: standard}))
        for wanted, examples in ((True, standard.hits), (False, standard.misses)):
            # What its author knows to fail is told by the runner of examples.
            for example in (item for item in examples if not item.known):
                yield from _example(judge, pack, standard, example, wanted=wanted)


def _example(
    judge: Judge, pack: Pack, standard: Standard, example: Example, *, wanted: bool
) -> Iterator[Problem]:
    here = _place_of(pack, standard, example)
    if isinstance(here, Problem):
        yield here
    elif _holds(judge, standard, example, here) is not wanted:
        code = {(True, Kind.OBLIGATION): "E131", (True, Kind.PROHIBITION): "E132"}.get(
            (wanted, standard.kind)
        )
        yield found(example.place, code or "E133", id=standard.id, text=example.text)


def _holds(judge: Judge, standard: Standard, example: Example, here: Setting | None) -> bool:
    if here is None:
        reading = judge.read(example.text)
        return bool(reading.shown or reading.violated)
    verdict = judge.score(example.text, here)
    return standard.id in (*verdict.shown, *verdict.violated)


def _place_of(pack: Pack, standard: Standard, example: Example) -> Setting | Problem | None:
    """Return the turn that an example names, as this standard alone sees it; None when it names none."""
    if not example.at:
        return None
    name, _, turn_id = example.at.partition("/")
    scenario = pack.scenarios.get(name)
    if scenario is None or turn_id not in scenario.turns:
        turns = [f"{talk.id}/{turn}" for talk in pack.scenarios.values() for turn in talk.turns]
        return found(example.place, "E134", at=example.at, hint=hint(example.at, turns))
    turn = scenario.turns[turn_id]
    if standard.kind is Kind.OBLIGATION and standard.id not in turn.expected:
        return found(example.place, "E135", id=standard.id, at=example.at)
    whole = setting(scenario, begin_at(scenario, turn_id))
    expected = tuple(name for name in turn.expected if name == standard.id)
    return replace(whole, turn=replace(turn, expected=expected), own=())
