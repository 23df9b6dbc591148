import json
from functools import cache
from pathlib import Path

import pytest

from tests.scoring import example_rates
from trainer.model.standard import Kind
from trainer.packs.catalogue import read_catalogue
from trainer.scoring.judge import NEED_A_TURN, Judge

NAMES = [s.id for s in read_catalogue().standards.values() if s.kind is not Kind.PROCESS]


@cache
def outcomes(judge: Judge) -> tuple[example_rates.Outcome, ...]:
    return tuple(example_rates.outcomes(judge))


def measured(judge: Judge) -> dict[str, float]:
    return example_rates.rates(outcomes(judge))


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_judged_as_the_catalogue_says(judge: Judge, name: str) -> None:
    rates, least = measured(judge), example_rates.floors()
    print(example_rates.table(rates, least))
    if name not in rates:
        assert name in NEED_A_TURN, "none of its examples could be judged"
    else:
        assert rates[name] >= least[name]


def test_each_floor_is_for_a_standard_with_examples(judge: Judge) -> None:
    assert example_rates.floors().keys() == measured(judge).keys()


def test_examples_with_a_turn_are_judged_there(judge: Judge) -> None:
    seen = {example.at for _, example, _, _ in outcomes(judge) if example.at}
    assert "abusive-client/personal-insult" in seen


def test_floors_are_kept_below_the_rates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example_rates, "FLOORS", tmp_path / "floors.json")
    example_rates.write({"rude": 1.0, "greet": 0.912, "water": 0.0})
    assert json.loads((tmp_path / "floors.json").read_text()) == {"greet": 0.86, "rude": 0.95, "water": 0.0}
    assert example_rates.floors()["rude"] == 0.95


def test_the_table_begins_with_the_worst() -> None:
    lines = example_rates.table({"rude": 1.0, "greet": 0.5}, {"rude": 0.9}).splitlines()
    assert [line.split()[-1] for line in lines] == ["standard", "greet", "rude"]
