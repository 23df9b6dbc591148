"""Plays a scenario many times."""

from collections import Counter
from collections.abc import Callable
from random import Random

from trainer.authoring.simulate.phrases import Phrases
from trainer.authoring.simulate.play import Player
from trainer.authoring.simulate.remembered import Judging, Remembered
from trainer.authoring.simulate.simulation import Simulation
from trainer.authoring.simulate.tally import Tally
from trainer.authoring.simulate.trainees import Kind
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue


def simulate(
    scenario: Scenario,
    judge: Judging,
    runs: int,
    seed: int,
    catalogue: Catalogue | None = None,
    tick: Callable[[], None] = lambda: None,
) -> Simulation:
    """Return what ``runs`` plays come to; the kinds of trainees take turns, so each plays a third of them.

    Everything random comes from ``seed``; the first plays of a longer simulation are those of a shorter one.
    Without a ``catalogue`` the trainees know only what stands in the pack. ``tick`` is called after each play
    and may raise to stop.
    """
    answers, notes = Remembered(judge), Remembered(judge)
    player = Player(scenario, Phrases(catalogue, scenario.own), seed, answers, notes)
    kinds = tuple(Kind)
    tallies = {kind: Tally(scenario) for kind in kinds}
    taken: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for number in range(runs):
        kind = kinds[number % len(kinds)]
        play = player.play(kind, Random(f"{seed}/{scenario.id}/{number}"))
        tallies[kind].add(play)
        steps = [attempt.step for attempt in play.path]
        taken.update((step.source, step.to) for step in steps if not step.asks)
        asked.update((step.source, step.asks) for step in steps if step.asks)
        tick()
    return Simulation(
        scenario=scenario.id,
        runs=runs,
        seed=seed,
        groups={kind: tally.group() for kind, tally in tallies.items()},
        outcomes={ending.id: ending.outcome for ending in scenario.endings.values()},
        taken=dict(sorted(taken.items())),
        asked=dict(sorted(asked.items())),
        judged=len(answers) + len(notes),
    )
