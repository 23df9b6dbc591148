"""Checks a pack: what the reader finds, the graph, the facts, and the example answers."""

from collections.abc import Mapping
from pathlib import Path

from trainer.authoring.checks import CHECKS
from trainer.authoring.judged import Judging, judged
from trainer.authoring.own_standards import own_standards
from trainer.model.problem import Problem
from trainer.model.standard import Kind
from trainer.packs.reader import read_pack


def lint_pack(
    folder: Path, judge: Judging | None = None, kinds: Mapping[str, Kind] | None = None
) -> list[Problem]:
    """Return all problems of a pack, by file and line; with a judge its example answers are scored too."""
    problems: list[Problem] = []
    pack = read_pack(folder, problems, kinds)
    problems += own_standards(pack)
    for scenario in pack.scenarios.values():
        for check in CHECKS:
            problems += check(scenario)
        if judge:
            problems += judged(scenario, judge)
    return sorted(set(problems))
