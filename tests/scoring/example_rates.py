"""How many examples of the catalogue the judge gets right, by standard: ``python -m tests.scoring.example_rates``.

``--write`` keeps the rates, less a little slack, as the floors that the tests hold the judge to.
"""

import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.conftest import setting_at
from trainer.model.standard import Example, Kind, Standard
from trainer.scoring.judge import NEED_A_TURN, Judge

FLOORS = Path(__file__).parents[1] / "data" / "example_floors.json"
# Retraining moves single examples; a standard has about twenty.
SLACK = 0.05


Outcome = tuple[str, Example, bool, bool]


def outcomes(judge: Judge) -> Iterator[Outcome]:
    """Yield (standard, example, whether it should be found, whether it is) for all examples that can be judged."""
    for standard in judge.catalogue.standards.values():
        if standard.kind is Kind.PROCESS:
            continue
        for wanted, examples in ((True, standard.hits), (False, standard.misses)):
            for example in examples:
                if judgeable(standard, example):
                    yield standard.id, example, wanted, standard.id in found(judge, example)


def judgeable(standard: Standard, example: Example) -> bool:
    """Tell whether an example can be judged where it stands.

    Without a turn some standards mean nothing; at a turn an obligation is looked for only where it is expected.
    """
    if not example.at:
        return standard.id not in NEED_A_TURN
    turn = setting_at(example.at).turn
    return standard.kind is Kind.PROHIBITION or (turn is not None and standard.id in turn.expected)


def found(judge: Judge, example: Example) -> set[str]:
    """Return the standards that the judge finds in an example, at its turn when it names one."""
    if example.at:
        verdict = judge.score(example.text, setting_at(example.at))
        return {*verdict.shown, *verdict.violated}
    reading = judge.read(example.text)
    return {finding.standard for finding in (*reading.shown, *reading.violated)}


def rates(judged: Iterable[Outcome]) -> dict[str, float]:
    """Return which part of the examples of each standard is judged rightly."""
    right: dict[str, list[bool]] = {}
    for name, _, wanted, is_found in judged:
        right.setdefault(name, []).append(wanted is is_found)
    return {name: sum(values) / len(values) for name, values in right.items()}


def floors() -> dict[str, float]:
    """Return the kept floors."""
    kept: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return kept


def table(measured: Mapping[str, float], least: Mapping[str, float]) -> str:
    """Return the rates, the worst first, beside their floors."""
    rows = [f"{rate:6.2f} {least.get(name, 1.0):6.2f}  {name}" for name, rate in measured.items()]
    return "\n".join(["  rate  floor  standard", *sorted(rows)])


def write(measured: Mapping[str, float]) -> None:
    """Keep the rates less the slack as floors, cut to hundredths."""
    least = {
        name: max(0.0, math.floor(round((rate - SLACK) * 100, 6)) / 100)
        for name, rate in sorted(measured.items())
    }
    FLOORS.write_text(json.dumps(least, indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Print the rates; with ``--wrong`` the examples judged wrongly too, with ``--write`` keep the floors."""
    from trainer.packs.catalogue import read_catalogue
    from trainer.text.meaning import load_reader

    judge = Judge(read_catalogue(), load_reader())
    judged = list(outcomes(judge))
    measured = rates(judged)
    if "--write" in arguments:
        write(measured)
    print(table(measured, floors() if FLOORS.is_file() else {}))
    if "--wrong" in arguments:
        for name, example, wanted, is_found in judged:
            if wanted is not is_found:
                print(f"{name}: {'lost' if wanted else 'unjust'}: {example.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
