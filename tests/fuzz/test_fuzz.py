"""Every target on its seeds and on a few inputs made of them; the long run is by hand (see docs/trust.md)."""

import os
import subprocess
import sys

import pytest

from tests.fuzz.drive import TARGETS, check, inputs
from tests.fuzz.seeds import SEEDS
from tests.guards.project import ROOT

# A judge reads some 20 answers a second, a parser some thousands.
FEW = {"judge": 3, "scenario": 60, "pack": 40, "tokenizer": 60}


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_breaks_and_the_same_comes_out_twice(name: str) -> None:
    for data in inputs(name, FEW.get(name, 150)):
        try:
            check(name, data)
        except Exception as error:
            pytest.fail(f"{name}: {type(error).__name__}: {error}\n{data!r}")


def test_every_target_has_seeds() -> None:
    assert SEEDS.keys() == TARGETS.keys()
    assert all(SEEDS.values())


def test_another_process_with_another_order_of_sets_finds_the_same() -> None:
    """The order of sets and of equal keys differs between processes; nothing that is shown may."""
    found = [
        subprocess.run(
            [sys.executable, "-m", "tests.fuzz", "--digest", "--count", "2"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for seed in ("1", "2")
    ]
    assert [line.split()[0] for line in found[0]] == list(TARGETS)
    assert found[0] == found[1]
