"""A simulation as one JSON record."""

from collections.abc import Mapping
from typing import Any

from trainer.authoring.simulate import Simulation
from trainer.authoring.simulate.findings import findings
from trainer.authoring.simulate.simulation import Spread, spread
from trainer.cli.simulate_text import doubt
from trainer.model.scenario import Scenario


def record_of(scenario: Scenario, simulation: Simulation) -> dict[str, Any]:
    """Return plain data: counts by trainee for each turn and ending, histograms, lengths, what to look at."""
    groups = {str(kind): group for kind, group in simulation.groups.items()}
    return {
        "scenario": scenario.id,
        "runs": simulation.runs,
        "seed": simulation.seed,
        "judged": simulation.judged,
        "plays": {kind: group.plays for kind, group in groups.items()},
        "turns": {
            name: {
                kind: {"plays": group.turns[name], "score": group.points.get(name)}
                for kind, group in groups.items()
            }
            for name in scenario.turns
        },
        "endings": {
            name: {
                "outcome": ending.outcome.name.lower(),
                **{
                    kind: {"plays": group.endings[name], "scores": list(group.scores[name])}
                    for kind, group in groups.items()
                },
            }
            for name, ending in scenario.endings.items()
        },
        "lengths": {
            "all": _spread(spread(simulation.lengths())),
            **{kind: _spread(group.spread()) for kind, group in groups.items()},
        },
        "process": {kind: _process(group.process) for kind, group in groups.items()},
        "unfinished": {kind: group.unfinished for kind, group in groups.items()},
        "taken": [
            {"from": source, "to": to, "count": count} for (source, to), count in simulation.taken.items()
        ],
        "asked": [
            {"turn": turn, "fact": fact, "count": count} for (turn, fact), count in simulation.asked.items()
        ],
        "never": list(simulation.never()),
        "warnings": [
            {"code": str(item.doubt), "value": item.value, "text": doubt(item)}
            for item in findings(simulation)
        ],
    }


def _spread(found: Spread | None) -> dict[str, int] | None:
    return {"min": found.least, "median": found.median, "max": found.most} if found else None


def _process(counts: Mapping[str, tuple[int, int]]) -> dict[str, dict[str, int]]:
    return {standard: {"kept": kept, "of": told} for standard, (kept, told) in counts.items()}
